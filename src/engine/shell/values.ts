import { scopeBefore } from "../dockerfile/variables.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { commandsOf } from "./commands.ts";
import type { ShellCommand, ShellProcess } from "./shell-command.ts";
import type { ShellWord } from "./shell-word.ts";

/** A variable that a script sets. The value is undefined where it is not one word. */
export type Setting = { readonly name: string; readonly value: ShellWord | undefined; readonly command: ShellCommand };

/** What sets a variable for the commands that come after it, in the order of the text. */
const settings = fact((instruction: Instruction, file: Dockerfile): readonly Setting[] => {
	const found: Setting[] = [];
	for (const command of commandsOf(file, instruction)) {
		if (!command.program) for (const { name, word } of command.assignments) found.push({ name, value: word, command });
		else if (declaring.has(command.name ?? "")) {
			for (const word of command.args) {
				const name = /^(\w+)=/.exec(word.text)?.[1];
				if (name) found.push({ name, value: word.after(name.length + 1), command });
			}
		}
	}
	return found;
});

const declaring = new Set(["export", "readonly", "local", "declare", "typeset"]);

/** The last of the script's own settings of a variable that the command finds in force. */
export function settingBefore(file: Dockerfile, instruction: Instruction, command: ShellCommand, name: string): Setting | undefined {
	const { start } = command.range;
	return settings(instruction, file).findLast(
		(setting) => setting.name === name && setting.command.range.start < start && isPartOf(command.place.process, setting.command.place.process),
	);
}

/** What the script itself assigned last before the command, or the Dockerfile's own value; undefined where neither tells. */
export function valueOf(file: Dockerfile, instruction: Instruction, command: ShellCommand, name: string): string | undefined {
	const setting = settingBefore(file, instruction, command, name);
	return setting ? setting.value?.value : scopeBefore(file, instruction).get(name)?.value;
}

/** The same, but not of an ARG: the build may be given another value. */
export function fixedValueOf(file: Dockerfile, instruction: Instruction, command: ShellCommand, name: string): string | undefined {
	const setting = settingBefore(file, instruction, command, name);
	if (setting) return setting.value?.value;
	const variable = scopeBefore(file, instruction).get(name);
	return variable?.kind === "env" ? variable.value : undefined;
}

/** Whether a process is the other, or begun by it. */
export function isPartOf(process: ShellProcess, other: ShellProcess): boolean {
	for (let each: ShellProcess | undefined = process; each; each = each.parent) if (each === other) return true;
	return false;
}
