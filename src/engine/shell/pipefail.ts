import { scriptOf } from "../dockerfile/instructions.ts";
import { stageOf } from "../dockerfile/stages.ts";
import { stateBefore } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { commandsOf } from "./commands.ts";
import { dialectOf } from "./dialect.ts";
import { matches, runsWith } from "./named-commands.ts";
import type { ShellCommand, ShellProcess } from "./shell-command.ts";

/** A pipe of a RUN whose status is that of its last command alone. */
export type Pipe = { readonly run: Instruction; readonly from: ShellCommand; readonly to: ShellCommand };

/** The pipes in RUNs that do not heed the failure of what stands before the last `|`, in the order of the text. */
export function* pipesWithoutPipefail(file: Dockerfile, inScript = true): Generator<Pipe> {
	for (const run of runsWith(file, "|")) {
		if (run.json || !matches(run, /[^|]\|[^|]/)) continue;
		const { shell } = stateBefore(file, run);
		if (ofWindows.test(shell[0] ?? "") || (shell.some((word) => word.includes("pipefail")) && (inScript || isOfOwnStage(file, run)))) continue;
		const commands = commandsOf(file, run);
		for (let index = 1; index < commands.length; index++) {
			const [from, to] = [commands[index - 1], commands[index]];
			if (from && to?.joint === "|" && !(inScript ? isSetBefore(commands, index) : isNested(to))) yield { run, from, to };
		}
	}
}

const ofWindows = /^(?:cmd|powershell|pwsh)(?:\.exe)?$/i;

/** Whether the SHELL that counts is one of Bash's kind in the stage itself. */
function isOfOwnStage(file: Dockerfile, run: Instruction): boolean {
	const { shell, shellInstruction } = stateBefore(file, run);
	return shellInstruction !== undefined && stageOf(file, shellInstruction) === stageOf(file, run) && /(?:^|\/)(?:bash|zsh|ash)$/.test(shell[0] ?? "");
}

/** Whether a shell runs it that is started by another. */
function isNested({ place }: Pick<ShellCommand, "place">): boolean {
	for (let each: ShellProcess | undefined = place.process; each; each = each.parent) if (each.shell !== undefined && each.parent !== undefined) return true;
	return false;
}

/** Whether the script, or how its shell is called, says so: what a nested shell is called with is not looked at. */
function isSetBefore(commands: readonly ShellCommand[], index: number): boolean {
	const place = commands[index]?.place;
	if (!place || /^#!.*pipefail/.test(place.source.text) || isNested({ place })) return true;
	const processes: ShellProcess[] = [];
	for (let each: ShellProcess | undefined = place.process; each; each = each.parent) processes.push(each);
	for (let before = index - 1; before >= 0; before--) {
		const command = commands[before];
		if (command?.name !== "set" || !processes.includes(command.place.process)) continue;
		const at = command.args.findIndex(({ value }) => value === "pipefail");
		if (at > 0) return command.args[at - 1]?.value?.startsWith("-") ?? true;
	}
	return false;
}

/** Whether the shell that runs the RUN's own script knows the option. */
export function knowsPipefail(file: Dockerfile, run: Instruction): boolean | undefined {
	const dialect = dialectOf(file, run, { parent: undefined, shell: undefined });
	return dialect && dialect !== "dash" && !scriptOf(run);
}
