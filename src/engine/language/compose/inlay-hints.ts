import type { ComposeFile } from "../../compose/syntax.ts";
import { say } from "../../text/message.ts";
import { countBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";
import type { HintKind, InlayHint } from "../inlay-hint.ts";
import { shortened } from "../shortened.ts";
import { describeVariable, type KnownVariable, masked } from "./hovers/variable.ts";
import { type ComposeVariable, composeVariables } from "./variables.ts";

/** What variables are worth, behind those that end in the range: where that is not what a reader sees by himself. */
export function composeInlayHints(
	file: ComposeFile,
	within: Range,
	kinds: ReadonlySet<HintKind>,
	known: (name: string) => KnownVariable | undefined,
): readonly InlayHint[] {
	if (!kinds.has("values")) return [];
	const variables = composeVariables(file);
	const hints: InlayHint[] = [];
	let done = 0;
	// One may begin before the range and end in it; none is longer than a line.
	const first = file.text.lastIndexOf("\n", within.start - 1) + 1;
	for (let index = countBelow(variables, first, ({ start }) => start); index < variables.length; index++) {
		const variable = variables[index] as ComposeVariable;
		if (variable.start > within.end) break;
		// Of those in another's default the hover tells.
		if (variable.start < done) continue;
		done = variable.end;
		const label = within.start <= variable.end && variable.end <= within.end ? labelOf(variable, known) : undefined;
		if (label !== undefined) hints.push({ kind: "values", offset: variable.end, label, about: () => describeVariable(variable, known) });
	}
	return hints;
}

function labelOf({ name, operator, other }: ComposeVariable, known: (name: string) => KnownVariable | undefined): InlayHint["label"] | undefined {
	const own = known(name);
	if (own)
		return operator?.endsWith("+") || (operator?.startsWith(":") && own.value === "") || own.value === other
			? undefined
			: `= ${shortened(masked(name, own.value)) || '""'}`;
	return operator === undefined ? say`not set` : undefined;
}
