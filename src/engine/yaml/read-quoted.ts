import { character } from "./characters.ts";
import { type Cursor, isMarker } from "./cursor.ts";
import type { Properties } from "./read-properties.ts";
import type { YamlNode } from "./syntax.ts";

/** A scalar in quotes of either kind. Its further lines are indented by `least` columns. */
export function readQuoted(cursor: Cursor, least: number, { anchor, tag }: Properties): YamlNode | undefined {
	const { text, at: start } = cursor;
	const quote = text.charCodeAt(start);
	const isDouble = quote === character.doubleQuote;
	let isAsWritten = true;
	let at = start + 1;
	for (; ; at++) {
		if (at >= text.length) return undefined;
		const code = text.charCodeAt(at);
		if (code === quote) {
			if (isDouble || text.charCodeAt(at + 1) !== quote) break;
			isAsWritten = false;
			at++;
		} else if (code === character.backslash && isDouble) {
			isAsWritten = false;
			const next = text.charCodeAt(at + 1);
			if (next === quote || next === character.backslash) at++;
		} else if (code === character.newline) {
			isAsWritten = false;
			if (!goesOn(text, at + 1, cursor.isLoose ? 0 : least)) return undefined;
			cursor.lineStart = at + 1;
		}
	}
	cursor.at = at + 1;
	const written = text.slice(start + 1, at);
	const plain = isAsWritten ? written : decoded(written, isDouble);
	const source = isDouble || isAsWritten ? plain : plain?.replaceAll("''", "'");
	return source === undefined ? undefined : { start, end: at + 1, kind: "scalar", anchor, tag, source, isPlain: false };
}

function goesOn(text: string, lineStart: number, least: number): boolean {
	let at = lineStart;
	while (text.charCodeAt(at) === character.space) at++;
	if (least === 0) return !isMarker(text, lineStart);
	const code = text.charCodeAt(at);
	return at - lineStart >= least || code === character.newline || code === character.carriageReturn;
}

/** What is written with escapes and over several lines; undefined for what means nothing. */
function decoded(written: string, hasBackslashes: boolean): string | undefined {
	let text = "";
	// Up to here all is read.
	let done = 0;
	let at = 0;
	while (at < written.length) {
		const code = written.charCodeAt(at);
		if (code === character.backslash && hasBackslashes) {
			const escape = readEscape(written, at);
			if (!escape) return undefined;
			text += written.slice(done, at) + escape.text;
			done = at = escape.end;
		} else if (code === character.newline || code === character.carriageReturn) {
			const fold = readLineEnds(written, at);
			text += written.slice(done, withoutBlanks(written, done, at)) + (fold.count === 1 ? " " : "\n".repeat(fold.count - 1));
			done = at = fold.end;
		} else at++;
	}
	return text + written.slice(done);
}

/** All line ends from here on that have only blanks between them, and the blanks behind. */
function readLineEnds(written: string, start: number): { readonly count: number; readonly end: number } {
	let at = start;
	for (let count = 0; ; count++) {
		if (written.charCodeAt(at) === character.carriageReturn) at++;
		if (written.charCodeAt(at) !== character.newline) return { count, end: at };
		at = behindBlanks(written, at + 1);
	}
}

function readEscape(written: string, start: number): { readonly text: string; readonly end: number } | undefined {
	const letter = written.charAt(start + 1);
	const text = escapes.get(letter);
	if (text !== undefined) return { text, end: start + 2 };
	if (letter === "\n" || letter === "\r") {
		const end = behindBlanks(written, start + (letter === "\n" ? 2 : 3));
		const next = written.charCodeAt(end);
		// What it means before an empty line is another question.
		return next === character.newline || next === character.carriageReturn || end === written.length ? undefined : { text: "", end };
	}
	const length = lengths.get(letter) ?? 0;
	const digits = written.slice(start + 2, start + 2 + length);
	if (length === 0 || digits.length < length || !/^[\da-fA-F]+$/.test(digits)) return undefined;
	const code = Number.parseInt(digits, 16);
	return code > 0x10ffff ? undefined : { text: String.fromCodePoint(code), end: start + 2 + length };
}

function behindBlanks(written: string, from: number): number {
	let at = from;
	while (isBlank(written.charCodeAt(at))) at++;
	return at;
}

function withoutBlanks(written: string, start: number, from: number): number {
	let end = from;
	while (end > start && isBlank(written.charCodeAt(end - 1))) end--;
	return end;
}

const isBlank = (code: number): boolean => code === character.space || code === character.tab;

/** How many digits follow. */
const lengths: ReadonlyMap<string, number> = new Map([
	["x", 2],
	["u", 4],
	["U", 8],
]);

const escapes: ReadonlyMap<string, string> = new Map([
	["0", "\0"],
	["a", "\x07"],
	["b", "\b"],
	["t", "\t"],
	["\t", "\t"],
	["n", "\n"],
	["v", "\v"],
	["f", "\f"],
	["r", "\r"],
	["e", "\x1b"],
	[" ", " "],
	['"', '"'],
	["/", "/"],
	["\\", "\\"],
	["N", "\x85"],
	["_", "\xa0"],
	["L", "\u2028"],
	["P", "\u2029"],
]);
