import type { Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { commandsOf } from "../../shell/commands.ts";
import { commandsIn } from "../../shell/walk.ts";
import { type Edit, insert } from "../../text/text.ts";

/** The edit that lets a RUN end with one more command, in the style of its last line; undefined where the script does not allow one to be added. */
export function appendCommand(file: Dockerfile, instruction: Instruction, command: string): Edit | undefined {
	const { heredocs, json, range, logical, logicalArgs } = instruction;
	const last = commandsOf(file, instruction).at(-1);
	if (json || !last || last.joint === "&" || /^(?:exit|return)$/.test(last.name ?? "") || last.wrappers.includes("exec")) return undefined;
	const [script] = heredocs;
	if (script) return heredocs.length === 1 ? appendLine(file, script.body.end, script.content, command, range.end) : undefined;
	const text = logical.text.slice(logicalArgs.start, logicalArgs.end);
	// Where a plain word of the last command ends the text, nothing has to be tried out.
	const isPlainEnd =
		last.range.end === range.end && !last.conditional && !last.subshell && /^[\w./:=-]+$/.test(last.args.at(-1)?.text ?? "") && !text.includes("<<");
	if (!isPlainEnd && (/[;&|]$/.test(text) || !endsWith(`${text} && ${command}`, command))) return undefined;
	const start = file.text.lastIndexOf("\n", range.end - 1) + 1;
	const [indent = "", joined] = /^[ \t]*(&&)?/.exec(file.text.slice(start, range.end)) ?? [];
	if (start <= range.start) return insert(range.end, ` && ${command}`);
	const lineEnd = lineEndOf(file.text);
	if (joined) return insert(range.end, ` ${file.escape}${lineEnd}${indent} ${command}`);
	return /&&\s*$/.test(text.slice(0, lastLineIn(text, file.text.slice(start, range.end))))
		? insert(range.end, ` && ${file.escape}${lineEnd}${indent}${command}`)
		: insert(range.end, ` ${file.escape}${lineEnd}${indent}&& ${command}`);
}

/** As a line of its own at the end of a here document that is a script. */
function appendLine({ text }: Dockerfile, end: number, content: string, command: string, openerEnd: number): Edit | undefined {
	if (!content.endsWith("\n") || !endsWith(`${content}${command}`, command) || /\S/.test(text.slice(openerEnd, end - content.length))) return undefined;
	const last = content.trimEnd().split("\n").at(-1) ?? "";
	return insert(end, `${/^[ \t]*/.exec(last)?.[0] ?? ""}${command}${lineEndOf(content)}`);
}

const lineEndOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

const lastLineIn = (text: string, line: string): number => Math.max(0, text.lastIndexOf(line.trim()));

/** Whether a shell takes the command at the end of the script for one. */
function endsWith(script: string, command: string): boolean {
	const last = commandsIn({ text: script, toDocument: (offset) => offset }).at(-1);
	return last !== undefined && !last.conditional && !last.subshell && script.slice(last.range.start) === command;
}
