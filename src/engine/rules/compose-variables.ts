import { type LintedCompose, rangeIn } from "../compose/linted.ts";
import { goText } from "../compose/scalar.ts";
import { entryOf, type Value } from "../compose/value.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";

/** A variable that a service sets for its container, or a build for itself. */
export type ServiceVariable = {
	readonly name: string;
	/** As the container gets it; undefined where it is taken from outside, or there is none. */
	readonly value: string | undefined;
	/** Whether no variable of Compose stands in it. */
	readonly isFixed: boolean;
	/** The entry or item in this file. */
	readonly at: Range | undefined;
	/** The value there, with its quotes in a mapping, without them in a list; undefined where it is not to be told from what stands around it. */
	readonly valueAt: Range | undefined;
	/** Whether it stands in a list, as `NAME=value`. */
	readonly isItem: boolean;
};

/** Those under a key such as `environment`, which is a mapping or a list. */
export function variablesIn(file: Pick<LintedCompose, "path">, owner: Value | undefined, key: string): readonly ServiceVariable[] {
	const held = entryOf(owner, key);
	return held ? variablesHeld(held, file) : none;
}

const none: readonly ServiceVariable[] = [];

/** Several rules look at the same ones. */
const variablesHeld = fact((held: Value, file: Pick<LintedCompose, "path">): readonly ServiceVariable[] => {
	const found: ServiceVariable[] = [];
	if (held.kind === "mapping") {
		for (const [name, { key: placed, value }] of held.entries) {
			const [named, valued] = [rangeIn(file, placed), rangeIn(file, value)];
			const at = named && valued && valued.start >= named.start ? { start: named.start, end: Math.max(named.end, valued.end) } : named;
			const isScalar = value.kind !== "mapping" && value.kind !== "sequence" && value.kind !== "null";
			const isFixed = !(value.kind === "string" && hasVariable(value));
			found.push({ name, value: isScalar ? goText(value) : undefined, isFixed, at, valueAt: isScalar ? valued : undefined, isItem: false });
		}
	}
	if (held.kind !== "sequence") return found;
	for (const item of held.items) {
		if (item.kind !== "string") continue;
		const equals = item.value.indexOf("=");
		const name = equals < 0 ? item.value : item.value.slice(0, equals);
		const value = equals < 0 ? undefined : item.value.slice(equals + 1);
		const at = rangeIn(file, item);
		const start = item.textAt === undefined ? undefined : item.textAt + equals + 1;
		const valueAt = at && value !== undefined && start !== undefined ? { start, end: start + value.length } : undefined;
		found.push({ name, value, isFixed: !hasVariable(item), at, valueAt, isItem: true });
	}
	return found;
});

/** Those that Compose refuses are left in the text. */
const hasVariable = ({ value, template }: { readonly value: string; readonly template?: string }): boolean => template !== undefined || value.includes("$");
