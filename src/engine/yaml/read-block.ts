import { character, isEnd } from "./characters.ts";
import { type Cursor, deepest, endLine, skipBlanks } from "./cursor.ts";
import { readBlockScalar } from "./read-block-scalar.ts";
import { readInline } from "./read-inline.ts";
import { emptyNode } from "./read-plain.ts";
import { mayHaveTag, noProperties, type Properties, readProperties } from "./read-properties.ts";
import { hasRepeatedKeys } from "./repeated-keys.ts";
import { endOfText } from "../text/end-of-text.ts";
import type { YamlEntry, YamlNode } from "./syntax.ts";

/**
 * What begins at the cursor and is indented by `indentation` columns, in a block that is by `parent`. Goes on to what is first below it.
 * `outer` are the properties of it that stand on a line above.
 */
export function readBlock(cursor: Cursor, indentation: number, parent: number, outer: Properties): YamlNode | undefined {
	if (cursor.depth >= deepest) return undefined;
	cursor.depth++;
	const node = readWithProperties(cursor, indentation, parent, outer);
	cursor.depth--;
	return node && mayHaveTag(node) ? node : undefined;
}

function readWithProperties(cursor: Cursor, indentation: number, parent: number, outer: Properties): YamlNode | undefined {
	const { text, lineStart } = cursor;
	const own = readProperties(cursor);
	if (!own) return undefined;
	const isTwice = own !== noProperties && outer !== noProperties;
	const properties = own === noProperties ? outer : own;
	if (own !== noProperties && isLineEnd(text, cursor.at)) return isTwice ? undefined : readBelow(cursor, parent, own, false);
	if (isIndicator(text, cursor.at, character.minus)) return own === noProperties ? readSequence(cursor, indentation, outer) : undefined;
	if (isBlockScalar(text, cursor.at)) return isTwice ? undefined : readBlockScalar(cursor, parent, properties);
	const start = cursor.at;
	const first = readInline(cursor, parent + 1, own);
	if (!first) return undefined;
	const colon = skipBlanks(cursor, cursor.at);
	if (isIndicator(text, colon, character.colon)) {
		if (cursor.lineStart !== lineStart || !isKey(cursor, first, start, colon)) return undefined;
		cursor.at = colon;
		return readMapping(cursor, indentation, first, outer);
	}
	if (isTwice || (first.kind === "alias" && properties !== noProperties)) return undefined;
	// Whatever else is no block and belongs to none is rare.
	if (parent < 0 && (first.kind === "scalar" || first.kind === "alias")) return undefined;
	if (!endLine(cursor)) return undefined;
	return outer === noProperties ? first : { ...first, ...outer };
}

/** What stands on the lines below its key, its `-` or its properties. */
function readBelow(cursor: Cursor, parent: number, properties: Properties, isOfMapping: boolean): YamlNode | undefined {
	const emptyAt = cursor.at;
	if (!endLine(cursor)) return undefined;
	if (cursor.indentation > parent) return readBlock(cursor, cursor.indentation, parent, properties);
	if (isOfMapping && cursor.indentation === parent && isIndicator(cursor.text, cursor.at, character.minus))
		return readBlock(cursor, cursor.indentation, parent, properties);
	const node = emptyNode(emptyAt, properties);
	return mayHaveTag(node) ? node : undefined;
}

function readSequence(cursor: Cursor, indentation: number, { anchor, tag }: Properties): YamlNode | undefined {
	const { text, at: start } = cursor;
	const items: YamlNode[] = [];
	let end = start;
	do {
		const behind = cursor.at + 1;
		const at = skipBlanks(cursor, behind);
		if (at < 0 || text.slice(behind, at).includes("\t")) return undefined;
		cursor.at = at;
		const item = isLineEnd(text, at)
			? readBelow(cursor, indentation, noProperties, false)
			: readBlock(cursor, at - cursor.lineStart, indentation, noProperties);
		if (!item) return undefined;
		items.push(item);
		end = item.end;
	} while (cursor.indentation === indentation && isIndicator(text, cursor.at, character.minus));
	if (cursor.indentation > indentation) return undefined;
	return { start, end: endOfText(text, start, end), kind: "sequence", anchor, tag, items, isFlow: false };
}

/** The cursor is at the `:` behind the first key. */
function readMapping(cursor: Cursor, indentation: number, first: YamlNode, { anchor, tag }: Properties): YamlNode | undefined {
	const entries: YamlEntry[] = [];
	let end = first.end;
	for (let key: YamlNode | undefined = first; ; key = readKey(cursor, indentation)) {
		if (!key) return undefined;
		cursor.at++;
		const value = readHeld(cursor, indentation);
		if (!value) return undefined;
		end = value.end;
		entries.push({ start: key.start, end, key, value });
		if (cursor.indentation !== indentation) break;
	}
	if (cursor.indentation > indentation || hasRepeatedKeys(entries)) return undefined;
	const { start } = first;
	return { start, end: endOfText(cursor.text, start, end), kind: "mapping", anchor, tag, entries, isFlow: false };
}

/** To its `:`. */
function readKey(cursor: Cursor, indentation: number): YamlNode | undefined {
	const { text, lineStart } = cursor;
	const properties = readProperties(cursor);
	if (!properties) return undefined;
	const start = cursor.at;
	const key = readInline(cursor, indentation + 1, properties);
	if (!key || cursor.lineStart !== lineStart) return undefined;
	const colon = skipBlanks(cursor, cursor.at);
	if (!isIndicator(text, colon, character.colon) || !isKey(cursor, key, start, colon)) return undefined;
	cursor.at = colon;
	return key;
}

function isKey({ text, at }: Cursor, node: YamlNode, start: number, colon: number): boolean {
	// A longer key has to be told by a `?`.
	if (node.kind !== "scalar" || node.tag !== undefined || colon - start > 1000) return false;
	return at === colon || !text.slice(at, colon).includes("\t");
}

/** The value behind a `:`. */
function readHeld(cursor: Cursor, parent: number): YamlNode | undefined {
	const { text } = cursor;
	cursor.at = skipBlanks(cursor, cursor.at);
	if (cursor.at < 0) return undefined;
	const properties = readProperties(cursor);
	if (!properties) return undefined;
	if (isLineEnd(text, cursor.at)) return readBelow(cursor, parent, properties, true);
	const isScalar = isBlockScalar(text, cursor.at);
	const node = isScalar ? readBlockScalar(cursor, parent, properties) : readInline(cursor, parent + 1, properties);
	return node && mayHaveTag(node) && (isScalar || endLine(cursor)) ? node : undefined;
}

const isIndicator = (text: string, at: number, code: number): boolean => text.charCodeAt(at) === code && isEnd(text.charCodeAt(at + 1));

function isBlockScalar(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === character.bar || code === character.greater;
}

function isLineEnd(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	return code === character.newline || code === character.carriageReturn || code === character.hash || at === text.length;
}
