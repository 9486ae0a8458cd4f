import type { ComposeFile } from "../../../compose/syntax.ts";
import { countBelow } from "../../../text/search.ts";
import type { Range } from "../../../text/text.ts";
import { endOfQuotes, type Line, linesIn, type Mark } from "./lines.ts";

/** What is being written at an offset, told by how the lines around it look, for what is half written cannot be parsed. */
export type ComposeCursor = {
	/** A key, a value of one, or an item of a list. A first word on a line of its own, or behind a dash, may become a key. */
	readonly kind: "key" | "value" | "item";
	/** Of a key the names that lead to its mapping, else to the value itself; items are `*`. */
	readonly path: readonly string[];
	/** The word, without quotes. */
	readonly range: Range;
	/** The word up to the offset. */
	readonly typed: string;
	/** Which opens the word; empty where it is plain. */
	readonly quote: string;
	/** What else the mapping has, with what is written behind it. */
	readonly siblings: ReadonlyMap<string, string>;
	readonly isFlow: boolean;
	/** At which the word begins. */
	readonly column: number;
	/** Whether a blank is needed before a value. */
	readonly lacksBlank: boolean;
	/** Whether a colon follows the word already. */
	readonly hasColon: boolean;
};

/** Undefined in comments, and in texts over several lines. */
export function composeCursorAt(file: ComposeFile, offset: number): ComposeCursor | undefined {
	const lines = linesIn(file);
	const index = Math.max(0, countBelow(lines, offset + 1, ({ start }) => start) - 1);
	const line = lines[index];
	if (!line || offset > line.end || line.kind === "comment") return undefined;
	if (line.kind === "inside") return line.opener ? flowCursor(file, lines, line.opener, offset) : undefined;
	if (/(?:^|[ \t])#/.test(withoutQuotes(file.text.slice(line.start, offset)))) return undefined;
	const before = line.marks.filter(({ end }) => end <= offset);
	const last = before.at(-1);
	const from = last?.end ?? line.start;
	const valueAt = startOfValue(file.text, from, Math.max(offset, from));
	if (last && /[[{]/.test(file.text[valueAt] ?? "") && valueAt < offset) return flowCursor(file, lines, { line: index, at: valueAt }, offset);
	return last?.kind === "key" ? valueCursor(file, lines, index, before, valueAt, offset) : wordCursor(file, lines, index, before, offset);
}

const withoutQuotes = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");

/** Behind blanks, tags and anchors. */
function startOfValue(text: string, from: number, until: number): number {
	return from + (/^(?:[ \t]*[&!][^\s]*(?=[ \t]))*[ \t]*/.exec(text.slice(from, Math.min(until, from + 500)))?.[0].length ?? 0);
}

function valueCursor({ text }: ComposeFile, lines: readonly Line[], index: number, marks: readonly Mark[], valueAt: number, offset: number): ComposeCursor {
	const line = lines[index] as Line;
	const last = marks.at(-1) as Mark & { readonly kind: "key" };
	const word = wordAt(text, valueAt, line.end, offset);
	const path = [...pathTo(lines, index, marks.slice(0, -1), last.column), last.name];
	const siblings = siblingsOf(text, lines, index, last.column);
	return { kind: "value", path, ...word, siblings, isFlow: false, column: last.column, lacksBlank: valueAt === last.end, hasColon: false };
}

/** A word that no colon follows yet, or a key before the offset reaches its colon. */
function wordCursor({ text }: ComposeFile, lines: readonly Line[], index: number, marks: readonly Mark[], offset: number): ComposeCursor {
	const line = lines[index] as Line;
	const dash = marks.at(-1);
	const own = line.marks[marks.length];
	const column = own
		? own.column
		: dash
			? Math.max(dash.column + 2, startOfValue(text, dash.end, offset) - line.start)
			: Math.max(0, Math.min(line.indent, offset - line.start));
	const start = own ? line.start + own.column : dash ? startOfValue(text, dash.end, offset) : line.start + column;
	const isKey = own?.kind === "key";
	const word = isKey ? { ...wordAt(text, start, start + nameLength(text, start, own.end), offset) } : wordAt(text, Math.min(start, offset), line.end, offset);
	const path = pathTo(lines, index, marks, column);
	const siblings = siblingsOf(text, lines, index, column, isKey ? own.name : undefined);
	const common = { ...word, siblings, isFlow: false, column, hasColon: isKey };
	return dash ? { kind: "item", path, ...common, lacksBlank: start === dash.end } : { kind: "key", path, ...common, lacksBlank: false };
}

/** Of a key, with its quotes, whose colon ends at `end`. */
const nameLength = (text: string, start: number, end: number): number => text.slice(start, end - 1).trimEnd().length;

type Word = Pick<ComposeCursor, "range" | "typed" | "quote">;

/** From the start to the end of the line or to a comment; in quotes to the closing one. */
function wordAt(text: string, start: number, lineEnd: number, offset: number): Word {
	const quote = start < offset && /["']/.test(text[start] ?? "") ? (text[start] ?? "") : "";
	if (quote !== "") {
		const closed = endOfQuotes(text, start, lineEnd);
		return { quote, range: { start: start + 1, end: Math.max(closed < 0 ? lineEnd : closed - 1, offset) }, typed: text.slice(start + 1, offset) };
	}
	const rest = text
		.slice(start, lineEnd)
		.replace(/(?:^|[ \t])#.*$/s, "")
		.trimEnd();
	return { quote, range: { start: Math.min(start, offset), end: Math.max(start + rest.length, offset) }, typed: text.slice(start, offset) };
}

/** The names that lead to what is at a column: of each line above the marks that stand further left. */
function pathTo(lines: readonly Line[], index: number, own: readonly Mark[], column: number): readonly string[] {
	const path: string[] = [];
	let limit = column;
	let isItem = false;
	const visit = (mark: Mark): void => {
		// The items of a list may stand right below its key.
		if (mark.column >= limit && !(isItem && mark.kind === "key" && mark.column === limit)) return;
		path.push(mark.kind === "dash" ? "*" : mark.name);
		limit = mark.column;
		isItem = mark.kind === "dash";
	};
	for (const mark of own.toReversed()) visit(mark);
	for (let at = index - 1; at >= 0 && (limit > 0 || isItem); at--) {
		const { marks } = lines[at] as Line;
		for (let each = marks.length - 1; each >= 0; each--) visit(marks[each] as Mark);
	}
	return path.reverse();
}

/** Of a mapping's other entries no more are looked at. */
const mostLines = 2000;

function siblingsOf(text: string, lines: readonly Line[], index: number, column: number, except?: string): ReadonlyMap<string, string> {
	const siblings = new Map<string, string>();
	const take = ({ marks, end }: Line): boolean => {
		for (const mark of marks)
			if (mark.kind === "key" && mark.column === column)
				siblings.set(
					mark.name,
					unquoted(
						text
							.slice(mark.end, end)
							.replace(/[ \t]#.*$/s, "")
							.trim(),
					),
				);
		return (marks[0]?.column ?? column) < column;
	};
	const own = lines[index] as Line;
	if ((own.marks[0]?.column ?? column) >= column || own.marks[0]?.kind !== "dash")
		for (let at = index - 1; at >= Math.max(0, index - mostLines); at--) if (take(lines[at] as Line)) break;
	for (let at = index + 1; at < Math.min(lines.length, index + mostLines); at++) {
		const line = lines[at] as Line;
		if ((line.marks[0]?.column ?? column) < column) break;
		take(line);
	}
	if (except !== undefined) siblings.delete(except);
	return siblings;
}

const unquoted = (text: string): string => (/^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text);

type Bracket = { readonly sign: string; key: string | undefined; readonly siblings: Map<string, string>; wordAt: number };

/** In brackets, from the one that opens them. */
function flowCursor(
	{ text }: ComposeFile,
	lines: readonly Line[],
	opener: { readonly line: number; readonly at: number },
	offset: number,
): ComposeCursor | undefined {
	const line = lines[opener.line] as Line;
	const marks = line.marks.filter(({ end }) => end <= opener.at);
	const last = marks.at(-1);
	const base =
		last?.kind === "key"
			? [...pathTo(lines, opener.line, marks.slice(0, -1), last.column), last.name]
			: pathTo(lines, opener.line, marks, last ? last.column + 1 : line.indent);
	const stack: Bracket[] = [];
	const wordBefore = (at: number): string => unquoted(text.slice(stack.at(-1)?.wordAt ?? at, at).trim());
	for (let at = opener.at; at < offset; at++) {
		const sign = text[at] ?? "";
		const top = stack.at(-1);
		if ((sign === '"' || sign === "'") && text.slice(top?.wordAt ?? at, at).trim() === "") {
			const closed = endOfQuotes(text, at, offset);
			if (closed < 0) break;
			at = closed - 1;
		} else if (sign === "#" && /\s/.test(text[at - 1] ?? "")) {
			const end = text.indexOf("\n", at);
			if (end < 0 || end >= offset) return undefined;
			at = end;
		} else if (sign === "[" || sign === "{") {
			// `${` is none.
			if (sign === "{" && text[at - 1] === "$") {
				const end = text.indexOf("}", at);
				if (end < 0 || end >= offset) break;
				at = end;
			} else stack.push({ sign, key: undefined, siblings: new Map(), wordAt: at + 1 });
		} else if (sign === "]" || sign === "}") {
			stack.pop();
			if (stack.length === 0) return undefined;
		} else if (sign === "," && top) {
			if (top.key !== undefined) top.siblings.set(top.key, wordBefore(at));
			top.key = undefined;
			top.wordAt = at + 1;
		} else if (sign === ":" && top?.sign === "{" && top.key === undefined && /[\s"'[{]/.test(text[at + 1] ?? " ")) {
			top.key = wordBefore(at);
			top.wordAt = at + 1;
		}
	}
	const top = stack.at(-1);
	if (!top) return undefined;
	const path = [...base, ...stack.flatMap(({ sign, key }) => (sign === "[" ? ["*"] : key === undefined ? [] : [key]))];
	const start = top.wordAt + (/^\s*/.exec(text.slice(top.wordAt, offset))?.[0].length ?? 0);
	const end = start + (/^(?:"[^"\n]*|'[^'\n]*|[^,\]}\n#:]*)/.exec(text.slice(start, start + 500))?.[0].trimEnd().length ?? 0);
	const word = wordAt(text, start, Math.max(end, offset), offset);
	const kind = top.sign === "[" ? "item" : top.key === undefined ? "key" : "value";
	const hasColon = kind === "key" && /^["']?\s*:/.test(text.slice(word.range.end, word.range.end + 20));
	return { kind, path, ...word, siblings: top.siblings, isFlow: true, column: 0, lacksBlank: kind === "value" && top.wordAt === offset, hasColon };
}
