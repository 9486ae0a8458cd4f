import type { Range } from "../text/text.ts";
import type { LogicalLine } from "./logical-line.ts";
import type { Word } from "./syntax.ts";

/**
 * The strings of a JSON array, each with the range of its source, quotes included. Undefined where there is no valid array, for then Docker silently takes
 * the text as it stands; "not strings" where the array holds something else, which Docker refuses.
 */
export function readJsonStrings(line: LogicalLine, { start, end }: Range): readonly Word[] | "not strings" | undefined {
	const text = line.text;
	// Most shell tests begin with "[" too, and a failing JSON.parse is slow.
	if (text.charCodeAt(start) !== 91 || text.charCodeAt(end - 1) !== 93) return undefined;
	const values = parseArray(text.slice(start, end));
	if (!values) return undefined;
	const words: Word[] = [];
	let at = start + 1;
	for (const value of values) {
		if (typeof value !== "string") return "not strings";
		const open = text.indexOf('"', at);
		at = open + 1;
		while (text.charCodeAt(at) !== 34) at += text.charCodeAt(at) === 92 ? 2 : 1;
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
