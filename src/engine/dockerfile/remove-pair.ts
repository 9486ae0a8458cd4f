import { type Edit, type Range, remove } from "../text/text.ts";
import { pairsOf } from "./instructions.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";

/** Takes a pair out of an ENV, LABEL or ARG, or the instruction with it where it has no other. Undefined in a trigger that has no other, and where a comment stands beside it. */
export function removePair(file: Dockerfile, instruction: Instruction, name: Word): Edit | undefined {
	const range = rangeOf(file, instruction, name);
	return range && !file.comments.some(({ start }) => range.start <= start && start < range.end) ? remove(range) : undefined;
}

function rangeOf({ text }: Dockerfile, instruction: Instruction, name: Word): Range | undefined {
	const pairs = pairsOf(instruction);
	const index = pairs.findIndex((pair) => pair.name.start === name.start);
	const pair = pairs[index];
	if (!pair) return undefined;
	if (pairs.length === 1) {
		const lineEnd = text.indexOf("\n", instruction.fullRange.end);
		return instruction.startLine === 0 ? undefined : { start: instruction.range.start, end: lineEnd < 0 ? text.length : lineEnd + 1 };
	}
	const [before, next] = [pairs[index - 1], pairs[index + 1]];
	if (next) return { start: pair.name.start, end: next.name.start };
	return before && { start: (before.value ?? before.name).end, end: (pair.value ?? pair.name).end };
}
