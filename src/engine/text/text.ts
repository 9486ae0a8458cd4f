import { countBelow } from "./search.ts";

/** A stretch of text: UTF-16 offsets from 0, end exclusive. */
export type Range = { readonly start: number; readonly end: number };

/** Puts `text` in place of the range. An empty range inserts, an empty text removes. */
export type Edit = Range & { readonly text: string };

/** Line and column, both from 0; the column counts UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

export const replace = ({ start, end }: Range, text: string): Edit => ({ start, end, text });
export const insert = (offset: number, text: string): Edit => ({ start: offset, end: offset, text });
export const remove = ({ start, end }: Range): Edit => ({ start, end, text: "" });

export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;
/** Ranges that merely touch overlap too, so that a caret at the end of a word is in it. */
export const touches = (one: Range, other: Range): boolean => one.start <= other.end && other.start <= one.end;

/** The text with all edits applied. Edits may come in any order; of two that overlap the later in the text is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let result = "";
	let done = 0;
	for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
		if (edit.start < done) continue;
		result += text.slice(done, edit.start) + edit.text;
		done = edit.end;
	}
	return result + text.slice(done);
}

/** Offsets at which the lines of a text begin. A line ends with "\n", as Docker counts; a "\r" before it belongs to the line. */
export class Lines {
	readonly starts: readonly number[];
	readonly text: string;

	constructor(text: string) {
		const starts = [0];
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
		this.starts = starts;
		this.text = text;
	}

	/** The line, from 0, that holds the offset. */
	lineAt(offset: number): number {
		return countBelow(this.starts, offset + 1, (start) => start) - 1;
	}

	positionAt(offset: number): Position {
		const line = this.lineAt(offset);
		return { line, column: offset - (this.starts[line] ?? 0) };
	}

	/** The line's text without its line end; empty past the last line. */
	lineRange(line: number): Range {
		const start = this.starts[line] ?? this.text.length;
		const next = this.starts[line + 1];
		let end = next === undefined ? this.text.length : next - 1;
		while (next !== undefined && end > start && this.text.charCodeAt(end - 1) === 13) end--;
		return { start, end };
	}
}
