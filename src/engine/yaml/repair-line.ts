import { type Message, say } from "../text/message.ts";
import { type Edit, Lines, type Range, replace } from "../text/text.ts";
import { readTree } from "./read-tree.ts";

/** The one line that is written wrongly, and how the text is YAML with it; no `edit` where nobody knows which of two things was meant. */
export type LineRepair = { readonly at: Range; readonly message: Message; readonly edit?: Edit };

/** Where more is written, nothing is tried. */
const longestText = 100_000;
const mostTries = 60;

type Line = {
	/** With its indentation, without what ends it. */
	readonly range: Range;
	readonly indentation: number;
	/** Without blanks around it. */
	readonly content: string;
};

/** `blamed`: what is underlined instead of the line, which then is for its writer to mend. `mark`: what is underlined, and mended. */
type Try = {
	readonly line: Line;
	readonly content: string;
	readonly indentation: number;
	readonly message: Message;
	readonly cost: number;
	readonly blamed?: Range;
	readonly mark?: Range;
};

/**
 * A parser stumbles where a text cannot go on, which is often below the mistake. One line that is indented as its neighbours are, or has a dash or a colon more or less,
 * mends most texts: that line is to blame. Undefined where none does. `mayRead` knows at little cost of most edits that the text has mistakes with them, too.
 */
export function repairedLine(
	text: string,
	{ start }: Range,
	{ mayRead, opensBracket = false }: { readonly mayRead?: ((edit: Edit) => boolean) | undefined; readonly opensBracket?: boolean | undefined } = {},
): LineRepair | undefined {
	if (text.length > longestText) return undefined;
	const ownLine = text.slice(text.lastIndexOf("\n", start - 1) + 1).slice(0, 200);
	if (leadingTab.test(ownLine)) return withoutTabs(text);
	const lines = linesOf(text);
	const found = lines.findIndex(({ range }) => range.end > start);
	const at = found < 0 ? lines.length - 1 : found;
	const levels: Levels = { step: stepOf(lines), counts: countsOf(lines) };
	const own = lines[at]?.indentation ?? 0;
	const tries = [...quotesClosed(lines, at), ...bracketsClosed(lines, at), ...candidates(lines, at).flatMap((index) => triesFor(lines, index, levels, own))];
	tries.sort((one, other) => one.cost - other.cost);
	for (const each of tries.slice(0, mostTries)) {
		const edit = replace(each.line.range, " ".repeat(each.indentation) + each.content);
		if (mayRead?.(edit) === false || !readsWhole(text, edit)) continue;
		const { range, indentation } = each.line;
		const whole = { start: range.start + indentation, end: range.end };
		return each.blamed ? { at: each.blamed, message: each.message } : { at: each.mark ?? whole, message: each.message, edit };
	}
	const open = opensBracket ? bracketsClosed(lines, at).at(-1) : undefined;
	return open?.mark && { at: open.mark, message: open.message };
}

const readsWhole = (text: string, { start, end, text: written }: Edit): boolean =>
	readTree(text.slice(0, start) + written + text.slice(end))?.roots.every(({ kind }) => kind === "mapping") === true;

const leadingTab = /^ *\t/;

/** Tabs that indent become as many spaces as a level has. A line below a key that ends with its colon stands a level deeper than that, whatever its tabs may look like. */
function withoutTabs(text: string): LineRepair | undefined {
	const lines = text.split("\n");
	const step = stepOf(linesOf(text)) || 2;
	const columns = new Map<string, number>();
	let [before, isOpen, first, last] = [0, false, -1, -1];
	const changed = lines.map((line, index) => {
		const [lead = ""] = /^[ \t]*/.exec(line) ?? [];
		const content = line.slice(lead.length).trimEnd();
		if (content === "" || content.startsWith("#")) return line.replaceAll("\t", " ".repeat(step));
		const isTabbed = leadingTab.test(line);
		if (!isTabbed) columns.clear();
		const column = isTabbed ? (columns.get(lead) ?? Math.max(lead.replaceAll("\t", " ".repeat(step)).length, isOpen ? before + step : 0)) : lead.length;
		columns.set(lead, column);
		if (isTabbed) [first, last] = [first < 0 ? index : first, index];
		[before, isOpen] = [column, content.endsWith(":")];
		return isTabbed ? " ".repeat(column) + line.slice(lead.length) : line;
	});
	const startOf = (index: number): number => lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
	const range = { start: startOf(first), end: startOf(last) + (lines[last]?.length ?? 0) };
	const edit = replace(range, changed.slice(first, last + 1).join("\n"));
	if (first < 0 || readTree(text.slice(0, edit.start) + edit.text + text.slice(edit.end)) === undefined) return undefined;
	const lead = /^[ \t]*/.exec(lines[first] ?? "")?.[0].length ?? 0;
	return { at: { start: range.start, end: range.start + lead + 1 }, message: say`a tab indents this line, where YAML takes spaces alone`, edit };
}

