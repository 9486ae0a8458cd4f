import { addSpan, type Span } from "./spans.ts";
import type { Style } from "./style.ts";

/** A line of a terminal: a character and its style in each place. */
export type Cells = {
	write(text: string, style: Style): void;
	/** To a column, from 0. */
	go(column: number): void;
	move(columns: number): void;
	/** As `EL`: 0 from the cursor on, 1 up to it, 2 all. */
	clear(mode: number): void;
	read(): { readonly text: string; readonly spans: readonly Span[] };
};

/** No terminal is as wide; what is written beyond is not shown. */
const width = 16_384;

export function createCells(text: string, before: readonly Span[]): Cells {
	const characters: string[] = [];
	const styles: Style[] = [];
	let cursor = 0;
	const put = (character: string, style: Style): void => {
		if (cursor < width) {
			while (characters.length < cursor) {
				characters.push(" ");
				styles.push(0);
			}
			characters[cursor] = character;
			styles[cursor] = style;
		}
		cursor++;
	};
	let [at, next] = [0, 0];
	for (const character of text.slice(0, width)) {
		while (next < before.length && (before[next]?.end ?? 0) <= at) next++;
		const span = before[next];
		put(character, span && span.start <= at ? span.style : 0);
		at += character.length;
	}
	// What was too much is where the cursor stands all the same.
	cursor = Math.max(cursor, Math.min(text.length, 2 * width));
	if (text.length <= width) cursor = characters.length;
	return {
		write(piece, style) {
			for (const character of piece) put(character, style);
		},
		go(column) {
			cursor = Math.min(Math.max(column, 0), width);
		},
		move(columns) {
			cursor = Math.min(Math.max(cursor + columns, 0), width);
		},
		clear(mode) {
			if (mode === 0) characters.length = styles.length = Math.min(cursor, characters.length);
			else if (mode === 2) characters.length = styles.length = 0;
			else {
				characters.fill(" ", 0, cursor + 1);
				styles.fill(0, 0, cursor + 1);
			}
		},
		read() {
			const spans: Span[] = [];
			let length = 0;
			for (const [index, character] of characters.entries()) {
				const style = styles[index] ?? 0;
				if (style !== 0) addSpan(spans, length, length + character.length, style);
				length += character.length;
			}
			return { text: characters.join(""), spans };
		},
	};
}
