import { canonicalSignal } from "../dockerfile/signals.ts";
import { outputStages } from "../dockerfile/shipped-stages.ts";
import { rootBaseOf, type Stage } from "../dockerfile/stages.ts";
import { startOf } from "../dockerfile/start.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { valueOf } from "../dockerfile/variables.ts";
import type { Problem } from "../lint/rule.ts";
import { commandsOf } from "../shell/commands.ts";
import { type Message, say } from "../text/message.ts";
import { insert, replace } from "../text/text.ts";

type Wish = {
	readonly programs: RegExp;
	readonly signal: string;
	readonly say: (signal: string) => Message;
	/** Whether the program is what it is called in that stage. */
	readonly isMeant?: (program: string, stage: Stage) => boolean;
};

/** Images whose first process is one of the programs, and that stop it by another signal than it wants. */
export function* reportStopSignals(file: Dockerfile, { programs, signal, say: message, isMeant = () => true }: Wish): Generator<Problem> {
	for (const stage of outputStages(file)) {
		const first = firstProcess(file, stage);
		const word = first && commandsOf(file, first)[0]?.program;
		if (!word || !programs.test(word.value ?? "") || !isMeant(word.value ?? "", stage)) continue;
		const own = stopSignalOf(stage);
		if (own) {
			const [argument] = own.args;
			const value = canonicalSignal(valueOf(file, own, argument) ?? "");
			if (!argument || value === undefined || value === signal) continue;
			yield { at: argument, message: message(value), fix: { title: say`Write ${signal}`, edits: [replace(argument, signal)], safe: false } };
		} else if (rootBaseOf(file, stage)?.stopSignal === "SIGTERM") {
			const fix = stage.instructions.includes(first) && first.startLine > 0 ? setting(file, stage, signal) : undefined;
			yield { at: word, message: message("SIGTERM"), ...(fix && { fix }) };
		}
	}
}

/** The instruction whose program is the container's first process; undefined where another stands before it, or that is not known. */
function firstProcess(file: Dockerfile, stage: Stage): Instruction | undefined {
	const { entrypoint, cmd } = startOf(file, stage);
	const first = entrypoint ?? cmd;
	const [command, ...others] = first ? commandsOf(file, first) : [];
	if (!first || !command || others.length > 0) return undefined;
	const isAlone = first.json ? command.wrappers.length === 0 : command.wrappers.length === 1 && command.wrappers[0] === "exec";
	return isAlone ? first : undefined;
}

function stopSignalOf(stage: Stage): Instruction | undefined {
	for (let each: Stage | undefined = stage; each; each = each.parent) {
		const found = each.instructions.findLast(({ keyword }) => keyword === "STOPSIGNAL");
		if (found) return found;
	}
	return undefined;
}

/** Before the stage's first CMD or ENTRYPOINT. */
function setting({ text }: Dockerfile, { instructions }: Stage, signal: string): Problem["fix"] {
	const before = instructions.find(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT");
	if (!before) return undefined;
	const lineStart = text.lastIndexOf("\n", before.range.start) + 1;
	const edit = insert(before.range.start, `STOPSIGNAL ${signal}${text.includes("\r\n") ? "\r\n" : "\n"}${text.slice(lineStart, before.range.start)}`);
	return { title: say`Set STOPSIGNAL ${signal}`, edits: [edit], safe: false };
}

/** What the rules say of their fixes. */
export const fixesOfStopSignals = {
	onRequest: "The signal is written, or the instruction comes before the command.",
	never: "The command stands in another stage.",
} as const;
