import type { Range } from "../text/text.ts";
import { Lines } from "../text/text.ts";

/**
 * The text with carets and the message in comments under each marked range, so that a marked Dockerfile stays one. The "#" stands where column 0 is:
 * a range from column 0 shows from its second character on, and one from column 1 begins with ">" instead. "|" is an empty range. A range over several
 * lines has carets under its first and its last line, both with "…".
 */
export function renderCarets(text: string, marks: readonly { readonly at: Range; readonly message: string }[]): string {
	const lines = new Lines(text);
	const below = new Map<number, string[]>();
	const add = (line: number, comment: string) => below.set(line, [...(below.get(line) ?? []), comment]);
	for (const { at, message } of marks.toSorted((one, other) => one.at.start - other.at.start || one.at.end - other.at.end)) {
		const [first, last] = [lines.lineAt(at.start), lines.lineAt(Math.max(at.start, at.end - 1))];
		const firstLine = lines.lineRange(first);
		const source = text.slice(firstLine.start, firstLine.end);
		if (first === last) {
			add(first, `${commentedCarets(source, at.start - firstLine.start, at.end - firstLine.start)} ${message}`);
			continue;
		}
		add(first, `${commentedCarets(source, at.start - firstLine.start, source.length)}… ${message}`);
		const lastLine = lines.lineRange(last);
		const ending = text.slice(lastLine.start, lastLine.end);
		add(last, `${commentedCarets(ending, Math.max(0, ending.search(/\S/)), at.end - lastLine.start)}…`);
	}
	if (below.size === 0) return text;
	return lines.starts
		.map((start, line) => {
			const comments = below.get(line);
			const own = text.slice(start, lines.starts[line + 1] ?? text.length);
			if (!comments) return own;
			const lineEnd = own.endsWith("\r\n") ? "\r\n" : "\n";
			return (own.endsWith("\n") ? own : own + lineEnd) + comments.map((comment) => comment + lineEnd).join("");
		})
		.join("");
}

/** The text that `renderCarets` was given, except that a missing line end at its end is not taken away again. */
export const withoutCarets = (text: string): string => text.replace(/^#(?:[>^|]|[ \t]+[\^|\t]+…?(?: |\r?$)).*\r?\n?/gm, "");

/** Carets that stand below the columns (UTF-16 units, end exclusive) of a line when printed under it; "|" where the columns are empty. Tabs and wide characters are allowed for. */
export function carets(line: string, start: number, end: number): string {
	const column = Math.min(start, line.length);
	return blank(line.slice(0, column)) + (end > start ? under(line.slice(column, end)) || "^" : "|");
}

function commentedCarets(line: string, start: number, end: number): string {
	const marked = carets(line, start, end);
	if (marked.startsWith("\t")) return `#${marked}`;
	if (start === 0) return `#${marked.slice(1) || (end > start ? "^" : "|")}`;
	return start === 1 ? `#>${marked.slice(2)}` : `#${marked.slice(1)}`;
}

const blank = (text: string): string => text.replace(/[^\t]/gu, (character) => " ".repeat(widthOf(character)));
const under = (text: string): string => text.replace(/[^\t]/gu, (character) => "^".repeat(widthOf(character)));

const noWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const twoColumns =
	/[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** Columns that a terminal gives the character. */
export function widthOf(character: string): number {
	if (character < "\u0300") return 1;
	if (noWidth.test(character)) return 0;
	return twoColumns.test(character) ? 2 : 1;
}
