import type { SemanticToken } from "../../engine/language/semantic-token.ts";
import type { SemanticTokensEdit, SemanticTokensLegend } from "vscode-languageserver-types";

const kinds: readonly SemanticToken["kind"][] = [
	"keyword",
	"comment",
	"parameter",
	"property",
	"namespace",
	"class",
	"macro",
	"string",
	"variable",
	"operator",
	"function",
	"number",
	"enumMember",
	"label",
];
const indexes = new Map(kinds.map((kind, index) => [kind, index]));

/** The kinds have the names of the protocol's own types, which all clients know. */
export const legend: SemanticTokensLegend = { tokenTypes: [...kinds], tokenModifiers: ["declaration", "deprecated"] };

/**
 * The tokens as the protocol has them: for each the lines since the one before, the columns, its length, kind and modifiers. To the protocol a lone carriage return
 * ends a line too, so what stands on both sides of one are two tokens.
 */
export function toSemanticTokens(text: string, tokens: readonly SemanticToken[]): number[] {
	const data: number[] = [];
	const starts = [0, ...Array.from(text.matchAll(lineEnd), ({ 0: found, index }) => index + found.length), Infinity];
	let line = 0;
	let [lastLine, lastColumn] = [0, 0];
	for (const { start, end, kind, isDeclaration, isDeprecated } of tokens) {
		let from = start;
		while ((starts[line + 1] ?? Infinity) <= from) line++;
		while (from < end) {
			const lineStart = starts[line] ?? 0;
			const next = starts[line + 1] ?? Infinity;
			const to = next < end ? lastOfLine(text, next) : end;
			if (to > from) {
				const column = from - lineStart;
				const modifiers = (isDeclaration ? 1 : 0) + (isDeprecated ? 2 : 0);
				data.push(line - lastLine, line > lastLine ? column : column - lastColumn, to - from, indexes.get(kind) ?? 0, modifiers);
				[lastLine, lastColumn] = [line, column];
			}
			if (next >= end) break;
			from = next;
			line++;
		}
	}
	return data;
}

/** How many lines end in the text, as the protocol counts them. */
export const lineEndsIn = (text: string): number => text.match(lineEnd)?.length ?? 0;

const lineEnd = /\r\n?|\n/g;

const lastOfLine = (text: string, next: number): number => (text.charCodeAt(next - 1) === 10 && text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1);

/** What makes the new numbers of the old: one stretch, which is all that an edit changes. */
export function toSemanticTokensEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start++;
	let same = 0;
	while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
	const deleteCount = before.length - start - same;
	const data = after.slice(start, after.length - same);
	return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
