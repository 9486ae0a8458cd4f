import type { Range } from "../text/text.ts";
import { character, isEnd, mayPrecedeComment } from "./characters.ts";
import { endOfText } from "../text/end-of-text.ts";

/** Where the reader is. Its functions give undefined or false where they are not sure, and then all that was read counts for nothing. */
export type Cursor = {
	readonly text: string;
	at: number;
	lineStart: number;
	/** Of what begins a line, in columns, while the cursor stands there; -1 where the document ends. */
	indentation: number;
	/** How many blocks and brackets are around. */
	depth: number;
	/** How many brackets are around. */
	brackets: number;
	/** Whether what stands in brackets and quotes may be indented anyhow, as it may for go-yaml and not by the standard. */
	readonly isLoose: boolean;
	readonly comments: Range[];
};

/** More than anybody writes, and less than what fills a stack. */
export const deepest = 100;

/** More blanks than that are left to the parser, which tells when a text goes too deep. */
const mostBlanks = 400;

/** Behind blanks; -1 where they are too many. */
export function skipBlanks({ text }: Cursor, from: number): number {
	let at = from;
	for (let code = text.charCodeAt(at); code === character.space || code === character.tab; code = text.charCodeAt(at)) at++;
	return at - from > mostBlanks ? -1 : at;
}

/** Goes behind the blanks and the comment that end a line, and all lines that hold nothing else. */
export function endLine(cursor: Cursor): boolean {
	const { text } = cursor;
	const at = skipBlanks(cursor, cursor.at);
	if (at < 0) return false;
	if (text.charCodeAt(at) === character.hash && at === cursor.at && at !== cursor.lineStart && !mayPrecedeComment(text.charCodeAt(at - 1))) return false;
	cursor.at = at;
	return skipLineEnd(cursor) && startLine(cursor);
}

/** Goes from the beginning of a line to what is first on it, or on one further down. */
export function startLine(cursor: Cursor): boolean {
	const { text } = cursor;
	for (;;) {
		const start = cursor.at;
		let at = start;
		while (text.charCodeAt(at) === character.space) at++;
		const indentation = at - start;
		at = skipBlanks(cursor, at);
		if (at < 0 || indentation > mostBlanks) return false;
		const hasTab = at - start > indentation;
		const code = text.charCodeAt(at);
		cursor.at = at;
		if (at === text.length) {
			cursor.indentation = -1;
			return !hasTab;
		}
		// Tabs indent nothing, and what they mean on an empty line is another question.
		if (hasTab && code !== character.hash) return false;
		if (code !== character.hash && code !== character.newline && code !== character.carriageReturn) {
			cursor.indentation = indentation === 0 && isMarker(text, at) ? -1 : indentation;
			return true;
		}
		if (!skipLineEnd(cursor)) return false;
	}
}

/** `---` or `...`, which stand at the beginning of a line. */
export function isMarker(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	if (code !== character.minus && code !== character.dot) return false;
	return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code && isEnd(text.charCodeAt(at + 3));
}

/** Behind a comment and the end of the line, if it is one. */
export function skipLineEnd(cursor: Cursor): boolean {
	const { text } = cursor;
	let { at } = cursor;
	if (text.charCodeAt(at) === character.hash) {
		const lineEnd = text.indexOf("\n", at);
		const end = lineEnd < 0 ? text.length : lineEnd;
		cursor.comments.push({ start: at, end: endOfText(text, at, end) });
		at = end;
	} else if (text.charCodeAt(at) === character.carriageReturn) at++;
	if (at < text.length && text.charCodeAt(at) !== character.newline) return false;
	cursor.at = at < text.length ? at + 1 : at;
	cursor.lineStart = cursor.at;
	return true;
}
