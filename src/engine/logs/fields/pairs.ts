import { mostFields, toValue, type Fields, type FieldValue } from "./field.ts";

/**
 * `key=value`, each after a blank or at the start of the line; values may be in quotes. No part of the pattern can match in two ways. A value in brackets that
 * goes on after a blank ends at the blank.
 */
const pair = /(?<![^\s,;[({|])([A-Za-z_@][\w.@/-]{0,63})=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"',;][^\s]*)?)/g;

/** Longer lines are looked at so far. */
const longest = 20_000;

/** Fields of a line of logfmt, or of a text in which there are some such pairs; undefined where there is none. */
export function readPairs(text: string): Fields | undefined {
	if (!text.includes("=")) return undefined;
	const fields = new Map<string, FieldValue>();
	for (const [, key = "", double, single, bare] of text.slice(0, longest).matchAll(pair)) {
		if (fields.size >= mostFields) break;
		if (!fields.has(key)) fields.set(key, valueOf(double, single, bare));
	}
	return fields.size > 0 ? fields : undefined;
}

function valueOf(double: string | undefined, single: string | undefined, bare: string | undefined): FieldValue {
	if (double !== undefined) return unescaped(double);
	if (single !== undefined) return unescaped(single);
	return toValue((bare ?? "").replace(/[,;]$/, ""));
}

/** One of them. */
export function findInPairs(text: string, key: string): FieldValue | undefined {
	const at = text.indexOf(`${key}=`);
	if (at < 0) return undefined;
	// Within quotes it stands in a value of another.
	if (!isOutside(text, at)) return readPairs(text)?.get(key);
	const from = at + key.length + 1;
	const quote = text[from];
	if (quote === '"' || quote === "'") return readPairs(text.slice(at))?.get(key);
	return toValue((/^[^\s]*/.exec(text.slice(from, from + longest))?.[0] ?? "").replace(/[,;]$/, ""));
}

function isOutside(text: string, end: number): boolean {
	let quotes = 0;
	for (let at = 0; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x5c || code === 0x27) return false;
		if (code === 0x22) quotes++;
	}
	return quotes % 2 === 0 && (end === 0 || " \t,;[({|".includes(text[end - 1] ?? ""));
}

/** Whether a line is nothing but pairs: it begins with one, and has another. */
export const isLogfmt = (text: string): boolean =>
	/^\s*[A-Za-z_@][\w.@/-]{0,63}=(?:"(?:[^"\\]|\\.){0,4000}"|[^\s"]{0,4000}) +[A-Za-z_@][\w.@/-]{0,63}=/.test(text);

const unescaped = (text: string): string =>
	text.includes("\\")
		? text.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.))/g, (_, four?: string, two?: string, one = "") => {
				const code = four ?? two;
				return code === undefined ? (escapes[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16));
			})
		: text;

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
