import type { Line, Mark } from "./lines.ts";

/** A key or a dash with its line. */
type Holder = { readonly mark: Mark; readonly line: number };

/** What leads to a place, outer ones first. */
export type Way = { readonly names: readonly string[]; readonly holders: readonly Holder[] };

const nameOf = (mark: Mark): string => (mark.kind === "dash" ? "*" : mark.name);

/** The names that lead to what is at a column: of each line above the marks that stand further left. */
export function wayTo(lines: readonly Line[], index: number, own: readonly Mark[], column: number): Way {
	const holders: Holder[] = [];
	let limit = column;
	let isItem = false;
	const visit = (mark: Mark, line: number): void => {
		// The items of a list may stand right below its key.
		if (mark.column >= limit && !(isItem && mark.kind === "key" && mark.column === limit)) return;
		holders.unshift({ mark, line });
		limit = mark.column;
		isItem = mark.kind === "dash";
	};
	for (const mark of own.toReversed()) visit(mark, index);
	for (let at = index - 1; at >= 0 && (limit > 0 || isItem); at--) {
		const { kind, marks } = lines[at] as Line;
		if (kind === "document") break;
		for (let each = marks.length - 1; each >= 0; each--) visit(marks[each] as Mark, at);
	}
	return { names: holders.map(({ mark }) => nameOf(mark)), holders };
}

/** Whether something may stand at the column: what holds it has no value yet, and its other parts stand there too. */
export function isLevel(text: string, lines: readonly Line[], index: number, { holders }: Way, column: number): boolean {
	const { mark, line = lines.findLastIndex(({ kind }, at) => kind === "document" && at < index) } = holders.at(-1) ?? {};
	const inLine = mark && (lines[line] as Line).marks.find((each) => each.column > mark.column);
	if (inLine) return inLine.column === column;
	if (mark && hasValue(valueText(text, lines[line] as Line, mark))) return false;
	for (let at = line + 1; at < lines.length; at++) {
		const { kind, marks } = lines[at] as Line;
		const [first] = marks;
		if (kind === "document" || (mark && first && first.column <= mark.column)) break;
		// What stands deeper below the line itself is its own.
		if (first && at !== index && (at < index || first.column <= column)) return first.column === column;
	}
	return true;
}

/** Besides tags, anchors and comments. */
const hasValue = (text: string): boolean =>
	text
		.split(/[ \t]#/, 1)[0]
		?.split(/\s+/)
		.some((word) => /^[^&!]/.test(word)) === true;

/** What stands behind a mark in its line. */
const valueText = (text: string, line: Line, mark: Mark): string => text.slice(mark.end, Math.min(line.end, mark.end + 500));

/** Nothing is used by way of so many others. */
const deepest = 5;

/**
 * The names that lead to where something counts. What stands below `x-` counts where an alias brings it; where none does it is taken for a part of a service, as most
 * are.
 */
export function meantNames(text: string, lines: readonly Line[], { names, holders }: Way, depth = 0): readonly string[] {
	if (!names[0]?.startsWith("x-")) return names;
	for (let at = holders.length - 1; at >= 0; at--) {
		const { mark, line } = holders[at] as Holder;
		const [, anchor] = /^[ \t]*(?:!\S*[ \t]+)*&([^\s,[\]{}]+)/.exec(valueText(text, lines[line] as Line, mark)) ?? [];
		if (anchor === undefined) continue;
		const used = depth < deepest ? whereUsed(text, lines, anchor) : undefined;
		const home = used && meantNames(text, lines, used, depth + 1);
		return [...(home ?? ["services", "*"]), ...names.slice(at + 1)];
	}
	return ["services", "*", ...names.slice(1)];
}

/** Where the first alias of an anchor stands. */
function whereUsed(text: string, lines: readonly Line[], anchor: string): Way | undefined {
	for (const [index, line] of lines.entries()) {
		const last = line.marks.at(-1);
		const value = last ? valueText(text, line, last) : "";
		if (!last || !value.includes("*") || !value.split(/[\s,[\]]+/).includes(`*${anchor}`)) continue;
		const way = wayTo(lines, index, line.marks, last.column + 1);
		const merge = way.names.lastIndexOf("<<");
		return merge < 0 ? way : { names: way.names.slice(0, merge), holders: way.holders.slice(0, merge) };
	}
	return undefined;
}
