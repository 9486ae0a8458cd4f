import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import { lineEnd, mostDepth } from "./scanner.ts";

/**
 * What a stretch of a file is: `text` is what stands in a string or here document, `hole` what opens a part of it that is computed, `${` or `%{` with its `~`,
 * and `close-hole` what closes it. Blanks are between tokens, and in none; a comment ends before its line does.
 */
export type TokenKind =
	| "name"
	| "number"
	| "mark"
	| "open-quote"
	| "close-quote"
	| "text"
	| "hole"
	| "close-hole"
	| "heredoc"
	| "close-heredoc"
	| "comment"
	| "newline"
	| "other";

export type Token = Range & { readonly kind: TokenKind; readonly text: string };

/** In what the next token stands: code, up to the brace that closes its hole, or a string, or a here document up to the line that ends it. */
type Mode = { readonly kind: "code"; braces: number } | { readonly kind: "quoted" } | { readonly kind: "heredoc"; readonly end: number };

const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const comment = /(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const mark = /\.\.\.|=>|::|\|\||&&|==|!=|<=|>=|[=+\-*/%<>?:!.,()[\]{}]/y;
const heredoc = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const hole = /[$%]\{~?/y;

/** The tokens of a file. */
export const tokensOf = fact(({ text }: { readonly text: string }) => tokensIn(text));

/** All that is in the text but blanks, in order; of any text. */
export function tokensIn(text: string): readonly Token[] {
	const tokens: Token[] = [];
	const modes: Mode[] = [{ kind: "code", braces: 0 }];
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	const push = (kind: TokenKind, end: number): void => {
		if (end > at) tokens.push({ kind, text: text.slice(at, end), start: at, end });
		at = end;
	};
	const endOf = (pattern: RegExp): number | undefined => {
		pattern.lastIndex = at;
		return pattern.test(text) ? pattern.lastIndex : undefined;
	};
	while (at < text.length) {
		const mode = modes.at(-1) ?? { kind: "code", braces: 0 };
		if (modes.length > mostDepth) push("other", text.length);
		if (mode.kind !== "code") {
			const limit = mode.kind === "heredoc" ? mode.end : text.length;
			push("text", endOfText(text, at, limit, mode.kind === "quoted"));
			const opens = at < limit ? endOf(hole) : undefined;
			if (opens !== undefined) {
				push("hole", opens);
				modes.push({ kind: "code", braces: 0 });
				continue;
			}
			modes.pop();
			if (mode.kind === "heredoc") push("close-heredoc", endOfHeredoc(text, at));
			else if (text[at] === '"') push("close-quote", at + 1);
			continue;
		}
		const code = text.charCodeAt(at);
		if (code === 32 || code === 9 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
			at++;
			continue;
		}
		if (code === 10 || code === 13) {
			push("newline", at + (code === 10 ? 1 : 2));
			continue;
		}
		const isInHole = modes.length > 1;
		const character = text[at] ?? "";
		const opener = character === "<" ? heredoc.exec(atOffset(heredoc, text, at)) : null;
		if (opener) {
			push("heredoc", at + opener[0].length);
			modes.push({ kind: "heredoc", end: startOfLast(text, at, opener[1] ?? "") });
			continue;
		}
		if (character === '"') {
			push("open-quote", at + 1);
			modes.push({ kind: "quoted" });
			continue;
		}
		if (isInHole && mode.braces === 0 && (character === "}" || (character === "~" && text[at + 1] === "}"))) {
			push("close-hole", at + (character === "}" ? 1 : 2));
			modes.pop();
			continue;
		}
		if (character === "{") mode.braces++;
		if (character === "}" && mode.braces > 0) mode.braces--;
		const [kind, pattern] = patternFor(code, text.charCodeAt(at + 1));
		const simple = kind === "name" && code < 128 ? endOfSimpleName(text, at) : at;
		const end = simple > at && !(text.charCodeAt(simple) > 127) ? simple : endOf(pattern);
		if (end === undefined) push("other", at + 1);
		else push(kind, kind === "comment" && text[end - 1] === "\r" ? end - 1 : end);
	}
	return tokens;
}

function atOffset(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return text;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isNameBeginning = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
const isSimpleInName = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95 || code === 45;

/** By its first character, so that no pattern is tried in vain. */
function patternFor(code: number, next: number): readonly [TokenKind, RegExp] {
	if (isNameBeginning(code)) return ["name", name];
	if (isDigit(code)) return ["number", number];
	return code === 35 || (code === 47 && (next === 47 || next === 42)) ? ["comment", comment] : ["mark", mark];
}

function endOfSimpleName(text: string, from: number): number {
	let at = from;
	while (isSimpleInName(text.charCodeAt(at))) at++;
	return at;
}

/** Where text ends that is not computed: at a hole, at the quotation mark or the line's end, or at the limit. */
function endOfText(text: string, from: number, limit: number, isQuoted: boolean): number {
	for (let at = from; at < limit; at++) {
		const character = text[at];
		if (isQuoted && (character === '"' || character === "\n")) return at;
		if (isQuoted && character === "\\" && text[at + 1] !== "\n") at++;
		else if (character === "$" || character === "%") {
			if (text[at + 1] === "{") return at;
			// `$${` is a dollar sign and a brace.
			if (text[at + 1] === character && text[at + 2] === "{") at += 2;
		}
	}
	return limit;
}

/** Where the line begins that ends a here document, or the text ends. */
function startOfLast(text: string, from: number, word: string): number {
	let start = from;
	while (start < text.length && text.slice(start, lineEnd(text, start)).trim() !== word) start = lineEnd(text, start) + 1;
	return Math.min(start, text.length);
}

function endOfHeredoc(text: string, from: number): number {
	let end = lineEnd(text, from);
	while (end > from && /[ \t\r]/.test(text[end - 1] ?? "")) end--;
	return end;
}
