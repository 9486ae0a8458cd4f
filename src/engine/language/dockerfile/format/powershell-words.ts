import type { Range } from "../../../text/text.ts";

/** The strings, comments and words of a PowerShell script on one line: white space between them means nothing. Undefined where a quote is not closed. */
export function readPowershellWords(text: string, start: number, end: number): readonly Range[] | undefined {
	const words: Range[] = [];
	for (let at = start; at < end;) {
		if (isBlank(text[at])) {
			at++;
			continue;
		}
		const from = at;
		at = text[at] === "#" ? end : endOfWord(text, at, end);
		if (at < 0) return undefined;
		words.push({ start: from, end: at });
	}
	return words;
}

const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

function endOfWord(text: string, at: number, end: number): number {
	while (at < end && !isBlank(text[at])) {
		const character = text[at];
		if (character === "'") at = text.indexOf("'", at + 1) + 1;
		else if (character === '"') at = endOfString(text, at + 1, end);
		else at += character === "`" ? 2 : 1;
		if (at <= 0) return -1;
	}
	return at > end ? -1 : at;
}

/** Behind the quote that closes it. What is nested in `$(…)` may hold quotes of its own, which then come in pairs. */
function endOfString(text: string, at: number, end: number): number {
	let depth = 0;
	for (; at < end; at++) {
		const character = text[at];
		if (character === "`") at++;
		else if (character === "$" && text[at + 1] === "(") depth++;
		else if (character === ")" && depth > 0) depth--;
		else if (character === '"' && depth === 0) return at + 1;
	}
	return -1;
}
