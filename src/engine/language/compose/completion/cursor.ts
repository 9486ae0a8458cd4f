import type { ComposeFile } from "../../../compose/syntax.ts";
import { countBelow } from "../../../text/search.ts";
import { type ComposeCursor, wordAt } from "./compose-cursor.ts";
import { itemsOf, siblingsOf } from "./entries.ts";
import { flowCursor } from "./flow-cursor.ts";
import { type Line, linesIn, type Mark } from "./lines.ts";
import { isLevel, meantNames, type Way, wayTo } from "./places.ts";

/** Undefined in comments, in texts over several lines, and where something stands further left or right than what is beside it. */
export function composeCursorAt(file: ComposeFile, offset: number): ComposeCursor | undefined {
	const lines = linesIn(file);
	const index = lineAt(lines, offset);
	const line = lines[index];
	if (!line || offset > line.end || line.kind === "document") return undefined;
	if (line.kind === "comment" && offset >= line.start + line.indent) return undefined;
	if (isInComment(file, offset)) return undefined;
	if (line.kind === "inside") return line.opener ? flowCursor(file, lines, line.opener, offset) : undefined;
	if (line.behind !== undefined && offset - line.start > line.behind) return undefined;
	const before = line.marks.filter(({ end }) => end <= offset);
	const last = before.at(-1);
	const from = last?.end ?? line.start;
	const valueAt = startOfValue(file.text, from, Math.max(offset, from));
	if (/[[{]/.test(file.text[valueAt] ?? "") && valueAt < offset) return flowCursor(file, lines, { line: index, at: valueAt }, offset);
	return last?.kind === "key" ? valueCursor(file, lines, index, before, valueAt, offset) : wordCursor(file, lines, index, before, offset);
}

const lineAt = (lines: readonly Line[], offset: number): number => Math.max(0, countBelow(lines, offset + 1, ({ start }) => start) - 1);

/** Whether the offset is behind a `#` that begins a comment. In a text over several lines none does. */
export function isInComment(file: ComposeFile, offset: number): boolean {
	const lines = linesIn(file);
	const line = lines[lineAt(lines, offset)];
	if (!line || (line.kind === "inside" && !line.opener)) return false;
	return /(?:^|[ \t])#/.test(file.text.slice(line.start, offset).replace(/(^|[\s[{,:])(?:"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$))/g, "$1"));
}

/** Behind blanks, tags and anchors. */
function startOfValue(text: string, from: number, until: number): number {
	return from + (/^(?:[ \t]*[&!][^\s]*(?=[ \t]))*[ \t]*/.exec(text.slice(from, Math.min(until, from + 500)))?.[0].length ?? 0);
}

function valueCursor({ text }: ComposeFile, lines: readonly Line[], index: number, marks: readonly Mark[], valueAt: number, offset: number): ComposeCursor {
	const line = lines[index] as Line;
	const last = marks.at(-1) as Mark;
	const word = wordAt(text, valueAt, line.end, offset);
	const siblings = siblingsOf(text, lines, index, last.column);
	const way = wayTo(lines, index, marks, last.column + 1);
	const lacksBlank = valueAt === last.end;
	return { kind: "value", ...pathsOf(text, lines, way), ...word, siblings, items: [], isFlow: false, column: last.column, lacksBlank, hasColon: false };
}

const pathsOf = (text: string, lines: readonly Line[], way: Way): Pick<ComposeCursor, "path" | "meant"> => ({
	path: way.names,
	meant: meantNames(text, lines, way),
});

/** A word that no colon follows yet, or a key before the offset reaches its colon. */
function wordCursor({ text }: ComposeFile, lines: readonly Line[], index: number, marks: readonly Mark[], offset: number): ComposeCursor | undefined {
	const line = lines[index] as Line;
	const dash = marks.at(-1);
	const own = line.marks[marks.length];
	const column = own
		? own.column
		: dash
			? Math.max(dash.column + 2, startOfValue(text, dash.end, offset) - line.start)
			: Math.max(0, Math.min(line.indent, offset - line.start));
	const level = marks[0]?.column ?? column;
	if (!isLevel(text, lines, index, wayTo(lines, index, [], level), level)) return undefined;
	const start = own ? line.start + own.column : dash ? startOfValue(text, dash.end, offset) : line.start + column;
	const isKey = own?.kind === "key";
	const word = isKey ? { ...wordAt(text, start, start + nameLength(text, start, own.end), offset) } : wordAt(text, Math.min(start, offset), line.end, offset);
	const paths = pathsOf(text, lines, wayTo(lines, index, marks, column));
	const siblings = siblingsOf(text, lines, index, column, isKey ? own.name : undefined);
	const items = itemsOf(text, lines, index, dash?.column ?? column);
	const common = { ...paths, ...word, siblings, items, isFlow: false, column, hasColon: isKey };
	return dash ? { kind: "item", ...common, lacksBlank: start === dash.end } : { kind: "key", ...common, lacksBlank: false };
}

/** Of a key, with its quotes, whose colon ends at `end`. */
const nameLength = (text: string, start: number, end: number): number => text.slice(start, end - 1).trimEnd().length;
