import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { fact } from "../../../text/fact.ts";
import { Lines } from "../../../text/text.ts";
import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";

const linesOf = fact(({ text }: Dockerfile) => new Lines(text));

/** The line of an offset as editors count, from 1. */
export const lineOf = (file: Dockerfile, offset: number): number => linesOf(file).lineAt(offset) + 1;

export const lineOfInstruction = (file: Dockerfile, instruction: Instruction): number => lineOf(file, instruction.range.start);

/** "`USER app` (line 4)", in the user's own words. */
export function named(file: Dockerfile, instruction: Instruction): Message {
	return say`${code(instruction.logical.text.trim())} (line ${lineOfInstruction(file, instruction)})`;
}
