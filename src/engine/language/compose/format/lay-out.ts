import { countBelow } from "../../../text/search.ts";
import type { Edit } from "../../../text/text.ts";
import type { FormatOptions } from "../../format-options.ts";
import { type Block, blockOf, moveInBlock, spacesIn } from "./blocks.ts";
import { columnOfComment, type Moved } from "./comments.ts";
import { columnsOf } from "./levels.ts";
import type { ComposeLine, Level, ReadLines } from "./lines.ts";
import type { Spread } from "./parts.ts";
import { spacesBetween } from "./spaces.ts";

export type LayOutOptions = Pick<FormatOptions, "indent" | "lineEnd" | "endsLastLine" | "trimsLineEnds">;

/** More empty lines than this nobody needs. */
const mostEmptyLines = 1;

/** All edits, in order; undefined where a line cannot be moved without becoming another. */
export function layOut(text: string, read: ReadLines, options: LayOutOptions, isAlone: (line: ComposeLine) => boolean): readonly Edit[] | undefined {
	const { lines, levels, parts } = read;
	const columns = columnsOf(levels, options.indent, isAlone);
	const edits: Edit[] = [];
	const byLine: (readonly Edit[])[] = [];
	const began = new Map<Spread, Moved>();
	const last = lines.findLastIndex(({ kind }) => kind !== "empty");
	const partBelow = partsBelow(lines);
	/** The text in a block that ended last, as long as nothing but comments and empty lines follows. */
	let block: { readonly within: Spread; readonly as: Block } | undefined;
	let [open, empty, isBegun]: [Level | undefined, number, boolean] = [undefined, 0, false];
	for (const line of lines.slice(0, last + 1)) {
		const own: Edit[] = [];
		const put = (start: number, end: number, wanted: string): void => void (text.slice(start, end) !== wanted && own.push({ start, end, text: wanted }));
		const { kind, start, first, end, within } = line;
		if (kind === "empty") {
			if (block && (spacesIn(text, line) > block.as.column || spacesIn(text, line) < end - start)) return undefined;
			empty++;
			if (!block?.as.keepsEnd && !isAlone(line)) {
				if (empty > mostEmptyLines || !isBegun) {
					edits.push({ start, end: lines[line.index + 1]?.start ?? end, text: "" });
					continue;
				}
				if (options.trimsLineEnds) put(start, end, "");
			}
		} else [empty, isBegun] = [0, true];
		if (kind === "comment") {
			put(start, first, " ".repeat(columnOf(line)));
			trim(line, put);
		} else if (kind === "part") {
			put(start, first, " ".repeat(line.begins ? columns.of(line.begins) : columns.ofValue(line)));
			space(line, first, own, put);
			[open, block] = [line.level, undefined];
		} else if (within?.kind === "block") {
			if (block?.within !== within) {
				const behind = countBelow(lines, within.end, ({ start: each }) => each);
				const as = blockOf(text, lines.slice(line.index, behind), columns);
				if (!as) return undefined;
				block = { within, as };
			}
			const moved = moveInBlock(text, line, block.as, options.trimsLineEnds && !isAlone(line));
			if (moved === "cannot") return undefined;
			if (moved) own.push(moved);
		} else if (within && first < end) {
			const spaces = spacesIn(text, line);
			put(start, start + spaces, " ".repeat(columnInside(line, within, spaces)));
			if (within.kind === "brackets" || within.end < end) space(line, within.kind === "brackets" ? first : within.end, own, put);
		}
		const next = lines[line.index + 1];
		if (options.lineEnd !== undefined && next && line.index !== last && !isAlone(line)) put(end, next.start, options.lineEnd);
		byLine[line.index] = own;
		edits.push(...own);
	}
	const tail = lines.at(-1);
	if (tail && !isAlone(tail)) edits.push(...endEdits(text, lines.slice(Math.max(0, last)), block?.as, options));
	return edits;

	type Put = (start: number, end: number, wanted: string) => void;

	function trim(line: ComposeLine, put: Put): void {
		let at = line.end;
		while (at > line.first && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
		if (options.trimsLineEnds && !isAlone(line)) put(at, line.end, "");
	}

	function space(line: ComposeLine, from: number, own: Edit[], put: Put): void {
		if (isAlone(line)) return;
		const around = parts.brackets[countBelow(parts.brackets, from, ({ start }) => start) - 1];
		const isInBrackets = around !== undefined && from < around.end;
		const { edits: found, isOpen } = spacesBetween(text, parts.atoms, { from, end: line.end, isInBrackets });
		own.push(...found);
		if (!isOpen) trim(line, put);
	}

	function columnOf(line: ComposeLine): number {
		const next = partBelow[line.index];
		const around: Moved[] = [];
		for (let level = open; level; level = level.parent) around.unshift({ column: level.column, wanted: columns.of(level) });
		const below =
			next?.kind === "part" ? { column: next.first - next.start, wanted: next.begins ? columns.of(next.begins) : columns.ofValue(next) } : undefined;
		const wanted = columnOfComment(line.first - line.start, around, below, columns.shift);
		// Deeper it would be a line of the text above.
		return block && wanted >= block.as.wanted ? (block.as.level ? columns.of(block.as.level) : 0) : wanted;
	}

	/** Of a line that goes on with what is quoted or in brackets. */
	function columnInside(line: ComposeLine, within: Spread, column: number): number {
		const { level } = line;
		if (!level) return column;
		const moved = columns.of(level) - level.column;
		const start = beginning(within, line);
		if (column <= level.column) return Math.max(0, column + moved);
		return Math.max(column + (column >= start.column ? start.wanted - start.column : moved), columns.of(level) + 1);
	}

	function beginning(within: Spread, line: ComposeLine): Moved {
		const known = began.get(within);
		if (known) return known;
		let { index } = line;
		while (index > 0 && (lines[index]?.start ?? 0) > within.start) index--;
		const column = within.start - (lines[index]?.start ?? 0);
		const before = (byLine[index] ?? []).filter(({ end }) => end <= within.start);
		const found = { column, wanted: before.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), column) };
		began.set(within, found);
		return found;
	}
}

/** By line, the next that begins with something else than a comment. */
function partsBelow(lines: readonly ComposeLine[]): readonly (ComposeLine | undefined)[] {
	const found: (ComposeLine | undefined)[] = [];
	let next: ComposeLine | undefined;
	for (const line of lines.toReversed()) {
		found.push(next);
		if (line.kind === "part" || line.kind === "kept") next = line;
	}
	return found.reverse();
}

/** The end of the last line that holds something, and no empty lines behind it. */
function endEdits(text: string, [last, ...behind]: readonly ComposeLine[], block: Block | undefined, options: LayOutOptions): readonly Edit[] {
	if (!last) return [];
	const start = last.kind === "empty" ? last.start : last.end;
	const behindIt = text.slice(start);
	const isEnded = behindIt.includes("\n");
	const isInBlock = block !== undefined && last.kind === "inside";
	// The text ends as its last line does.
	if (isInBlock && (!isEnded || block.keepsEnd || behind.some((line) => spacesIn(text, line) > block.column))) return [];
	const endsLastLine = last.kind === "empty" ? false : isInBlock ? true : (options.endsLastLine ?? isEnded);
	const lineEnd = options.lineEnd ?? (/\r?\n/.exec(behindIt) ?? /\r?\n/.exec(text))?.[0] ?? "\n";
	const wanted = endsLastLine ? lineEnd : "";
	return behindIt === wanted ? [] : [{ start, end: text.length, text: wanted }];
}
