import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { commandsOf, startOf } from "./commands.ts";
import type { ShellProcess } from "./shell-command.ts";
import { isPartOf } from "./values.ts";
import { goesOnAtFailure, stopsAtFailure } from "./wrappers.ts";

/** Whether `set -e` is on where a process of the instruction's scripts has come to an offset: called for, switched on before, or taken over from the process that began it. */
export function isErrexitAt(file: Dockerfile, instruction: Instruction, process: ShellProcess, offset: number): boolean {
	let isOn = startOf(file, instruction)?.stopsAtFailure ?? false;
	for (const { name, args, range, place } of commandsOf(file, instruction)) {
		if (range.start >= offset) break;
		if (name !== "set" || !isPartOf(process, place.process)) continue;
		if (stopsAtFailure(args)) isOn = true;
		else if (goesOnAtFailure(args)) isOn = false;
	}
	return isOn;
}
