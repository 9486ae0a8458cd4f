import { scriptOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Heredoc, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, insert } from "../text/text.ts";
import { commandsOf, startOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";
import { commandsIn, type Start } from "./walk.ts";
import { lineBreakIn } from "../text/line-break.ts";

/**
 * The edit that lets a RUN end with one more command, in the style of its last line; undefined where the script does not allow one to be added. A here document
 * that another program reads is no place for a command.
 */
export function appendCommand(file: Dockerfile, instruction: Instruction, command: string): Edit | undefined {
	const { heredocs, json, range, logical, logicalArgs } = instruction;
	const commands = commandsOf(file, instruction);
	const last = commands.at(-1);
	if (json || !last || last.joint === "&" || last.place.isBackground || leaves(last)) return undefined;
	const script = scriptOf(instruction);
	if (script) return appendLine(file, instruction, script, commands, command);
	const text = logical.text.slice(logicalArgs.start, logicalArgs.end);
	const bodies = heredocs.map(({ content, name }) => `\n${content}${name}`).join("");
	// Where a plain word of the last command ends the text, nothing has to be tried out.
	const isPlainEnd =
		last.range.end === range.end && !last.conditional && !last.subshell && /^[\w./:=-]+$/.test(last.args.at(-1)?.text ?? "") && !text.includes("<<");
	if (!isPlainEnd && (/[;&|]$/.test(text) || !withAtEnd(`${text} && ${command}${bodies}`, command, text.length + 4))) return undefined;
	const start = file.text.lastIndexOf("\n", range.end - 1) + 1;
	const [indent = "", joined] = /^[ \t]*(&&)?/.exec(file.text.slice(start, range.end)) ?? [];
	if (start <= range.start || heredocs.length > 0) return insert(range.end, ` && ${command}`);
	const lineEnd = lineBreakIn(file.text);
	if (joined) return insert(range.end, ` ${file.escape}${lineEnd}${indent} ${command}`);
	return /&&\s*$/.test(text.slice(0, lastLineIn(text, file.text.slice(start, range.end))))
		? insert(range.end, ` && ${file.escape}${lineEnd}${indent}${command}`)
		: insert(range.end, ` ${file.escape}${lineEnd}${indent}&& ${command}`);
}

/**
 * At the end of a here document that is a script: as a line of its own, or where that would hide the failure of a command whose failure is the script's, joined to
 * the last line.
 */
function appendLine(
	file: Dockerfile,
	instruction: Instruction,
	{ content, body }: Heredoc,
	commands: readonly ShellCommand[],
	command: string,
): Edit | undefined {
	if (!content.endsWith("\n") || /\S/.test(file.text.slice(instruction.range.end, body.start))) return undefined;
	const start = startOf(file, instruction);
	const keepsFailures = (longer: readonly ShellCommand[] | undefined): boolean =>
		longer !== undefined && commands.every(({ isFatal }, index) => !isFatal || longer[index]?.isFatal);
	if (keepsFailures(withAtEnd(`${content}${command}`, command, content.length, start))) {
		const last = content.trimEnd().split("\n").at(-1) ?? "";
		return insert(body.end, `${/^[ \t]*/.exec(last)?.[0] ?? ""}${command}${lineBreakIn(content)}`);
	}
	const end = content.trimEnd().length;
	const joined = withAtEnd(`${content.slice(0, end)} && ${command}${content.slice(end)}`, command, end + 4, start);
	return keepsFailures(joined) ? insert(body.start + end, ` && ${command}`) : undefined;
}

/** Whether what comes after the command is not run: it ends the shell, or puts itself in its place. */
const leaves = ({ name, wrappers }: { readonly name: string | undefined; readonly wrappers: readonly string[] }): boolean =>
	/^(?:exit|return|exec)$/.test(name ?? "") || wrappers.includes("exec");

const lastLineIn = (text: string, line: string): number => Math.max(0, text.lastIndexOf(line.trim()));

/** The commands of the script, where a shell takes the command, which stands there, for the last that it runs. */
function withAtEnd(script: string, command: string, at: number, start?: Start): readonly ShellCommand[] | undefined {
	const commands = commandsIn({ text: script.replaceAll("\r\n", " \n"), toDocument: (offset) => offset }, start);
	const last = commands.at(-1);
	const isLast =
		last !== undefined &&
		!last.conditional &&
		!last.subshell &&
		last.range.start >= at &&
		script.startsWith(command, at) &&
		last.range.end === at + command.length;
	return isLast ? commands : undefined;
}

/** The edit that lets one more command run right behind a command where that has worked out; undefined where it is not simply one of a row. */
export function commandAfter({ exec, place, range, redirects }: ShellCommand, next: ShellCommand | undefined, text: string): Edit | undefined {
	if (exec || place.isBackground || next?.joint === "|" || next?.joint === "&") return undefined;
	return insert(Math.max(range.end, ...redirects.map(({ target }) => target.end)), ` && ${text}`);
}
