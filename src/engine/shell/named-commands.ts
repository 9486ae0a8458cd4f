import { instructionsAndTriggersOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand } from "./shell-command.ts";

/** A command, and the RUN that it stands in. */
export type NamedCommand = {
	readonly run: Instruction;
	readonly command: ShellCommand;
	/** All commands of the RUN, and the place of this one among them. */
	readonly commands: readonly ShellCommand[];
	readonly index: number;
};

const none: readonly never[] = [];

/** The commands that bear one of the names, in all RUNs, triggers among them, in the order of the text. */
export function commandsNamed(file: Dockerfile, ...names: readonly string[]): readonly NamedCommand[] {
	let found: NamedCommand[] | undefined;
	// Scripts are short: an index takes longer to make than it saves.
	for (const each of inRuns(file)) if (each.command.name !== undefined && names.includes(each.command.name)) (found ??= []).push(each);
	return found ?? none;
}

/** As `commandsNamed`, of RUNs alone whose text the pattern matches. */
export function commandsNamedWhere(file: Dockerfile, pattern: RegExp, ...names: readonly string[]): readonly NamedCommand[] {
	const named = commandsNamed(file, ...names);
	return named.length === 0 ? named : named.filter(({ run }) => matches(run, pattern));
}

/** The names of all commands in all RUNs, triggers among them, and `NAME=` for what does nothing but give variables their values; one that comes again is there again. */
export function commandNamesIn(file: Dockerfile): readonly string[] {
	const names: string[] = [];
	for (const { command } of inRuns(file)) {
		const name = command.name ?? (command.program ? undefined : "NAME=");
		if (name !== undefined) names.push(name);
	}
	return names;
}

/** All commands of all RUNs, triggers among them, in the order of the text. */
export const inRuns = fact((file: Dockerfile): readonly NamedCommand[] => {
	const all: NamedCommand[] = [];
	for (const run of instructionsAndTriggersOf(file, "RUN")) {
		const commands = commandsOf(file, run);
		for (let index = 0; index < commands.length; index++) all.push({ run, command: commands[index] as ShellCommand, commands, index });
	}
	return all;
});

/** The RUNs, triggers among them, in whose text one of the pieces stands. */
export function runsWith(file: Dockerfile, ...pieces: readonly string[]): readonly Instruction[] {
	let found: Instruction[] | undefined;
	for (const run of instructionsAndTriggersOf(file, "RUN")) if (pieces.some((piece) => mayHold(run, piece))) (found ??= []).push(run);
	return found ?? none;
}

/** Whether the text of a RUN, a here document's included, matches. */
export function matches({ logical, logicalArgs, heredocs }: Instruction, pattern: RegExp): boolean {
	if (pattern.test(logical.text.slice(logicalArgs.start, logicalArgs.end))) return true;
	for (const { content } of heredocs) if (pattern.test(content)) return true;
	return false;
}

function mayHold({ logical, logicalArgs, heredocs }: Instruction, piece: string): boolean {
	if (logical.text.includes(piece, logicalArgs.start)) return true;
	for (const { content } of heredocs) if (content.includes(piece)) return true;
	return false;
}
