import type { Indent } from "../../format-options.ts";
import type { ComposeLine, Level } from "./lines.ts";

/** In which columns the parts of mappings and sequences begin. */
export type Columns = {
	of(level: Level): number;
	/** What stands alone below its key or its `-`. */
	ofValue(line: ComposeLine): number;
	/** The text of a block, that was in a column before. */
	ofText(line: ComposeLine, level: Level, column: number): number;
	/** By how much a comment is indented that stands so much deeper than what is around it. */
	shift(by: number): number;
};

export const usualWidth = 2;
/** What stands behind a `-` is below it, too. */
const behindDash = 2;

/** By what somebody has chosen, or the file is mostly indented by itself; sequences as most of the file's are. What is left alone stands below its parent as it did. */
export function columnsOf(levels: readonly Level[], indent: Indent | undefined, isAlone: (line: ComposeLine) => boolean): Columns {
	const own = mostFrequent(offsets(levels, "mapping"));
	const width = indent && indent.text !== "\t" ? indent.width : (own ?? usualWidth);
	const sequences = offsets(levels, "sequence");
	const isFlush = sequences.filter((offset) => offset === 0).length * 2 > sequences.length;
	const deeper = width === own ? mostFrequent(sequences.filter((offset) => offset > 0)) : undefined;
	const inMapping = { mapping: width, sequence: isFlush ? 0 : (deeper ?? width) };
	const columns = new Map<Level, number>();
	const of = (level: Level): number => columns.get(level) ?? level.column;
	for (const level of levels) {
		const { kind, column, parent, line } = level;
		const offset = !parent ? (isAlone(line) ? column : 0) : isAlone(line) ? column - parent.column : parent.kind === "sequence" ? behindDash : inMapping[kind];
		columns.set(level, (parent ? of(parent) : 0) + offset);
	}
	const ofText = (line: ComposeLine, level: Level, column: number): number =>
		of(level) + (isAlone(line) ? column - level.column : level.kind === "sequence" ? behindDash : width);
	return {
		of,
		ofText,
		ofValue: (line) => (line.level ? ofText(line, line.level, line.first - line.start) : line.first - line.start),
		shift: (by) => (by === own ? width : by),
	};
}

/** How much deeper than the mapping around them those stand that begin a line. */
const offsets = (levels: readonly Level[], kind: Level["kind"]): readonly number[] =>
	levels.flatMap((level) => (level.kind === kind && level.parent?.kind === "mapping" ? [level.column - level.parent.column] : []));

/** Of several the smallest. */
function mostFrequent(numbers: readonly number[]): number | undefined {
	const counts = new Map<number, number>();
	for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
	return [...counts].toSorted(([one, first], [other, second]) => second - first || one - other)[0]?.[0];
}
