import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { type Edit, insert, replace } from "../text/text.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";

/**
 * The edits that make one RUN of two that stand one after the other, joined by `&&`, with the comments between them; undefined where the two would not do what they
 * do apart: here documents, exec forms, flags that differ, or commands of which one may fail unnoticed.
 */
export function joinRuns(file: Dockerfile, first: Instruction, second: Instruction): readonly Edit[] | undefined {
	if ([first, second].some(({ json, heredocs, startLine }) => json || heredocs.length > 0 || startLine === 0)) return undefined;
	if (flagsOf(file, first) !== flagsOf(file, second)) return undefined;
	const commands = commandsOf(file, second);
	if (commands[0]?.range.start !== second.argsRange.start || !commands.every(isJoined)) return undefined;
	const before = commandsOf(file, first);
	if (!before.every(isJoined) || before.at(-1)?.range.end !== first.range.end) return undefined;
	const between = file.text.slice(first.range.end, second.range.start);
	// An empty line within an instruction is another mistake, and a comment keeps its line.
	const kept = between.replace(/\n(?:[ \t]*\r?\n)+/g, "\n");
	return [
		insert(first.range.end, ` ${file.escape}`),
		...(kept === between ? [] : [replace({ start: first.range.end, end: second.range.start }, kept)]),
		replace({ start: second.range.start, end: second.argsRange.start }, " && "),
	];
}

const isJoined = ({ joint, conditional, subshell }: ShellCommand): boolean => (joint === "&&" || joint === "") && !conditional && !subshell;

/** Flags as they are written, whatever blanks stand between them. */
export const flagsOf = ({ text }: Dockerfile, { flags }: Instruction): string => flags.map(({ start, end }) => text.slice(start, end)).join(" ");
