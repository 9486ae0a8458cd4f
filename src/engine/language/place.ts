import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { Lines } from "../text/text.ts";
import { code } from "./markdown.ts";

const known = new WeakMap<Dockerfile, Lines>();

/** The line of an offset as editors count, from 1. */
export function lineOf(file: Dockerfile, offset: number): number {
	let lines = known.get(file);
	if (!lines) {
		lines = new Lines(file.text);
		known.set(file, lines);
	}
	return lines.lineAt(offset) + 1;
}

export const lineOfInstruction = (file: Dockerfile, instruction: Instruction): number => lineOf(file, instruction.range.start);

/** "`USER app` (line 4)", in the user's own words. */
export function named(file: Dockerfile, instruction: Instruction): string {
	return `${code(instruction.logical.text.trim())} (line ${lineOfInstruction(file, instruction)})`;
}
