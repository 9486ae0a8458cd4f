import { character, mayPrecedeComment } from "./characters.ts";
import { type Cursor, deepest, isMarker, skipBlanks, skipLineEnd } from "./cursor.ts";
import { emptyNode, readPlain } from "./read-plain.ts";
import { endOfName, mayHaveTag, noProperties, type Properties, readProperties } from "./read-properties.ts";
import { readQuoted } from "./read-quoted.ts";
import { hasRepeatedKeys } from "./repeated-keys.ts";
import { endOfText } from "../text/end-of-text.ts";
import type { YamlEntry, YamlNode } from "./syntax.ts";

/** All that may stand in brackets. Its further lines are indented by `least` columns. */
export function readInline(cursor: Cursor, least: number, properties: Properties): YamlNode | undefined {
	switch (cursor.text.charCodeAt(cursor.at)) {
		case character.doubleQuote:
		case character.singleQuote:
			return readQuoted(cursor, least, properties);
		case character.openBracket:
		case character.openBrace:
			return readBrackets(cursor, least, properties);
		case character.asterisk:
			return properties === noProperties ? readAlias(cursor) : undefined;
		default:
			return readPlain(cursor, least, properties);
	}
}

function readAlias(cursor: Cursor): YamlNode | undefined {
	const { text, at: start } = cursor;
	const end = endOfName(text, start + 1);
	const name = text.slice(start + 1, end);
	cursor.at = end;
	return name === "" || name.endsWith(":") ? undefined : { start, end: endOfText(text, start, end), kind: "alias", ...noProperties, name };
}

function readBrackets(cursor: Cursor, least: number, { anchor, tag }: Properties): YamlNode | undefined {
	const { text, at: start } = cursor;
	if (cursor.depth >= deepest) return undefined;
	cursor.depth++;
	cursor.brackets++;
	const isMapping = text.charCodeAt(start) === character.openBrace;
	const entries = isMapping ? readParts(cursor, least, character.closeBrace, readEntry) : undefined;
	const items = isMapping ? undefined : readParts(cursor, least, character.closeBracket, readItem);
	cursor.depth--;
	cursor.brackets--;
	if (items) return { start, end: cursor.at, kind: "sequence", anchor, tag, items, isFlow: true };
	return !entries || hasRepeatedKeys(entries) ? undefined : { start, end: cursor.at, kind: "mapping", anchor, tag, entries, isFlow: true };
}

/** What stands between commas, up to the bracket that closes it. */
function readParts<Part>(cursor: Cursor, least: number, close: number, read: (cursor: Cursor, least: number) => Part | undefined): readonly Part[] | undefined {
	const { text } = cursor;
	const parts: Part[] = [];
	cursor.at++;
	if (!skipInBrackets(cursor, least)) return undefined;
	while (text.charCodeAt(cursor.at) !== close) {
		const part = read(cursor, least);
		if (!part || !skipInBrackets(cursor, least)) return undefined;
		parts.push(part);
		const code = text.charCodeAt(cursor.at);
		if (code === character.comma) {
			cursor.at++;
			if (!skipInBrackets(cursor, least)) return undefined;
		} else if (code !== close) return undefined;
	}
	cursor.at++;
	return parts;
}

function readItem(cursor: Cursor, least: number): YamlNode | undefined {
	const properties = readProperties(cursor);
	const node = properties && readInline(cursor, least, properties);
	return node && mayHaveTag(node) ? node : undefined;
}

function readEntry(cursor: Cursor, least: number): YamlEntry | undefined {
	const { text, lineStart } = cursor;
	const key = readItem(cursor, least);
	if (key?.kind !== "scalar" || key.tag !== undefined || cursor.lineStart !== lineStart) return undefined;
	const colon = skipBlanks(cursor, cursor.at);
	if (text.charCodeAt(colon) !== character.colon) return { start: key.start, end: key.end, key, value: undefined };
	cursor.at = skipBlanks(cursor, colon + 1);
	const emptyAt = cursor.at;
	if (emptyAt < 0 || !skipInBrackets(cursor, least)) return undefined;
	const isEmpty = isOver(text.charCodeAt(cursor.at));
	const value = isEmpty ? emptyNode(emptyAt, noProperties) : readItem(cursor, least);
	return value && { start: key.start, end: Math.max(key.end, value.end), key, value };
}

const isOver = (code: number): boolean => code === character.comma || code === character.closeBrace;

/** To what comes next in the brackets, over comments and line ends. */
function skipInBrackets(cursor: Cursor, least: number): boolean {
	const { text } = cursor;
	let indentation = -1;
	for (;;) {
		const start = cursor.at;
		let at = start;
		if (indentation >= 0) while (text.charCodeAt(at) === character.space) at++;
		if (indentation >= 0) indentation = at - start;
		at = skipBlanks(cursor, at);
		if (at < 0 || at - start > 400 || at === text.length) return false;
		cursor.at = at;
		const code = text.charCodeAt(at);
		if (code === character.hash) {
			if (at === start && indentation < 0 && !mayPrecedeComment(text.charCodeAt(at - 1))) return false;
		} else if (code !== character.newline && code !== character.carriageReturn) return indentation < 0 || mayStandThere(cursor, least, indentation);
		if (!skipLineEnd(cursor)) return false;
		indentation = 0;
	}
}

/** The last bracket may stand below the word that it belongs to. */
function mayStandThere({ text, at, brackets, isLoose }: Cursor, least: number, indentation: number): boolean {
	if (isLoose || indentation >= least) return indentation > 0 || !isMarker(text, at);
	const code = text.charCodeAt(at);
	return indentation === least - 1 && brackets === 1 && (code === character.closeBracket || code === character.closeBrace);
}
