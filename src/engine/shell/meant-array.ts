import { isNearJson } from "../dockerfile/json-defects.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { commandsOf } from "./commands.ts";

/** Whether what a shell would run, and begins with "[", is meant as a JSON array rather than as a test. */
export const isArrayMeant = (file: Dockerfile, instruction: Instruction, text: string): boolean =>
	text.startsWith("[") && !text.startsWith("[[") && !isTest(file, instruction) && isNearJson(text);

/** Whether the shell begins with a test that it understands. A text without variable or operator is always true: nobody tests that. */
function isTest(file: Dockerfile, instruction: Instruction): boolean {
	const test = commandsOf(file, instruction).find(({ name }) => name === "[");
	const words = test?.args.map(({ text }) => text) ?? [];
	if (words.at(-1) !== "]" || words.some((word) => word.endsWith(","))) return false;
	return words.some((word) => /[$`]|^(?:!|-[a-zA-Z]{1,2}|[!=]?=|[<>])$/.test(word));
}
