import type { ComposeFile, ComposeNode } from "../../compose/syntax.ts";
import { type TemplateVariable, variablesOf } from "../../compose/template.ts";
import { fact } from "../../text/fact.ts";
import { countBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";
import { scalarText, treeOf } from "./tree.ts";

/** A variable that Compose replaces, by offsets in the file; `at` is its name. */
export type ComposeVariable = TemplateVariable & { readonly at: Range };

/** Those of a value, where its text stands as it is, or a line at a time. */
export function variablesIn(file: ComposeFile, node: ComposeNode): readonly ComposeVariable[] {
	const text = scalarText(node);
	if (text === undefined || !text.includes("$")) return [];
	const from = node.kind === "scalar" && !node.isPlain && /^["']/.test(file.text.slice(node.start, node.start + 1)) ? node.start + 1 : node.start;
	// Where it goes over several lines, or has escapes, what is written is read.
	const written = file.text.startsWith(text, from) ? text : file.text.slice(from, node.end);
	return variablesOf(written).map((each) => ({
		...each,
		start: from + each.start,
		end: from + each.end,
		nameStart: from + each.nameStart,
		at: { start: from + each.nameStart, end: from + each.nameStart + each.name.length },
	}));
}

/** The variables of the file, in order; keys have none. */
export const composeVariables = fact((file: ComposeFile): readonly ComposeVariable[] =>
	treeOf(file)
		.places.flatMap(({ value }) => (value?.kind === "scalar" ? variablesIn(file, value) : []))
		.sort((one, other) => one.start - other.start),
);

/** The innermost variable around the offset. */
export function composeVariableAt(file: ComposeFile, offset: number): ComposeVariable | undefined {
	const variables = composeVariables(file);
	for (let index = countBelow(variables, offset + 1, ({ start }) => start) - 1; index >= 0; index--) {
		const variable = variables[index] as ComposeVariable;
		if (offset <= variable.end) return variable;
		// None goes over more lines than a value.
		if (file.text.lastIndexOf("\n", offset - 1) > variable.end) break;
	}
	return undefined;
}
