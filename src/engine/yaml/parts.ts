import type { Range } from "../text/text.ts";

/**
 * A key in the first column with what it holds, or one below it; `heading` is the line of the key that holds it, and `column` where the key stands. The range goes to where the
 * next begins.
 */
export type Part = Range & { readonly heading: Range | undefined; readonly column: number };

/** A key as most are written, which nothing but what it holds can be part of where it is indented as its neighbours. */
const key = /[\w.-]+:(?=[ \r\n]|$)/y;
const headingEnd = /[\w.-]+: *(?: #[^\n]*)?\r?(?:\n|$)/y;
/** Several documents, and directives. */
const others = /^(?:---|\.\.\.|%|\uFEFF)/m;

/**
 * The parts of a text that can be read one by one: a mistake in one of them leaves the others as they are. The first has all that stands before it. None where the text is
 * not a mapping, or is of several documents.
 */
export function partsOf(text: string): readonly Part[] {
	if (others.test(text)) return [];
	const parts: Part[] = [];
	/** Undefined where keys below the one in the first column are no parts, or their column is not known yet. */
	let [heading, column]: [Range | undefined, number | undefined] = [undefined, undefined];
	const begin = (start: number, at: number, under?: Range): void => {
		const last = parts.at(-1);
		const from = last ? start : 0;
		if (last) parts[parts.length - 1] = { ...last, end: start };
		parts.push({ start: from, end: text.length, heading: under, column: at });
	};
	for (let start = 0, end = 0; start < text.length; start = end) {
		const newline = text.indexOf("\n", start);
		end = newline < 0 ? text.length : newline + 1;
		const indentation = indentationOf(text, start);
		if (indentation === undefined) continue;
		key.lastIndex = start + indentation;
		if (indentation === 0) {
			if (!key.test(text)) {
				if (parts.length === 0) return [];
				continue;
			}
			headingEnd.lastIndex = start;
			begin(start, 0);
			heading = headingEnd.test(text) ? { start, end } : undefined;
			column = undefined;
		} else if (heading && column === undefined) {
			// Where the first is no key, the keys further down are not what they look like.
			if (key.test(text)) {
				column = indentation;
				begin(heading.end, column, heading);
			} else heading = undefined;
		} else if (heading && indentation === column && key.test(text)) begin(start, column, heading);
	}
	return parts;
}

/** Undefined for a line that says nothing. */
function indentationOf(text: string, start: number): number | undefined {
	let at = start;
	while (text.charCodeAt(at) === 0x20) at++;
	const code = text.charCodeAt(at);
	return at === text.length || code === 0x23 || code === 0x0a || code === 0x0d || code === 0x09 ? undefined : at - start;
}
