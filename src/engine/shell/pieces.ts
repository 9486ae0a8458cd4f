import { instructionsAndTriggersOf } from "../dockerfile/instructions.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";

/** What rules look for in the text of RUNs, where no command's name gives it away: a rule's `needs` may name it. */
const pieces = [
	"$",
	"${",
	"$(",
	"$(echo ",
	"$'",
	"`",
	"`echo ",
	"{",
	"[",
	"[[",
	"]}",
	"((",
	"=(",
	"<(",
	">(",
	">",
	"&>",
	"<<",
	"<<<",
	"|",
	"||",
	"&&",
	"==",
	"+=",
	"! ",
	"for ",
	"$?",
	"$@",
	"$*",
	"2>&1",
	"*",
	"echo -",
	"function",
	"pipefail",
	"sudo",
	"RANDOM",
	"UID",
	"BASH",
	"SECONDS",
	"OSTYPE",
	"HOSTTYPE",
	"MACHTYPE",
	"PIPESTATUS",
] as const;

/** Those that stand in a RUN, triggers and here documents among them. */
export function piecesIn(file: Dockerfile): readonly string[] {
	let text = "";
	for (const { logical, heredocs } of instructionsAndTriggersOf(file, "RUN")) {
		text += `${logical.text}\n`;
		for (const { content } of heredocs) text += `${content}\n`;
	}
	return pieces.filter((piece) => text.includes(piece));
}
