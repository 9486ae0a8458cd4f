import { type LintedCompose, literalOf, rangeIn } from "../compose/linted.ts";
import { entryOf } from "../compose/value.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";

/** What one service waits for before it starts. */
export type Dependency = {
	/** Who waits. */
	readonly by: string;
	/** The condition where it is written in this file, or else the name of what is waited for. */
	readonly at: Range | undefined;
	readonly condition: string;
	/** False where it starts also without. */
	readonly isRequired: boolean;
	/** Whether a condition is written at all. */
	readonly isLong: boolean;
};

/** Who waits for which service, by the name of what is waited for. */
export const dependenciesOn = fact((file: LintedCompose): ReadonlyMap<string, readonly Dependency[]> => {
	const found = new Map<string, Dependency[]>();
	for (const [by, service] of file.allServices) {
		const dependencies = entryOf(service, "depends_on");
		if (dependencies?.kind !== "mapping") continue;
		for (const [name, { key, value }] of dependencies.entries) {
			const condition = entryOf(value, "condition");
			const required = entryOf(value, "required");
			const isRequired = !(required?.kind === "boolean" && !required.value);
			const own = rangeIn(file, condition);
			const dependency = { by, at: own ?? rangeIn(file, key), condition: literalOf(condition) ?? "", isRequired, isLong: condition?.origin !== undefined };
			const known = found.get(name);
			if (known) known.push(dependency);
			else found.set(name, [dependency]);
		}
	}
	return found;
});

/** Whether others wait until the service has ended: it does something, and is done. */
export const isWaitedToEnd = (file: LintedCompose, name: string): boolean =>
	dependenciesOn(file)
		.get(name)
		?.some(({ condition }) => condition === "service_completed_successfully") ?? false;
