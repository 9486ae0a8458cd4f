import { instructionsAndTriggersOf } from "../dockerfile/instructions.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
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

/** The commands that bear one of the names, in all RUNs, triggers among them, in the order of the text. A RUN in which no such name stands is not read. */
export const commandsNamed = (file: Dockerfile, ...names: readonly string[]): readonly NamedCommand[] => commandsIn(file, names, undefined);

/** As `commandsNamed`, of RUNs alone whose text the pattern matches, so that the others need not be read. */
export const commandsNamedWhere = (file: Dockerfile, pattern: RegExp, ...names: readonly string[]): readonly NamedCommand[] => commandsIn(file, names, pattern);

function commandsIn(file: Dockerfile, names: readonly string[], pattern: RegExp | undefined): readonly NamedCommand[] {
	let found: NamedCommand[] | undefined;
	for (const run of instructionsAndTriggersOf(file, "RUN")) {
		if (!names.some((name) => mayHold(run, name)) || (pattern && !matches(run, pattern))) continue;
		const commands = commandsOf(file, run);
		for (let index = 0; index < commands.length; index++) {
			const command = commands[index] as ShellCommand;
			if (command.name !== undefined && names.includes(command.name)) (found ??= []).push({ run, command, commands, index });
		}
	}
	return found ?? none;
}

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
