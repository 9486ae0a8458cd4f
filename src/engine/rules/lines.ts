import type { Dockerfile } from "../dockerfile/syntax.ts";
import { lastBelow } from "../text/search.ts";
import { Lines, type Range } from "../text/text.ts";

export type Line = Range & {
	/** From 0. */
	readonly index: number;
	/** Where the next line begins. */
	readonly next: number;
	/** Whether an instruction begins above it and goes on over it. */
	readonly isInside: boolean;
};

/** The lines of the file, without their line ends and without those of here documents, whose blanks mean something. */
export function* linesOf(file: Dockerfile): Generator<Line> {
	const lines = new Lines(file.text);
	for (let index = 0; index < lines.starts.length; index++) {
		const { start, end } = lines.lineRange(index);
		const instruction = lastBelow(file.instructions, start + 1, ({ range }) => range.start);
		const heredoc = instruction && lastBelow(instruction.heredocs, start + 1, ({ body }) => body.start);
		if (heredoc && start <= heredoc.terminator.end) continue;
		const isInside = instruction !== undefined && start > instruction.range.start && start <= instruction.fullRange.end;
		yield { index, start, end, next: lines.starts[index + 1] ?? file.text.length, isInside };
	}
}
