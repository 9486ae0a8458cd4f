import { rootImageOf, stageOf } from "../../../dockerfile/stages.ts";
import { type Start, startOf } from "../../../dockerfile/start.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import type { AskEngine } from "./image-hover.ts";
import { named } from "./place.ts";
import { isWindows, shellOf } from "./shell-form.ts";

/** What CMD and ENTRYPOINT come to in this file. */
export function commandFacts(file: Dockerfile, instruction: Instruction, ask: AskEngine): readonly Message[] {
	const stage = stageOf(file, instruction);
	if (!stage) return [];
	const own = stage.instructions.filter(({ keyword }) => keyword === instruction.keyword);
	const last = own.at(-1);
	if (last && last !== instruction) return [say`Has no effect: ${named(file, last)} takes its place.`];
	const start = startOf(file, stage);
	const image = rootImageOf(file, stage);
	const base = start.entrypoint || image === undefined || image === "scratch" ? undefined : ask(image);
	const local = base === "absent" ? undefined : base;
	const line = [...(local?.entrypoint.map(quotedWord) ?? []), commandLine(file, start)].join(" ").trim();
	const facts = [
		line === "" ? say`A container runs what \`docker run IMAGE …\` names: the image has no command of its own.` : say`A container runs ${code(line)}.`,
	];
	if (local && local.entrypoint.length > 0)
		facts.push(say`${code(local.entrypoint.map(quotedWord).join(" "))} is the \`ENTRYPOINT\` of ${code(image ?? "")}, as it is in the local engine.`);
	else if (local) facts.push(say`${code(image ?? "")} has no \`ENTRYPOINT\`, as it is in the local engine.`);
	else if (!start.entrypoint && image !== "scratch") facts.push(say`That is so unless the base image has an \`ENTRYPOINT\`, which would come in front.`);
	if (instruction.keyword === "CMD" && start.entrypoint && !start.entrypoint.json)
		facts.push(say`Ignored, because ${named(file, start.entrypoint)} is in shell form.`);
	if (!instruction.json && !(instruction.keyword === "CMD" && start.entrypoint) && !isWindows(file, instruction)) facts.push(signals(file, instruction));
	return facts;
}

function commandLine(file: Dockerfile, { entrypoint, cmd }: Start): string {
	const words = entrypoint ? wordsOf(file, entrypoint) : [];
	if (cmd && (!entrypoint || entrypoint.json)) words.push(...wordsOf(file, cmd));
	return words.map(quotedWord).join(" ");
}

/** As the engine starts it: the shell form is handed to the shell. */
function wordsOf(file: Dockerfile, instruction: Instruction): string[] {
	const words = instruction.args.map(({ text }) => text);
	return instruction.json ? words : [...shellOf(file, instruction), words.join(" ")];
}

/** A word as one would write it for a shell. */
export function quotedWord(word: string): string {
	if (word !== "" && /^[\w@%+=:,./\\-]+$/.test(word)) return word;
	return word.includes("'") ? `"${word.replace(/["\\$`]/g, "\\$&")}"` : `'${word}'`;
}

function signals(file: Dockerfile, instruction: Instruction): Message {
	const [shell = ""] = shellOf(file, instruction);
	const command = instruction.args[0]?.text ?? "";
	if (/^exec\s/.test(command))
		return say`Shell form, but \`exec\` puts the program in the place of ${code(shell)}, so that it receives the signal of \`docker stop\`.`;
	return say`Shell form: ${code(shell)} is the container's first process and receives the signal of \`docker stop\`. Unless the shell puts the program in its place, the program does not, and is killed when the grace period ends. The exec form has no shell in between.`;
}