/** Those that say something. */
function linesOf(text: string): readonly Line[] {
	const lines = new Lines(text);
	return lines.starts.flatMap((_, index): readonly Line[] => {
		const { start, end } = lines.lineRange(index);
		const written = text.slice(start, end);
		const content = written.trim();
		if (content === "" || content.startsWith("#")) return [];
		return [{ range: { start, end: start + written.trimEnd().length }, indentation: /^ */.exec(written)?.[0].length ?? 0, content }];
	});
}

/** By what levels mostly differ. */
function stepOf(lines: readonly Line[]): number {
	const counts = new Map<number, number>();
	for (const [index, { indentation }] of lines.entries()) {
		const more = indentation - (lines[index - 1]?.indentation ?? indentation);
		if (more > 0) counts.set(more, (counts.get(more) ?? 0) + 1);
	}
	return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 2;
}

/** By what they mostly differ, and how many lines are indented so far. */
type Levels = { readonly step: number; readonly counts: ReadonlyMap<number, number> };

function countsOf(lines: readonly Line[]): ReadonlyMap<number, number> {
	const counts = new Map<number, number>();
	for (const { indentation } of lines) counts.set(indentation, (counts.get(indentation) ?? 0) + 1);
	return counts;
}

/** The line before, at which the parser did not stumble yet, the line itself, the next, what it is below, and where what stands before it began. */
function candidates(lines: readonly Line[], at: number): readonly number[] {
	const own = lines[at]?.indentation ?? 0;
	let outer = at - 1;
	while (outer >= 0 && (lines[outer]?.indentation ?? 0) >= own) outer--;
	let first = at;
	for (let index = at - 1; index > outer; index--) if ((lines[index]?.indentation ?? 0) <= (lines[first]?.indentation ?? 0) || first === at) first = index;
	return [...new Set([at - 1, at, at + 1, outer, first])].filter((index) => index >= 0 && index < lines.length);
}

function triesFor(lines: readonly Line[], index: number, { step, counts }: Levels, stumbled: number): readonly Try[] {
	const line = lines[index];
	if (!line) return [];
	const { indentation, content } = line;
	const [before, after] = [lines[index - 1], lines[index + 1]];
	const tries: Try[] = [];
	const add = (changed: string, message: Message, cost: number, column = indentation): void =>
		void tries.push({ line, content: changed, indentation: column, message, cost });
	const wanted = wantedColumn(lines, index, step);

	const alike = counts.get(indentation) ?? 0;
	const others = (column: number): number => (counts.get(column) ?? 0) - Number(column === indentation);
	const oddness = (column: number): number => (column % step === 0 || others(column) > 1 ? 0 : 2);
	const columns = new Set([...levelsAbove(lines, index), after?.indentation ?? indentation, stumbled]);
	if (before && /:$/.test(before.content)) columns.add(before.indentation + step);
	columns.delete(indentation);
	for (const column of columns)
		add(
			content,
			say`this line is not indented as those beside it`,
			2 - oddness(indentation) + oddness(column) + Math.min(alike, 20) / 10 + 2 * Number(wanted === indentation) - 2 * Number(wanted === column),
			column,
		);

	const beside = siblings(lines, index);
	const isItem = (other: Line): boolean => other.content.startsWith("- ");
	const dashed = beside.filter((other) => isItem(other) && other.indentation === indentation).length;
	const undashed = beside.filter((other) => other.indentation === indentation && !isItem(other)).length;
	if (/^- /.test(content)) {
		const message = say`a \`-\` too many stands in front of this line`;
		add(content.slice(2).trimStart(), message, 1 + dashed / 2);
		add(content.slice(2).trimStart(), message, 1.2 + dashed / 2, indentation + 2);
	} else if (beside.some(isItem)) {
		const items = beside.find(isItem);
		const message = say`a \`-\` is missing before this item`;
		add(`- ${content.replace(/^-(?=\S)/, "")}`, message, 1 + undashed / 2, items?.indentation ?? indentation);
	}
	if (/^[\w.-]+$/.test(content) && after && after.indentation >= indentation) add(`${content}:`, say`a \`:\` is missing after this key`, 0);
	if (/^(?:- )?[A-Za-z_][\w.-]* [^\s=]/.test(content) && !/:(?: |$)/.test(content))
		add(content.replace(/^((?:- )?[\w.-]+) /, "$1: "), say`a \`:\` is missing after this key`, 0.6);
	const held = valueAboveOthers(lines, index);
	if (held) tries.push(held);
	if (/^(?:- )?[\w.-]+:[^\s:/]/.test(content)) add(content.replace(":", ": "), say`a space is missing behind the \`:\``, 0.5);
	return tries;
}

/** Where a line is expected to stand below the nearest key that has no value of its own; undefined for others. */
function wantedColumn(lines: readonly Line[], index: number, step: number): number | undefined {
	const own = lines[index]?.indentation ?? 0;
	let before = index - 1;
	while (before >= 0 && !((lines[before]?.indentation ?? 0) < own && lines[before]?.content.endsWith(":"))) before--;
	const above = lines[before];
	return above && !/^- /.test(lines[index]?.content ?? "") ? above.indentation + step : undefined;
}

