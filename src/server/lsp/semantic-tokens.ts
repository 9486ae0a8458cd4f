import type { SemanticToken } from "../../engine/language/dockerfile/semantic-tokens/semantic-tokens.ts";
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
	let at = 0;
	let lineStart = 0;
	let lines = 0;
	let column = 0;
	/** Goes on to the offset, or behind the next line end before it. */
	const go = (offset: number): boolean => {
		while (at < offset) {
			const code = text.charCodeAt(at++);
			if (code !== 10 && (code !== 13 || text.charCodeAt(at) === 10)) continue;
			lineStart = at;
			lines++;
			return true;
		}
		return false;
	};
	const add = (start: number, end: number, { kind, isDeclaration, isDeprecated }: SemanticToken, first: number): void => {
		if (end === start) return;
		const from = start - first;
		data.push(lines, lines > 0 ? from : from - column, end - start, indexes.get(kind) ?? 0, (isDeclaration ? 1 : 0) + (isDeprecated ? 2 : 0));
		column = from;
		lines = 0;
	};
	for (const token of tokens) {
		while (go(token.start));
		let start = token.start;
		for (;;) {
			const [first, before] = [lineStart, lines];
			if (!go(token.end)) {
				add(start, token.end, token, first);
				break;
			}
			lines = before;
			const end = at - (text.charCodeAt(at - 1) === 10 && text.charCodeAt(at - 2) === 13 ? 2 : 1);
			add(start, end, token, first);
			lines++;
			start = at;
		}
	}
	return data;
}

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
