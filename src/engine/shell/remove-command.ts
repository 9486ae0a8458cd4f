import { scriptOf } from "../dockerfile/instructions.ts";
import { removeInstruction } from "../dockerfile/remove-instruction.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, remove } from "../text/text.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";

/**
 * The edit that takes a command out of its RUN with what joins it to its neighbours, or the RUN with it where nothing else is in it. Undefined where it is not
 * simply one of a row: in a pipe, a branch or an exec form, behind `sudo` or an assignment, or with a comment beside it.
 */
export function removeCommand(file: Dockerfile, instruction: Instruction, command: ShellCommand): Edit | undefined {
	const { text } = file;
	const commands = commandsOf(file, instruction);
	const index = commands.indexOf(command);
	if (index < 0 || command.exec || command.conditional || command.place.isBackground) return undefined;
	const before = commands[index - 1];
	const next = commands[index + 1];
	const start = before?.range.end ?? scriptOf(instruction)?.body.start ?? instruction.argsRange.start;
	if (!isJoint(text.slice(start, command.range.start))) return undefined;
	if (next && isBeside(next, command) && isJoint(text.slice(command.range.end, next.range.start)))
		return remove({ start: command.range.start, end: next.range.start });
	if (next || !/^\s*$/.test(text.slice(command.range.end, scriptOf(instruction)?.body.end ?? instruction.range.end))) return undefined;
	if (before) return isBeside(command, before) ? remove({ start, end: command.range.end }) : undefined;
	return removeInstruction(file, instruction);
}

/** Whether the second of two commands follows the first in the same row. */
const isBeside = (next: ShellCommand, { place, conditional }: ShellCommand): boolean =>
	(next.joint === "&&" || next.joint === ";") &&
	!conditional &&
	!next.conditional &&
	next.place.branch === place.branch &&
	next.place.process === place.process;

const isJoint = (text: string): boolean => /^(?:[\s;]|&&|[\\`]\s*\n)*$/.test(text);
