import type { ComposeFile } from "../../compose/syntax.ts";
import type { PieceKind } from "../../shell/highlight/scan.ts";
import { countBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";
import type { SemanticToken } from "../semantic-token.ts";
import { type ComposeVariable, composeVariables } from "./variables.ts";

/** The parts of variables, which no grammar of YAML knows; those that begin in the range. In order, none in another. */
export function composeSemanticTokens(file: ComposeFile, within: Range = { start: 0, end: file.text.length }): readonly SemanticToken[] {
	const variables = composeVariables(file);
	const tokens: SemanticToken[] = [];
	for (let index = countBelow(variables, within.start, ({ start }) => start); index < variables.length; index++) {
		const variable = variables[index] as ComposeVariable;
		if (variable.start > within.end) break;
		addParts(file.text, variable, innerOf(variables, index), tokens);
	}
	return tokens.sort((one, other) => one.start - other.start);
}

/** Those in the default of a variable, but not in theirs. */
function innerOf(variables: readonly ComposeVariable[], index: number): readonly ComposeVariable[] {
	const outer = variables[index] as ComposeVariable;
	const inner: ComposeVariable[] = [];
	for (let at = index + 1; at < variables.length; at++) {
		const variable = variables[at] as ComposeVariable;
		if (variable.start >= outer.end) break;
		if (variable.start >= (inner.at(-1)?.end ?? 0)) inner.push(variable);
	}
	return inner;
}

function addParts(text: string, { start, end, at, operator }: ComposeVariable, inner: readonly ComposeVariable[], tokens: SemanticToken[]): void {
	const add = (kind: PieceKind, from: number, to: number): void => {
		if (to > from) tokens.push({ kind, start: from, end: to, isDeclaration: false, isDeprecated: false });
	};
	const isBraced = text[start + 1] === "{";
	const close = isBraced && text[end - 1] === "}" ? end - 1 : end;
	const other = at.end + (operator?.length ?? 0);
	add("operator", start, at.start);
	add("variable", at.start, at.end);
	add("operator", at.end, other);
	let done = other;
	for (const each of inner) {
		add("string", done, each.start);
		done = each.end;
	}
	add("string", done, close);
	add("operator", close, end);
}
