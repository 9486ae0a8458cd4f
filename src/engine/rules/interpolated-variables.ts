import type { LintedCompose } from "../compose/linted.ts";
import type { ComposeNode } from "../compose/syntax.ts";
import { type VariableUse, variablesIn } from "../compose/template.ts";
import type { Scalar } from "../compose/value.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";

/** All variables in values of the file, in order; keys have none. Offsets are in the file. */
export const variablesOf = fact(({ text, roots }: LintedCompose): readonly VariableUse[] => {
	const found: VariableUse[] = [];
	if (text.includes("$")) for (const root of roots) gather(text, root, found);
	return found;
});

function gather(text: string, node: ComposeNode, found: VariableUse[]): void {
	if (node.kind === "sequence") for (const item of node.items) gather(text, item, found);
	else if (node.kind === "mapping") {
		for (const { value } of node.entries) if (value) gather(text, value, found);
	} else if (node.kind === "scalar" && node.source.includes("$")) for (const use of placed(text, node, node.source)) found.push(use);
}

/** The variables in a value of this file, with the text in which they stand before anything is replaced. */
export function variablesOfValue(
	{ path, text }: LintedCompose,
	value: Scalar,
): { readonly template: string; readonly uses: readonly VariableUse[] } | undefined {
	if (value.kind !== "string" || value.template === undefined || value.origin?.file !== path) return undefined;
	return { template: value.template, uses: placed(text, value.origin.at, value.template) };
}

/** Where the variables of a scalar stand in the file. In a text over several lines, or with escapes, they are looked for one after the other. */
function placed(text: string, { start, end }: Range, source: string): readonly VariableUse[] {
	const uses = variablesIn(source);
	const quote = text[start];
	const direct = quote === '"' || quote === "'" ? start + 1 : start;
	if (text.startsWith(source, direct)) return uses.map((use) => ({ ...use, start: direct + use.start, end: direct + use.end }));
	const found: VariableUse[] = [];
	let from = start;
	for (const use of uses) {
		const written = source.slice(use.start, use.end);
		const at = firstUse(text, written, from, end);
		if (at === undefined) return found;
		found.push({ ...use, start: at, end: at + written.length });
		// One in the default of another begins within it.
		from = at + (uses.some(({ start: inner }) => inner > use.start && inner < use.end) ? 1 : written.length);
	}
	return found;
}

/** Where the text stands first behind no `$` that makes its own one plain. */
function firstUse(text: string, written: string, from: number, end: number): number | undefined {
	for (let at = text.indexOf(written, from); at >= 0 && at < end; at = text.indexOf(written, at + 1)) {
		let dollars = 0;
		while (text[at - 1 - dollars] === "$") dollars++;
		if (dollars % 2 === 0) return at;
	}
	return undefined;
}
