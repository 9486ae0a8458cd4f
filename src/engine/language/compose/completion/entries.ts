import type { Line, Mark } from "./lines.ts";

/** Of a mapping's or list's other entries no more are looked at. */
const mostLines = 2000;

/** The entries of the mapping that stands at a column around a line, with what is written behind their colons. */
export function siblingsOf(text: string, lines: readonly Line[], index: number, column: number, except?: string): ReadonlyMap<string, string> {
	const siblings = new Map<string, string>();
	eachAt(lines, index, column, "key", (mark, line) => {
		if (mark.kind === "key") siblings.set(mark.name, valueOf(text, line, mark));
	});
	if (except !== undefined) siblings.delete(except);
	return siblings;
}

/** The items of the list whose dashes stand at a column around a line, but for one that stands in it. */
export function itemsOf(text: string, lines: readonly Line[], index: number, column: number): readonly string[] {
	const items: string[] = [];
	eachAt(lines, index, column, "dash", (mark, line) => void items.push(valueOf(text, line, mark)));
	return items;
}

function eachAt(lines: readonly Line[], index: number, column: number, kind: Mark["kind"], take: (mark: Mark, line: Line) => void): void {
	// A list may stand at the column of its key.
	const isOutside = ({ kind: of, marks: [first] }: Line): boolean =>
		of === "document" || (first !== undefined && (first.column < column || (kind === "dash" && first.kind === "key" && first.column === column)));
	const takeOf = (line: Line): void => {
		for (const mark of line.marks) if (mark.column === column && mark.kind === kind) take(mark, line);
	};
	const [first] = (lines[index] as Line).marks;
	const isFirst = first?.kind === "dash" && first.column < column;
	for (let at = index - 1; !isFirst && at >= Math.max(0, index - mostLines); at--) {
		const line = lines[at] as Line;
		// An item's first entry stands behind its dash.
		if (line.kind !== "document" && line.marks[0]?.kind === "dash" && line.marks[0].column < column) takeOf(line);
		if (isOutside(line)) break;
		takeOf(line);
	}
	for (let at = index + 1; at < Math.min(lines.length, index + mostLines); at++) {
		const line = lines[at] as Line;
		if (isOutside(line)) break;
		takeOf(line);
	}
}

const valueOf = (text: string, { end }: Line, mark: Mark): string =>
	unquoted(
		text
			.slice(mark.end, end)
			.replace(/[ \t]#.*$/s, "")
			.trim(),
	);

export const unquoted = (text: string): string => (/^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text);
