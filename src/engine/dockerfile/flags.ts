import { isSpace } from "./characters.ts";
import type { LogicalLine } from "./logical-line.ts";
import type { Flag } from "./syntax.ts";

/**
 * The flags at `at`, and the offset where the arguments begin. Flags stand only in front; a lone `--` ends them; quotes and escapes are taken off.
 * BuildKit walks bytes here and so splits or mangles characters outside ASCII; that is not copied.
 */
export function readFlags(line: LogicalLine, at: number, end: number, escape: string): [flags: readonly Flag[], rest: number] {
	const text = line.text;
	const flags: Flag[] = [];
	for (;;) {
		while (at < end && isSpace(text.charCodeAt(at))) at++;
		if (!text.startsWith("--", at) || at + 1 >= end) return [flags, at];
		const start = at;
		let word = "";
		let quote = "";
		let isPlain = true;
		for (; at < end; at++) {
			let character = text[at] ?? "";
			if (!quote && isSpace(character.charCodeAt(0))) break;
			if (character === quote || (!quote && (character === "'" || character === '"'))) {
				quote = quote ? "" : character;
				isPlain = false;
				continue;
			}
			if (character === escape) {
				isPlain = false;
				if (++at >= end) break;
				character = text[at] ?? "";
			}
			word += character;
		}
		if (word === "--") {
			if (at < end) return [flags, at];
			return [flags, end];
		}
		flags.push(toFlag(line, word, start, Math.min(at, end), isPlain));
		if (at >= end) return [flags, end];
	}
}

function toFlag(line: LogicalLine, text: string, start: number, end: number, isPlain: boolean): Flag {
	const { start: from, end: to } = line.rangeAt(start, end);
	const equals = text.indexOf("=");
	if (equals < 0) return { text, start: from, end: to, name: text.slice(2), value: undefined };
	const value = text.slice(equals + 1);
	const isWhole = isPlain && to - from === end - start;
	return { text, start: from, end: to, name: text.slice(2, equals), value: { text: value, start: isWhole ? from + equals + 1 : from, end: to } };
}
