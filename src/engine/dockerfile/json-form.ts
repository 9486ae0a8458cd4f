import type { LogicalLine } from "./logical-line.ts";
import type { Word } from "./syntax.ts";

/**
 * The strings of a JSON array, each with the range of its source, quotes included. Undefined where there is no valid array, for then Docker silently takes
 * the text as it stands; "not strings" where the array holds something else, which Docker refuses.
 */
export function readJsonStrings(line: LogicalLine, start: number, end: number): readonly Word[] | "not strings" | undefined {
	const text = line.text;
	// Most shell tests begin with "[" too, and a failing JSON.parse is slow.
	if (text.charCodeAt(start) !== bracket || text.charCodeAt(end - 1) !== 93) return undefined;
	return readPlain(line, start, end) ?? (text.charCodeAt(start + 1) === singleQuote ? undefined : readAny(line, start, end));
}

/** Nearly all arrays hold strings without backslashes; undefined where there is anything else. That takes a third of the time. */
function readPlain(line: LogicalLine, start: number, end: number): readonly Word[] | undefined {
	const text = line.text;
	const words: Word[] = [];
	for (let at = start + 1; ;) {
		while (isJsonSpace(text.charCodeAt(at))) at++;
		if (text.charCodeAt(at) !== doubleQuote) return undefined;
		const open = at++;
		for (let code = text.charCodeAt(at); code !== doubleQuote; code = text.charCodeAt(++at))
			if (!(code >= 32 && code < 127) || code === backslash) return undefined;
		words.push(line.wordAt(text.slice(open + 1, at), open, at + 1));
		do at++;
		while (isJsonSpace(text.charCodeAt(at)));
		if (at === end - 1) return words;
		if (text.charCodeAt(at++) !== comma) return undefined;
	}
}

const isJsonSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;
const bracket = 91;
const doubleQuote = 34;
const singleQuote = 39;
const backslash = 92;
const comma = 44;

function readAny(line: LogicalLine, start: number, end: number): readonly Word[] | "not strings" | undefined {
	const text = line.text;
	const values = parseArray(text.slice(start, end));
	if (!values) return undefined;
	const words: Word[] = [];
	let at = start + 1;
	for (const value of values) {
		if (typeof value !== "string") return "not strings";
		const open = text.indexOf('"', at);
		at = open + 1;
		while (text.charCodeAt(at) !== doubleQuote) at += text.charCodeAt(at) === backslash ? 2 : 1;
		at++;
		words.push(line.wordAt(value.replace(loneSurrogate, "\ufffd"), open, at));
	}
	return words;
}

function parseArray(text: string): readonly unknown[] | undefined {
	try {
		const values: unknown = JSON.parse(text);
		// Go refuses a number that no float64 holds, and so the whole text.
		return Array.isArray(values) && !values.includes(Infinity) && !values.includes(-Infinity) ? values : undefined;
	} catch {
		return undefined;
	}
}

const loneSurrogate = /\p{Surrogate}/gu;