/** A key with a value, below which others stand as if it had none. Where it is one line alone, that may as well be indented wrongly. */
function valueAboveOthers(lines: readonly Line[], index: number): Try | undefined {
	const [line, first] = [lines[index], lines[index + 1]];
	const [all = "", key = "", value = ""] = /^((?:- )?(?:[\w.-]+|<<)):+\s*([^\s|>].*)$/.exec(line?.content ?? "") ?? [];
	if (!line || !first || all === "" || first.indentation < line.indentation + Number(!/^- /.test(first.content))) return undefined;
	let below = 0;
	for (let other = index + 1; ; other++) {
		const held = lines[other];
		if (!held || held.indentation < first.indentation || (held.indentation === line.indentation && !/^- /.test(held.content))) break;
		if (held.indentation > line.indentation || /^- /.test(held.content)) below++;
	}
	const end = line.range.end;
	const isKeyTorn = !/^(?:- )?(?:[\w.-]+|<<):\s/.test(all);
	return {
		line,
		content: `${key}:`,
		indentation: line.indentation,
		message: say`this key has a value, and what is below it would be another one`,
		cost: isKeyTorn ? 0.4 : below > 1 ? 1.9 : 2.6,
		blamed: { start: end - value.length, end },
	};
}

const mostBrackets = 10;

/** Lines in which a bracket stays open, with it closed at their end. */
function bracketsClosed(lines: readonly Line[], at: number): readonly Try[] {
	const found: Try[] = [];
	for (const line of lines.slice(Math.max(0, at - mostBrackets), at + 1)) {
		const { content, indentation, range } = line;
		const open = openBrackets(content);
		const [first] = open;
		if (first === undefined) continue;
		const closing = open.map((offset) => (content[offset] === "[" ? "]" : "}")).toReversed();
		const start = range.start + indentation + first;
		const message = say`a bracket is open, and \`${closing.at(-1) ?? ""}\` does not close it`;
		const comma = content.endsWith(",") ? 1 : 0;
		found.push({
			line,
			content: content.slice(0, content.length - comma) + closing.join(""),
			indentation,
			message,
			cost: -0.5,
			mark: { start, end: start + 1 },
		});
	}
	return found;
}

/** Where those stand that nothing closes, outside of quotes and variables. */
function openBrackets(content: string): readonly number[] {
	const open: number[] = [];
	let quote = "";
	for (const [index, character] of [...content].entries()) {
		const before = content[index - 1];
		if (quote !== "") quote = character === quote ? "" : quote;
		else if ((character === '"' || character === "'") && /[\s,[{:]/.test(before ?? " ")) quote = character;
		else if (character === "#" && /\s/.test(before ?? " ")) break;
		else if ((character === "[" || character === "{") && (open.length > 0 || /^(?:- )*(?:[\w.-]+:\s+)?$/.test(content.slice(0, index)))) open.push(index);
		else if (character === "]" || character === "}") open.pop();
	}
	return open;
}

const mostQuotes = 10;

/** Lines in which a quotation mark stands alone, with another at their end, or without it. */
function quotesClosed(lines: readonly Line[], at: number): readonly Try[] {
	const message = say`a quotation mark is open, and none closes it in this line`;
	const alone = lines.slice(0, at + 1).flatMap((line) => {
		const mark = ['"', "'"].find((each) => line.content.split(each).length % 2 === 0);
		return mark === undefined ? [] : [{ line, mark }];
	});
	return alone.slice(0, mostQuotes).flatMap(({ line, mark }): readonly Try[] => {
		const { content, indentation } = line;
		const [, inner = "", closing = ""] = /^(.*?)([\s,\]}]*)$/.exec(content) ?? [];
		return [`${inner}${mark}${closing}`, content.replace(mark, "")].map((changed) => ({ line, content: changed, indentation, message, cost: -1 }));
	});
}

/** How those above it are indented that are still open, the nearest first. */
function levelsAbove(lines: readonly Line[], index: number): readonly number[] {
	const levels: number[] = [];
	for (let above = index - 1, least = Infinity; above >= 0 && least > 0; above--) {
		const { indentation } = lines[above] ?? { indentation: 0 };
		if (indentation < least) levels.push(indentation);
		least = Math.min(least, indentation);
	}
	return levels;
}

/** Other lines that are indented much as the line, with nothing less indented between them. */
function siblings(lines: readonly Line[], index: number): readonly Line[] {
	const own = lines[index]?.indentation ?? 0;
	const found: Line[] = [];
	for (const step of [-1, 1]) {
		for (let other = index + step; ; other += step) {
			const line = lines[other];
			if (!line || line.indentation < own - 2) break;
			if (line.indentation <= own + 2) found.push(line);
			if (line.indentation < own) break;
		}
	}
	return found;
}
