import { mostFields, numberOf, type Fields, type FieldValue } from "./field.ts";

/** No logger nests deeper; what does is left as text. */
const deepest = 24;

/** Fields of the JSON object that begins at this place and ends the text; undefined where there is none. */
export function readJson(text: string, start = 0): Fields | undefined {
	if (text.charCodeAt(start) !== brace) return undefined;
	const fields = new Map<string, FieldValue>();
	const end = readObject(text, start, "", 0, fields);
	return end >= 0 && skipBlanks(text, end) === text.length ? fields : undefined;
}

const [brace, bracket, quote] = [0x7b, 0x5b, 0x22];

/** Each reader returns the place behind what it has read, -1 where it is no JSON. */
function readObject(text: string, start: number, path: string, depth: number, fields: Map<string, FieldValue>): number {
	let at = skipBlanks(text, start + 1);
	if (text[at] === "}") return at + 1;
	while (at >= 0) {
		const end = endOfString(text, at);
		if (end < 0) return -1;
		const key = unquoted(text, at, end);
		at = skipBlanks(text, end);
		if (key === undefined || text[at] !== ":") return -1;
		at = readValue(text, skipBlanks(text, at + 1), path === "" ? key : `${path}.${key}`, depth, fields);
		if (at < 0) return -1;
		at = skipBlanks(text, at);
		if (text[at] === "}") return at + 1;
		if (text[at] !== ",") return -1;
		at = skipBlanks(text, at + 1);
	}
	return -1;
}

function readArray(text: string, start: number, path: string, depth: number, fields: Map<string, FieldValue>): number {
	let at = skipBlanks(text, start + 1);
	if (text[at] === "]") return at + 1;
	for (let index = 0; at >= 0; index++) {
		at = readValue(text, at, `${path}.${index}`, depth, fields);
		if (at < 0) return -1;
		at = skipBlanks(text, at);
		if (text[at] === "]") return at + 1;
		if (text[at] !== ",") return -1;
		at = skipBlanks(text, at + 1);
	}
	return -1;
}

function readValue(text: string, at: number, path: string, depth: number, fields: Map<string, FieldValue>): number {
	const code = text.charCodeAt(at);
	if (code === brace || code === bracket) {
		if (depth >= deepest) return -1;
		return code === brace ? readObject(text, at, path, depth + 1, fields) : readArray(text, at, path, depth + 1, fields);
	}
	const end = code === quote ? endOfString(text, at) : endOfWord(text, at);
	if (end < 0) return -1;
	const value = code === quote ? unquoted(text, at, end) : wordValue(text.slice(at, end));
	if (value === undefined) return -1;
	if (fields.size < mostFields) fields.set(path, value);
	return end;
}

function wordValue(word: string): FieldValue | undefined {
	if (word === "true") return true;
	if (word === "false") return false;
	if (word === "null") return null;
	return numberOf(word);
}

const unquoted = (text: string, start: number, end: number): string | undefined => {
	const inner = text.slice(start + 1, end - 1);
	if (!inner.includes("\\")) return inner;
	try {
		return String(JSON.parse(text.slice(start, end)));
	} catch {
		return undefined;
	}
};

/** Behind the string that begins here; -1 where none does, or it has no end. */
function endOfString(text: string, start: number): number {
	if (text.charCodeAt(start) !== quote) return -1;
	for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
		let slashes = 0;
		while (text[end - 1 - slashes] === "\\") slashes++;
		if (slashes % 2 === 0) return end + 1;
	}
	return -1;
}

function endOfWord(text: string, start: number): number {
	let at = start;
	while (at < text.length && !",}] \t\n\r".includes(text[at] ?? "")) at++;
	return at > start ? at : -1;
}

function skipBlanks(text: string, start: number): number {
	let at = start;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code !== 32 && code !== 9 && code !== 10 && code !== 13) break;
		at++;
	}
	return at;
}

/**
 * The value at one path of a line that is known to be JSON from this place on, without reading the others: undefined where it has none. Keys that are written
 * with dots are found as well.
 */
export function findInJson(text: string, start: number, path: string): FieldValue | undefined {
	const lastKey = path.slice(path.lastIndexOf(".") + 1);
	if (!text.includes(lastKey, start)) return undefined;
	let at = skipBlanks(text, start + 1);
	while (text.charCodeAt(at) === quote) {
		const end = endOfString(text, at);
		if (end < 0) return undefined;
		const length = end - at - 2;
		const isWhole = length === path.length && text.startsWith(path, at + 1);
		const isBegin = !isWhole && path.length > length && path[length] === "." && text.startsWith(path.slice(0, length), at + 1);
		at = skipBlanks(text, skipBlanks(text, end) + 1);
		if (isWhole || isBegin) {
			const fields = new Map<string, FieldValue>();
			const after = readValue(text, at, path.slice(0, length), 0, fields);
			const found = fields.get(path);
			if (found !== undefined) return found;
			at = after;
		} else at = skipValue(text, at);
		if (at < 0) return undefined;
		at = skipBlanks(text, at);
		if (text[at] !== ",") return undefined;
		at = skipBlanks(text, at + 1);
	}
	return undefined;
}

function skipValue(text: string, start: number): number {
	const code = text.charCodeAt(start);
	if (code === quote) return endOfString(text, start);
	if (code !== brace && code !== bracket) return endOfWord(text, start);
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const each = text.charCodeAt(at);
		if (each === quote) {
			at = endOfString(text, at) - 1;
			if (at < 0) return -1;
		} else if (each === brace || each === bracket) depth++;
		else if ((each === 0x7d || each === 0x5d) && --depth === 0) return at + 1;
	}
	return -1;
}
