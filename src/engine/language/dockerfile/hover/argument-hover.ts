import { canonicalSignal } from "../../../dockerfile/signals.ts";
import { pairsOf } from "../../../dockerfile/instructions.ts";
import { baseImageOf, stageOf, stagesOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction, Word } from "../../../dockerfile/syntax.ts";
import { valueOf } from "../../../dockerfile/variables.ts";
import { fullReference } from "../../../image/reference.ts";
import { commandWords } from "../../../shell/commands.ts";
import { type Message, say } from "../../../text/message.ts";
import type { About } from "../../hover.ts";
import { code } from "../../markdown.ts";
import { aboutWord } from "./documentation/about.ts";
import { labelDocumentation } from "./documentation/labels.ts";
import { signalDocumentation } from "./documentation/signals.ts";
import { describeExec, lostWithoutShell } from "./exec-hover.ts";
import { type AskEngine, imageFacts } from "./image-hover.ts";
import { instructionFacts } from "./instruction-facts.ts";
import { findUser } from "./owner-hover.ts";
import { describePort } from "./port-hover.ts";
import { describeShell } from "./shell-hover.ts";
import { describeStage } from "./stage-hover.ts";
import { describeDefinition } from "./variable-hover.ts";

/** An argument at the offset: what it is, and what the whole instruction comes to. Undefined where there is nothing to say. */
export function argumentHover(file: Dockerfile, instruction: Instruction, offset: number, ask: AskEngine): About | undefined {
	const word = instruction.args.find(({ start, end }) => start <= offset && offset <= end);
	if (!word) return undefined;
	const inThisFile = (...about: readonly (Message | undefined)[]): About | undefined => whole(file, instruction, word, ask, about);
	switch (instruction.keyword) {
		case "FROM":
			return aboutBase(file, instruction, word, ask);
		case "ARG":
		case "ENV":
			return aboutPair(file, instruction, offset);
		case "LABEL":
			return aboutLabel(file, instruction, offset);
		case "HEALTHCHECK":
			if (word === instruction.args[0]) return { range: word, about: [aboutWord(word.text.toUpperCase() === "NONE" ? "NONE" : "CMD")] };
			return instruction.json ? inThisFile(...describeExec(file, instruction)) : undefined;
		case "RUN":
			return instruction.json ? { range: word, about: describeExec(file, instruction) } : undefined;
		case "CMD":
		case "ENTRYPOINT":
			// A shell form is one word, with variables and commands of its own in it.
			return instruction.json ? inThisFile(...lostWithoutShell(commandWords(instruction).map(({ text }) => text))) : undefined;
		case "EXPOSE":
			return inThisFile(describePort(valueOf(file, instruction, word) ?? word.text));
		case "STOPSIGNAL": {
			const signal = valueOf(file, instruction, word) ?? word.text;
			const about = aboutSignal(signal);
			return canonicalSignal(signal) === "SIGKILL" ? { range: word, about } : inThisFile(...about);
		}
		case "USER": {
			const user = valueOf(file, instruction, word)?.split(":", 1)[0];
			return inThisFile(user ? findUser(file, instruction, user) : undefined);
		}
		case "SHELL":
			return instruction.json ? inThisFile(...describeShell(instruction.args.map(({ text }) => text))) : undefined;
		case "ADD":
		case "COPY":
		case "VOLUME":
		case "WORKDIR":
			return inThisFile();
		default:
			return undefined;
	}
}

/** About the word, and then what the whole instruction comes to: nothing of that for a trigger, which another build runs. */
function whole(file: Dockerfile, instruction: Instruction, word: Word, ask: AskEngine, about: readonly (Message | undefined)[]): About | undefined {
	const facts = file.instructions.includes(instruction) ? instructionFacts(file, instruction, ask) : [];
	const said = [...about.filter((each) => each !== undefined), ...facts];
	return said.length > 0 ? { range: word, about: said } : undefined;
}

function aboutPair(file: Dockerfile, instruction: Instruction, offset: number): About | undefined {
	const pair = pairsOf(instruction).find(({ name: { start, end } }) => start <= offset && offset <= end);
	if (!pair) return undefined;
	// What a trigger's variables stand for, only the build that runs it knows.
	if (!file.instructions.includes(instruction)) {
		const set = pair.value ? say`${code(pair.name.text)} = ${code(pair.value.text)}` : say`${code(pair.name.text)}, without a default.`;
		return { range: pair.name, about: [set, say`Set in builds whose \`FROM\` names this image, not in this one.`] };
	}
	const value = pair.value && (valueOf(file, instruction, pair.value) ?? pair.value.text);
	return { range: pair.name, about: describeDefinition(file, instruction, pair.name, value) };
}

function aboutLabel(file: Dockerfile, instruction: Instruction, offset: number): About | undefined {
	const pair = pairsOf(instruction).find(({ name, value }) => name.start <= offset && offset <= (value ?? name).end);
	const key = pair && valueOf(file, instruction, pair.name);
	if (!pair || key === undefined) return undefined;
	const about = Object.hasOwn(labelDocumentation, key) ? labelDocumentation[key as keyof typeof labelDocumentation] : undefined;
	const value = pair.value && valueOf(file, instruction, pair.value);
	const shown = value === undefined || value === pair.value?.text ? [] : [say`Here: ${code(value)}`];
	const range = { start: pair.name.start, end: (pair.value ?? pair.name).end };
	return about
		? { range, about: [say`**${code(key)}** ${about}`, ...shown] }
		: shown.length > 0
			? { range, about: [say`**${code(key)}**`, ...shown] }
			: undefined;
}

function aboutSignal(written: string): readonly Message[] {
	const name = canonicalSignal(written);
	const about = name === undefined ? undefined : signalDocumentation[name];
	if (name === undefined || !about) return [];
	return [name === written ? say`**${code(name)}** ${about}` : say`**${code(written)}** is ${code(name)}. ${about}`];
}

function aboutBase(file: Dockerfile, instruction: Instruction, word: Word, ask: AskEngine): About | undefined {
	const [image, as, name] = instruction.args;
	const stage = stageOf(file, instruction);
	if (word === name && stage) return { range: word, about: describeStage(file, stage) };
	if (word === as) return { range: word, about: [aboutWord("AS")] };
	if (word !== image || !stage) return undefined;
	if (stage.parent) return { range: word, about: describeStage(file, stage.parent) };
	const expanded = baseImageOf(file, stage);
	if (expanded === "scratch")
		return { range: word, about: [say`**\`scratch\`** is empty: no files, no shell. Only programs that bring everything along run on it.`] };
	const later = stagesOf(file).find((other) => other.index > stage.index && other.name?.text.toLowerCase() === expanded?.toLowerCase());
	if (!expanded) return undefined;
	const full = fullReference(expanded);
	const base = expanded === full ? say`Base image ${code(expanded)}` : say`Base image ${code(expanded)}, in full ${code(full)}`;
	if (later) return { range: word, about: [base, say`The stage of that name begins only in a later line, so an image is meant here.`] };
	return { range: word, about: [base], list: imageFacts(expanded, ask) };
}
