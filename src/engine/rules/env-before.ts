import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import type { Fix } from "../lint/rule.ts";
import { say } from "../text/message.ts";
import { insert } from "../text/text.ts";

/** Sets a variable in a line of its own before the instruction; undefined for what ONBUILD holds. */
export function envBefore({ text }: Dockerfile, { startLine, range: { start } }: Instruction, pair: string): Fix | undefined {
	if (startLine === 0) return undefined;
	return { title: say`Set \`${pair}\``, edits: [insert(start, `ENV ${pair}${text.includes("\r\n") ? "\r\n" : "\n"}`)], safe: false };
}
