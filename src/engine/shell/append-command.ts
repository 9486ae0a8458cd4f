import { scriptOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, insert } from "../text/text.ts";
import { commandsOf } from "./commands.ts";
import { commandsIn } from "./walk.ts";

/**
 * The edit that lets a RUN end with one more command, in the style of its last line; undefined where the script does not allow one to be added. A here document
 * that another program reads is no place for a command.
 */
export function appendCommand(file: Dockerfile, instruction: Instruction, command: string): Edit | undefined {
	const { heredocs, json, range, logical, logicalArgs } = instruction;
	const last = commandsOf(file, instruction).at(-1);
	if (json || !last || last.joint === "&" || last.place.isBackground || leaves(last)) return undefined;
	const script = scriptOf(instruction);
	if (script) return appendLine(file, script.body.end, script.content, command, range.end);
	const text = logical.text.slice(logicalArgs.start, logicalArgs.end);
	const bodies = heredocs.map(({ content, name }) => `\n${content}${name}`).join("");
	// Where a plain word of the last command ends the text, nothing has to be tried out.
	const isPlainEnd =
		last.range.end === range.end && !last.conditional && !last.subshell && /^[\w./:=-]+$/.test(last.args.at(-1)?.text ?? "") && !text.includes("<<");
	if (!isPlainEnd && (/[;&|]$/.test(text) || !hasAtEnd(`${text} && ${command}${bodies}`, command, text.length + 4))) return undefined;
	const start = file.text.lastIndexOf("\n", range.end - 1) + 1;
	const [indent = "", joined] = /^[ \t]*(&&)?/.exec(file.text.slice(start, range.end)) ?? [];
	if (start <= range.start || heredocs.length > 0) return insert(range.end, ` && ${command}`);
	const lineEnd = lineEndOf(file.text);
	if (joined) return insert(range.end, ` ${file.escape}${lineEnd}${indent} ${command}`);
	return /&&\s*$/.test(text.slice(0, lastLineIn(text, file.text.slice(start, range.end))))
		? insert(range.end, ` && ${file.escape}${lineEnd}${indent}${command}`)
		: insert(range.end, ` ${file.escape}${lineEnd}${indent}&& ${command}`);
}

/** As a line of its own at the end of a here document that is a script. */
function appendLine({ text }: Dockerfile, end: number, content: string, command: string, openerEnd: number): Edit | undefined {
	if (!content.endsWith("\n") || !hasAtEnd(`${content}${command}`, command, content.length) || /\S/.test(text.slice(openerEnd, end - content.length)))
		return undefined;
	const last = content.trimEnd().split("\n").at(-1) ?? "";
	return insert(end, `${/^[ \t]*/.exec(last)?.[0] ?? ""}${command}${lineEndOf(content)}`);
}

/** Whether what comes after the command is not run: it ends the shell, or puts itself in its place. */
const leaves = ({ name, wrappers }: { readonly name: string | undefined; readonly wrappers: readonly string[] }): boolean =>
	/^(?:exit|return|exec)$/.test(name ?? "") || wrappers.includes("exec");

const lineEndOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");

const lastLineIn = (text: string, line: string): number => Math.max(0, text.lastIndexOf(line.trim()));

/** Whether a shell takes the command, which stands there in the script, for the last that it runs. */
function hasAtEnd(script: string, command: string, at: number): boolean {
	const last = commandsIn({ text: script.replaceAll("\r\n", " \n"), toDocument: (offset) => offset }).at(-1);
	return (
		last !== undefined &&
		!last.conditional &&
		!last.subshell &&
		last.range.start >= at &&
		script.startsWith(command, at) &&
		last.range.end === at + command.length
	);
}
