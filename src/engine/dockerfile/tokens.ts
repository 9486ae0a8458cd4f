import type { Range } from "../text/text.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

export type TokenKind =
	| "byte-order-mark"
	| "white-space"
	| "line-end"
	| "comment"
	| "directive"
	| "keyword"
	| "flag"
	| "word"
	/** An escape character with the white space and the line end after it, by which an instruction goes on. */
	| "continuation"
	/** A body of a here document, line ends included. */
	| "heredoc-body"
	| "heredoc-terminator"
	/** What stands between the words and is none: the brackets and commas of an exec form, a lone `--`, the `=` of a pair, arguments that Docker ignores. */
	| "punctuation";

export type Token = Range & { readonly kind: TokenKind };

/** The whole text as tokens, in order and without gaps: joined they give the text back. */
export function tokensOf(file: Dockerfile): readonly Token[] {
	const tokens: Token[] = [];
	let done = 0;
	for (const token of knownTokens(file)) {
		if (token.start < done || token.end <= token.start) continue;
		fillGap(tokens, file, done, token.start);
		tokens.push(token);
		done = token.end;
	}
	fillGap(tokens, file, done, file.text.length);
	return tokens;
}

/** The tokens that the parser has told apart, in order. Where two overlap the first counts. */
function knownTokens({ instructions, comments, directives }: Dockerfile): readonly Token[] {
	const directiveStarts = new Set(directives.map(({ range }) => range.start));
	const tokens: Token[] = comments.map(({ start, end }) => ({ kind: directiveStarts.has(start) ? "directive" : "comment", start, end }));
	for (const instruction of instructions) {
		addWords(tokens, instruction);
		for (const { body, terminator } of instruction.heredocs) tokens.push({ kind: "heredoc-body", ...body }, { kind: "heredoc-terminator", ...terminator });
	}
	return tokens.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** A word that runs over several lines is a token on each of them. */
function addWords(tokens: Token[], instruction: Instruction): void {
	const pieces = instruction.logical.pieces();
	let first = 0;
	const add = (kind: TokenKind, { start, end }: Range): void => {
		// Words are added in their order, so no piece is looked at for each of them.
		while ((pieces[first]?.end ?? Infinity) <= start) first++;
		for (let index = first; index < pieces.length; index++) {
			const piece = pieces[index];
			if (!piece || piece.start >= end) break;
			const from = Math.max(start, piece.start);
			const to = Math.min(end, piece.end);
			if (from < to) tokens.push({ kind, start: from, end: to });
		}
	};
	for (let each: Instruction | undefined = instruction; each; each = each.trigger) {
		add("keyword", each.keywordRange);
		for (const flag of each.flags) add("flag", flag);
		for (const arg of each.args) add("word", arg);
	}
}

function fillGap(tokens: Token[], { text, escape }: Dockerfile, from: number, to: number): void {
	const pattern = escape === "\\" ? backslashGaps : backtickGaps;
	for (let at = from; at < to;) {
		pattern.lastIndex = at;
		const groups = pattern.exec(text)?.groups;
		const kind = kinds.find((name) => groups?.[name.replaceAll("-", "")] !== undefined) ?? "punctuation";
		const end = Math.min(to, pattern.lastIndex > at ? pattern.lastIndex : at + 1);
		tokens.push({ kind: kind === "byte-order-mark" && at > 0 ? "punctuation" : kind, start: at, end });
		at = end;
	}
}

const kinds = ["line-end", "white-space", "continuation", "byte-order-mark", "punctuation"] as const;
const gaps = (escape: string): RegExp =>
	new RegExp(
		`(?<lineend>\\r*\\n|\\r+$)|(?<continuation>${escape}[ \\t]*(?:\\r*\\n|\\r*$))|(?<byteordermark>\\ufeff)|(?<whitespace>[^\\S\\n]+)|(?<punctuation>[^\\s${escape}]+|[^])`,
		"y",
	);
const backslashGaps = gaps("\\\\");
const backtickGaps = gaps("`");
