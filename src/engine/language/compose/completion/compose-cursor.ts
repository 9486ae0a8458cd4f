import type { Range } from "../../../text/text.ts";
import { endOfQuotes } from "./lines.ts";

/** What is being written at an offset, told by how the lines around it look, for what is half written cannot be parsed. */
export type ComposeCursor = {
	/** A key, a value of one, or an item of a list. A first word on a line of its own, or behind a dash, may become a key. */
	readonly kind: "key" | "value" | "item";
	/** Of a key the names that lead to its mapping, else to the value itself; items are `*`. */
	readonly path: readonly string[];
	/** The path by which it counts: below `x-` that of what an alias brings it to. */
	readonly meant: readonly string[];
	/** The word, without quotes. */
	readonly range: Range;
	/** The word up to the offset. */
	readonly typed: string;
	/** Which opens the word; empty where it is plain. */
	readonly quote: string;
	/** What else the mapping has, with what is written behind it. */
	readonly siblings: ReadonlyMap<string, string>;
	/** What the list has besides; of a first word the list whose dashes stand where it does. */
	readonly items: readonly string[];
	readonly isFlow: boolean;
	/** At which the word begins. */
	readonly column: number;
	/** Whether a blank is needed before a value. */
	readonly lacksBlank: boolean;
	/** Whether a colon follows the word already. */
	readonly hasColon: boolean;
};

type Word = Pick<ComposeCursor, "range" | "typed" | "quote">;

/** From the start to the end of the line or to a comment; in quotes to the closing one. */
export function wordAt(text: string, start: number, lineEnd: number, offset: number): Word {
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
