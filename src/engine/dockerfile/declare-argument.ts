import { say, type Message } from "../text/message.ts";
import { type Edit, insert } from "../text/text.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";
import { lineBreakIn } from "../text/line-break.ts";

/** A fix that puts `ARG name` before the instruction. */
export function declareArgument(
	{ text }: Dockerfile,
	{ range }: Instruction,
	name: string,
): { readonly title: Message; readonly edits: readonly Edit[]; readonly safe: false } {
	const start = text.lastIndexOf("\n", range.start - 1) + 1;
	const indentation = text.slice(start, range.start);
	const end = lineBreakIn(text);
	return { title: say`Declare ${name} before it`, edits: [insert(range.start, `ARG ${name}${end}${indentation}`)], safe: false };
}
