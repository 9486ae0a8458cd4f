import { character, endsInBrackets, isEnd } from "./characters.ts";
import { type Cursor, isMarker, skipBlanks } from "./cursor.ts";
import type { Properties } from "./read-properties.ts";
import { endOfText } from "../text/end-of-text.ts";
import type { YamlNode } from "./syntax.ts";

/** A scalar without quotes. Its further lines are indented by `least` columns. */
export function readPlain(cursor: Cursor, least: number, { anchor, tag }: Properties): YamlNode | undefined {
	const { text, at: start } = cursor;
	const isInBrackets = cursor.brackets > 0;
	if (!canBegin(text, start, isInBrackets)) return undefined;
	let end = lineEnd(text, start, isInBrackets);
	if (end < 0) return undefined;
	cursor.at = end;
	let source = text.slice(start, end);
	// Without anything around it does not say by its indentation where it ends.
	for (let breaks = goOn(cursor, least); breaks !== 0; breaks = goOn(cursor, least)) {
		if (breaks < 0 || least === 0) return undefined;
		const next = cursor.at;
		end = lineEnd(text, next, isInBrackets);
		if (end < 0) return undefined;
		cursor.at = end;
		source += (breaks === 1 ? " " : "\n".repeat(breaks - 1)) + text.slice(next, end);
	}
	return { start, end: endOfText(text, start, end), kind: "scalar", anchor, tag, source, isPlain: true };
}

/** Where something was left out. */
export const emptyNode = (at: number, { anchor, tag }: Properties): YamlNode => ({
	start: at,
	end: at,
	kind: "scalar",
	anchor,
	tag,
	source: "",
	isPlain: true,
});

function canBegin(text: string, at: number, isInBrackets: boolean): boolean {
	const code = text.charCodeAt(at);
	if (!mayMean(code)) return code > character.space && code !== character.byteOrderMark;
	if (code !== character.minus && code !== character.question && code !== character.colon) return false;
	if (isInBrackets && code !== character.minus) return false;
	const next = text.charCodeAt(at + 1);
	return !isEnd(next);
}

const indicators: ReadonlySet<number> = new Set([..."!\"#%&'*,-:>?@[]`{|}"].map((each) => each.charCodeAt(0)));
const mayMean = (code: number): boolean => indicators.has(code);

/** Where the scalar ends on this line, before what ends it and the blanks in front of that; -1 for what does not belong into a text. */
function lineEnd(text: string, start: number, isInBrackets: boolean): number {
	let end = start;
	for (let at = start; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === character.space || code === character.tab) {
			if (text.charCodeAt(at + 1) === character.hash) return end;
			continue;
		}
		if (code === character.colon) {
			// Before a bracket or a comma go-yaml takes it for part of the text, as it does not behind quotes.
			if (isEnd(text.charCodeAt(at + 1))) return end;
		} else if (code < character.space) return code === character.newline || code === character.carriageReturn ? end : -1;
		else if (isInBrackets && endsInBrackets(code)) return end;
		end = at + 1;
	}
	return end;
}

/** Goes to the next line of the scalar, and tells how many line ends are before it; 0 where it has no further line, -1 where that is not clear. */
function goOn(cursor: Cursor, least: number): number {
	const { text } = cursor;
	const isLoose = cursor.isLoose && cursor.brackets > 0;
	let at = skipBlanks(cursor, cursor.at);
	let lineStart = cursor.lineStart;
	for (let breaks = 0; ; breaks++) {
		if (at < 0) return -1;
		if (text.charCodeAt(at) === character.carriageReturn) at++;
		if (text.charCodeAt(at) !== character.newline) {
			const isEndOfAll = breaks === 0 || at === text.length || text.charCodeAt(at) === character.hash;
			const code = text.charCodeAt(at);
			if (isEndOfAll || (cursor.brackets > 0 && endsInBrackets(code))) return 0;
			cursor.at = at;
			cursor.lineStart = lineStart;
			return breaks;
		}
		lineStart = at + 1;
		at = lineStart;
		while (text.charCodeAt(at) === character.space) at++;
		const isIndented = at - lineStart >= least;
		const behind = skipBlanks(cursor, at);
		if (!isIndented && isLoose) {
			// There go-yaml takes no tab, and a marker ends all.
			if (behind > at || (at === lineStart && isMarker(text, at))) return -1;
			at = behind;
			continue;
		}
		const code = text.charCodeAt(behind);
		const isEmpty = behind === at && (code === character.newline || code === character.carriageReturn);
		if (!isIndented && !isEmpty) return 0;
		at = behind;
	}
}
