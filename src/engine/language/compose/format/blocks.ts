import type { Edit } from "../../../text/text.ts";
import { character } from "../../../yaml/characters.ts";
import type { Columns } from "./levels.ts";
import type { ComposeLine, Level } from "./lines.ts";

/** A text in a block: how far it is indented and is to be, and whether the empty lines behind it are some of it. */
export type Block = { readonly column: number; readonly wanted: number; readonly level: Level | undefined; readonly keepsEnd: boolean };

const header = /^[|>][+-]?([1-9])?/;

/** By its lines, the first of them first. */
export function blockOf(text: string, lines: readonly ComposeLine[], columns: Columns): Block | undefined {
	const [first] = lines;
	const written = first && lines.find(({ first: at, end }) => at < end);
	if (!first?.within || !written) return undefined;
	const mark = text.slice(first.within.start, first.within.start + 3);
	const digit = header.exec(mark)?.[1];
	const { level } = first;
	const told = digit === undefined ? undefined : Number(digit);
	const column = told === undefined ? spacesIn(text, written) : (level?.column ?? 0) + told;
	const wanted = !level ? column : told === undefined ? columns.ofText(first, level, column) : columns.of(level) + told;
	return { column, wanted, level, keepsEnd: mark.slice(0, 3).includes("+") };
}

/** What moves a line of it; undefined where that would be another text. */
export function moveInBlock(text: string, line: ComposeLine, { column, wanted }: Block, trims: boolean): Edit | undefined | "cannot" {
	const spaces = spacesIn(text, line);
	const { start, end } = line;
	if (start + spaces === end && spaces <= column) return trims && spaces > 0 ? { start, end, text: "" } : undefined;
	if (spaces < column) return "cannot";
	return wanted === column ? undefined : { start, end: start + spaces, text: " ".repeat(spaces - column + wanted) };
}

/** How many the line begins with. */
export function spacesIn(text: string, { start, end }: ComposeLine): number {
	let at = start;
	while (at < end && text.charCodeAt(at) === character.space) at++;
	return at - start;
}
