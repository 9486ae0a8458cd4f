import type { Range } from "../text/text.ts";

/** An instruction's physical lines joined as BuildKit joins them: without continuation characters, comments, line ends. Offsets map back to the document. */
export class LogicalLine {
	readonly text: string;
	/** For each physical piece: its offset in `text`, then its offset in the document; both ascend. */
	readonly #pieces: readonly number[];
	/** Most instructions stand on one line: what an offset in `text` is short of the one in the document. -1 where there are more lines. */
	readonly #shift: number;

	constructor(text: string, pieces: readonly number[]) {
		this.text = text;
		this.#pieces = pieces;
		this.#shift = pieces.length === 2 ? (pieces[1] ?? 0) : -1;
	}

	/** Where the first line begins in the document: with the keyword, or with an escape character before the line that holds it. */
	get start(): number {
		return this.#pieces[1] ?? 0;
	}

	/** Whether the instruction's words stand on one line of the file. */
	get isOneLine(): boolean {
		return this.#shift >= 0;
	}

	/** Document offset of the character at `offset`. At the end of the text it is the offset after the last character. */
	toDocument(offset: number): number {
		if (this.#shift >= 0) return offset + this.#shift;
		const index = this.#pieceBelow(0, offset + 1);
		return offset - (this.#pieces[index] ?? 0) + (this.#pieces[index + 1] ?? 0);
	}

	/** The range in the document: its end stays on the line of the last character, before any continuation; an empty one stays behind the character before it. */
	toDocumentRange({ start, end }: Range): Range {
		return this.rangeAt(start, end);
	}

	rangeAt(start: number, end: number): Range {
		if (this.#shift >= 0) return { start: start + this.#shift, end: end + this.#shift };
		if (end > start) return { start: this.toDocument(start), end: this.toDocument(end - 1) + 1 };
		const at = start > 0 ? this.toDocument(start - 1) + 1 : this.toDocument(0);
		return { start: at, end: at };
	}

	/** What stands there, with a text of its own. */
	wordAt(text: string, start: number, end: number): Range & { readonly text: string } {
		if (this.#shift >= 0) return { text, start: start + this.#shift, end: end + this.#shift };
		const range = this.rangeAt(start, end);
		return { text, start: range.start, end: range.end };
	}

	/**
	 * The piece that the document's offset is in, or behind: `at` is the offset in `text`, at the piece's end where the document's is further on, `start` where
	 * the piece begins in `text`, and `end` where it ends in the document.
	 */
	pieceBefore(offset: number): { readonly at: number; readonly start: number; readonly end: number } {
		const index = this.#pieceBelow(1, offset + 1);
		const [start = 0, from = 0, next = this.text.length] = this.#pieces.slice(index, index + 3);
		const end = from + next - start;
		return { at: start + Math.min(offset, end) - from, start, end };
	}

	/** What stands there as ranges in the document that each stay on a line. */
	linesAt(start: number, end: number): readonly Range[] {
		if (this.#shift >= 0) return [{ start: start + this.#shift, end: end + this.#shift }];
		const ranges: Range[] = [];
		const pieces = this.#pieces;
		for (let index = this.#pieceBelow(0, start + 1); index < pieces.length && (pieces[index] ?? 0) < end; index += 2) {
			const from = pieces[index] ?? 0;
			const to = Math.min(pieces[index + 2] ?? this.text.length, end);
			const shift = (pieces[index + 1] ?? 0) - from;
			if (to > Math.max(from, start)) ranges.push({ start: Math.max(from, start) + shift, end: to + shift });
		}
		return ranges;
	}

	/** Where in the document the pieces end: there the escape characters are by which the line goes on, behind the last one perhaps. */
	ends(): readonly number[] {
		const ends: number[] = [];
		for (let index = 0; index < this.#pieces.length; index += 2)
			ends.push((this.#pieces[index + 1] ?? 0) + (this.#pieces[index + 2] ?? this.text.length) - (this.#pieces[index] ?? 0));
		return ends;
	}

	/** Index of the last piece whose offset, of the two that it has, is below the limit. */
	#pieceBelow(which: 0 | 1, limit: number): number {
		let low = 0;
		let high = this.#pieces.length / 2 - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#pieces[middle * 2 + which] ?? 0) < limit) low = middle;
			else high = middle - 1;
		}
		return low * 2;
	}

	/** The physical pieces as ranges in the document, in order; empty ones left out. */
	pieces(): readonly Range[] {
		const ranges: Range[] = [];
		for (let index = 0; index < this.#pieces.length; index += 2) {
			const from = this.#pieces[index] ?? 0;
			const to = this.#pieces[index + 2] ?? this.text.length;
			const start = this.#pieces[index + 1] ?? 0;
			if (to > from) ranges.push({ start, end: start + to - from });
		}
		return ranges;
	}
}
