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
	const index = byName(file);
	const [name = "", second] = names;
	if (second === undefined) return index.get(name) ?? none;
	const found = names.filter((each) => index.has(each));
	if (found.length < 2) return index.get(found[0] ?? "") ?? none;
	return inRuns(file).filter(({ command }) => command.name !== undefined && found.includes(command.name));
}

/** As `commandsNamed`, of RUNs alone whose text the pattern matches. */
export function commandsNamedWhere(file: Dockerfile, pattern: RegExp, ...names: readonly string[]): readonly NamedCommand[] {
	const named = commandsNamed(file, ...names);
	return named.length === 0 ? named : named.filter(({ run }) => matches(run, pattern));
}

/** The names of all commands in all RUNs, triggers among them. */
export const commandNamesIn = (file: Dockerfile): Iterable<string> => byName(file).keys();

const byName = fact((file: Dockerfile): ReadonlyMap<string, readonly NamedCommand[]> => {
	const index = new Map<string, NamedCommand[]>();
	for (const named of inRuns(file)) {
		const { name } = named.command;
		if (name === undefined) continue;
		const list = index.get(name);
		if (list) list.push(named);
		else index.set(name, [named]);
	}
	return index;
});

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
