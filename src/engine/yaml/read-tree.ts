import { character } from "./characters.ts";
import { type Cursor, endLine, skipBlanks, startLine } from "./cursor.ts";
import { readBlock } from "./read-block.ts";
import { emptyNode } from "./read-plain.ts";
import { noProperties } from "./read-properties.ts";
import type { Range } from "../text/text.ts";
import type { Part } from "./parts.ts";
import type { YamlEntry, YamlNode, YamlTree } from "./syntax.ts";

/**
 * Reads a text without mistakes in what people write of YAML 1.2, and many times faster than a parser that knows all of it.
 * Undefined for everything else, and wherever a text may mean something that is not sure here: it is to be read by `libraryTree` then, which gives the same for the rest.
 * Where it `isLoose`, lines in brackets and quotes may be indented by less than what they belong to, and by tabs: Docker's tools read them so.
 */
export function readTree(text: string, { isLoose = false }: Partial<Pick<Cursor, "isLoose">> = {}): YamlTree | undefined {
	if (text.includes("\r") && /\r(?!\n)/.test(text)) return undefined;
	const first = text.charCodeAt(0) === character.byteOrderMark ? 1 : 0;
	const cursor: Cursor = { text, at: first, lineStart: first, indentation: 0, depth: 0, brackets: 0, isLoose, comments: [] };
	const roots: YamlNode[] = [];
	if (!startLine(cursor)) return undefined;
	if (cursor.indentation >= 0) {
		// The mark counts as a column to some.
		if (first > 0 && cursor.lineStart === first && (cursor.indentation > 0 || text.charCodeAt(cursor.at) === character.minus)) return undefined;
		const root = readRoot(cursor);
		if (!root) return undefined;
		roots.push(root);
	}
	while (cursor.at < text.length) {
		const root = readDocument(cursor, roots.length > 0);
		if (root === undefined) return undefined;
		if (root) roots.push(root);
	}
	return { roots, comments: cursor.comments };
}

/** What a marker begins; false for one that ends a document. */
function readDocument(cursor: Cursor, isSecond: boolean): YamlNode | false | undefined {
	const { text } = cursor;
	if (cursor.at !== cursor.lineStart) return undefined;
	const isStart = text.charCodeAt(cursor.at) === character.minus;
	const emptyAt = skipBlanks(cursor, cursor.at + 3);
	if (emptyAt < 0) return undefined;
	cursor.at = emptyAt;
	if (!endLine(cursor)) return undefined;
	const isOver = cursor.indentation < 0;
	if (!isStart) return isSecond && isOver && (cursor.at === text.length || text.charCodeAt(cursor.at) === character.minus) ? false : undefined;
	return isOver ? emptyNode(emptyAt, noProperties) : readRoot(cursor);
}

/** Reads a part as `readTree` reads a text, with offsets in the whole; undefined also where it is no mapping in its column. */
export function readPart(
	text: string,
	{ start, end, column }: Part,
): { readonly entries: readonly YamlEntry[]; readonly comments: readonly Range[] } | undefined {
	const cursor: Cursor = { text: text.slice(0, end), at: start, lineStart: start, indentation: 0, depth: 0, brackets: 0, isLoose: false, comments: [] };
	if (!startLine(cursor) || cursor.indentation !== column) return undefined;
	const root = readRoot(cursor);
	return root?.kind === "mapping" && cursor.at === end ? { entries: root.entries, comments: cursor.comments } : undefined;
}

function readRoot(cursor: Cursor): YamlNode | undefined {
	const root = readBlock(cursor, cursor.indentation, -1, noProperties);
	return cursor.indentation < 0 ? root : undefined;
}
