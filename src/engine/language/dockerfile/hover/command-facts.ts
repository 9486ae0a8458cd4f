import { baseImageOf, rootOf, type Stage, stageOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { code } from "../../markdown.ts";
import { named } from "./place.ts";
import { isWindows, shellOf } from "./shell-form.ts";

/** What a container of the stage runs. A part is undefined where the file has none: the base image may. */
type Start = { readonly entrypoint: Instruction | undefined; readonly cmd: Instruction | undefined; readonly isCmdReset: boolean };

/** ENTRYPOINT and CMD at the end of the stage, those of the stages it is built on included. */
function startOf(stage: Stage): Start {
	let { entrypoint, cmd, isCmdReset } = stage.parent ? startOf(stage.parent) : { entrypoint: undefined, cmd: undefined, isCmdReset: false };
	let isCmdOwn = false;
	for (const instruction of stage.instructions) {
		if (instruction.keyword === "CMD") {
			cmd = instruction;
			isCmdOwn = true;
		} else if (instruction.keyword === "ENTRYPOINT") {
			entrypoint = instruction;
			// A CMD from below is dropped: https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
			if (!isCmdOwn) cmd = undefined;
			isCmdReset = true;
		}
	}
	return { entrypoint, cmd, isCmdReset };
}

/** What CMD and ENTRYPOINT come to in this file. */
export function commandFacts(file: Dockerfile, instruction: Instruction): string[] {
	const stage = stageOf(file, instruction);
	if (!stage) return [];
	const own = stage.instructions.filter(({ keyword }) => keyword === instruction.keyword);
	const last = own.at(-1);
	if (last && last !== instruction) return [`Has no effect: ${named(file, last)} takes its place.`];
	const start = startOf(stage);
	const facts = [`A container runs ${code(commandLine(file, start))}.`];
	const isScratch = baseImageOf(file, rootOf(file, stage)) === "scratch";
	if (!start.entrypoint && !isScratch) facts.push("That is so unless the base image has an `ENTRYPOINT`, which would come in front.");
	if (instruction.keyword === "CMD" && start.entrypoint && !start.entrypoint.json)
		facts.push(`Ignored, because ${named(file, start.entrypoint)} is in shell form.`);
	if (!instruction.json && !(instruction.keyword === "CMD" && start.entrypoint) && !isWindows(file, instruction)) facts.push(signals(file, instruction));
	return facts;
}

function commandLine(file: Dockerfile, { entrypoint, cmd }: Start): string {
	const words = entrypoint ? wordsOf(file, entrypoint) : [];
	if (cmd && (!entrypoint || entrypoint.json)) words.push(...wordsOf(file, cmd));
	return words.map(quoted).join(" ");
}

/** As the engine starts it: the shell form is handed to the shell. */
function wordsOf(file: Dockerfile, instruction: Instruction): string[] {
	const words = instruction.args.map(({ text }) => text);
	return instruction.json ? words : [...shellOf(file, instruction), words.join(" ")];
}

function quoted(word: string): string {
	if (word !== "" && /^[\w@%+=:,./\\-]+$/.test(word)) return word;
	return word.includes("'") ? `"${word.replace(/["\\$`]/g, "\\$&")}"` : `'${word}'`;
}

function signals(file: Dockerfile, instruction: Instruction): string {
	const [shell = ""] = shellOf(file, instruction);
	const command = instruction.args[0]?.text ?? "";
	if (/^exec\s/.test(command))
		return `Shell form, but \`exec\` puts the program in the place of ${code(shell)}, so that it receives the signal of \`docker stop\`.`;
	return `Shell form: ${code(shell)} is the container's first process and receives the signal of \`docker stop\`. Unless the shell puts the program in its place, the program does not, and is killed when the grace period ends. The exec form has no shell in between.`;
}
