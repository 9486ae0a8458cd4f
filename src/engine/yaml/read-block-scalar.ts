import { character, isEnd } from "./characters.ts";
import { type Cursor, skipBlanks, skipLineEnd, startLine } from "./cursor.ts";
import type { Properties } from "./read-properties.ts";
import { endOfText } from "../text/end-of-text.ts";
import type { YamlNode } from "./syntax.ts";

/** A text behind `|` or `>`, in a block that is indented by `parent` columns. Goes on to what is first below it. */
export function readBlockScalar(cursor: Cursor, parent: number, { anchor, tag }: Properties): YamlNode | undefined {
	const { text, at: start } = cursor;
	const header = readHeader(cursor);
	if (!header || parent < 0) return undefined;
	const body = readBody(text, cursor.at, parent, header);
	if (!body) return undefined;
	cursor.at = body.end;
	cursor.lineStart = body.end;
	if (!startLine(cursor)) return undefined;
	return { start, end: endOfText(text, start, body.end), kind: "scalar", anchor, tag, source: sourceOf(body, header), isPlain: false };
}

type Header = {
	readonly isFolded: boolean;
	/** How far the text is indented, where that is told. */
	readonly columns: number | undefined;
	/** `+` keeps all line ends, `-` none, and otherwise one stays. */
	readonly keeps: "all" | "none" | "one";
};

/** Goes to the next line. */
function readHeader(cursor: Cursor): Header | undefined {
	const { text } = cursor;
	const isFolded = text.charCodeAt(cursor.at) === character.greater;
	let columns: number | undefined;
	let keeps: Header["keeps"] | undefined;
	let at = cursor.at + 1;
	for (let code = text.charCodeAt(at); !isEnd(code) && code !== character.hash; code = text.charCodeAt(at)) {
		if (keeps === undefined && (code === character.plus || code === character.minus)) keeps = code === character.plus ? "all" : "none";
		else if (columns === undefined && code > zero && code <= zero + 9) columns = code - zero;
		else return undefined;
		at++;
	}
	const behind = skipBlanks(cursor, at);
	if (behind < 0) return undefined;
	cursor.at = behind;
	return skipLineEnd(cursor) ? { isFolded, columns, keeps: keeps ?? "one" } : undefined;
}

const zero = 0x30;

type Body = {
	readonly end: number;
	/** Without what they are indented by; the last is none that is empty. */
	readonly lines: readonly string[];
	/** How many line ends are behind the last. */
	readonly lineEnds: number;
};

function readBody(text: string, start: number, parent: number, { columns, keeps }: Header): Body | undefined {
	let indentation = columns === undefined ? undefined : parent + columns;
	const lines: string[] = [];
	let filled = 0;
	let [mostBlank, end, at] = [0, start, start];
	while (at < text.length) {
		let first = at;
		while (text.charCodeAt(first) === character.space) first++;
		const lineEnd = lineEndOf(text, first);
		const textEnd = text.charCodeAt(lineEnd - 1) === character.carriageReturn && lineEnd > first ? lineEnd - 1 : lineEnd;
		const isEmpty = first === textEnd;
		if (isEmpty && lineEnd === text.length) {
			if (first - at > (indentation ?? 0)) return undefined;
			break;
		}
		if (!isEmpty) {
			indentation ??= first - at > parent ? first - at : undefined;
			if (indentation === undefined || first - at < indentation) break;
			// What an empty line is indented by further than its text is another question.
			if (filled === 0 && mostBlank > indentation) return undefined;
		} else if (first - at > mostBlank) mostBlank = first - at;
		lines.push(isEmpty && indentation === undefined ? "" : text.slice(Math.min(at + (indentation ?? 0), textEnd), textEnd));
		at = Math.min(lineEnd + 1, text.length);
		if (!isEmpty) {
			filled = lines.length;
			end = at;
			mostBlank = 0;
		}
	}
	if (filled === 0 ? keeps === "all" || at === text.length : mostBlank > (indentation ?? 0)) return undefined;
	if (isIndentedByTab(text, at)) return undefined;
	return { end: keeps === "all" ? at : end, lines: lines.slice(0, filled), lineEnds: lines.length - filled + (text.charAt(at - 1) === "\n" ? 1 : 0) };
}

function lineEndOf(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}

function isIndentedByTab(text: string, from: number): boolean {
	let at = from;
	while (text.charCodeAt(at) === character.space) at++;
	return text.charCodeAt(at) === character.tab;
}

function sourceOf({ lines, lineEnds }: Body, { isFolded, keeps }: Header): string {
	if (lines.length === 0) return "";
	const text = isFolded ? folded(lines) : lines.join("\n");
	// At the end of all there may be none.
	return keeps === "none" ? text : text + "\n".repeat(keeps === "all" ? lineEnds : Math.min(lineEnds, 1));
}

/** Lines become one, but not where one is empty or indented further. */
function folded(lines: readonly string[]): string {
	const first = lines.findIndex((line) => line !== "");
	let text = "\n".repeat(first);
	let separator = "";
	let isFurther = false;
	for (const line of lines.slice(first)) {
		if (line.startsWith(" ") || line.startsWith("\t")) {
			if (separator === " ") separator = "\n";
			else if (separator === "\n" && !isFurther) separator = "\n\n";
			text += separator + line;
			separator = "\n";
			isFurther = true;
		} else if (line === "") {
			if (separator === "\n") text += "\n";
			else separator = "\n";
		} else {
			text += separator + line;
			separator = " ";
			isFurther = false;
		}
	}
	return text;
}
