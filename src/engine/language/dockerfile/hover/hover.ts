import { findStage, stageOf, stagesOf } from "../../../dockerfile/stages.ts";
import { pairsOf } from "../../../dockerfile/instructions.ts";
import type { Dockerfile, Flag, Instruction, Word } from "../../../dockerfile/syntax.ts";
import { valueOf } from "../../../dockerfile/variables.ts";
import { type Catalogue, type Message, say, textOf } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import { aboutDirective, aboutFlag, aboutInstruction, aboutWord } from "./documentation/about.ts";
import { instructionFacts } from "./instruction-facts.ts";
import { bullets, code, paragraphs } from "../../markdown.ts";
import { mountHover } from "./mount-hover.ts";
import { variableReferences } from "../../../dockerfile/references.ts";
import type { Hover } from "../../hover.ts";
import { fullReference } from "../../../image/reference.ts";
import { describeBaseImage } from "./base-image-hover.ts";
import { describeStage } from "./stage-hover.ts";
import { describeDefinition, describeReference } from "./variable-hover.ts";

/** What is at the offset, explained: an instruction, flag, variable, stage or directive. Undefined where there is nothing to say. */
export function hover(file: Dockerfile, offset: number, catalogue: Catalogue | undefined): Hover | undefined {
	const instruction = instructionAt(file, offset);
	return directiveHover(file, offset, catalogue) ?? (instruction && instructionHover(file, instruction, offset, catalogue));
}

const isIn = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

/** Paragraphs about what the range covers. */
const hoverOf = ({ start, end }: Range, about: readonly Message[], catalogue: Catalogue | undefined): Hover => ({
	range: { start, end },
	markdown: paragraphs(...about.map((message) => textOf(message, catalogue))),
});

function directiveHover(file: Dockerfile, offset: number, catalogue: Catalogue | undefined): Hover | undefined {
	const directive = file.directives.find(({ range }) => isIn(range, offset));
	return directive && hoverOf(directive.range, [aboutDirective(directive.name)], catalogue);
}

/** The innermost: in an ONBUILD its trigger, unless the offset is at the word ONBUILD. */
function instructionAt(file: Dockerfile, offset: number): Instruction | undefined {
	let found = file.instructions.find(({ fullRange }) => isIn(fullRange, offset));
	while (found?.trigger && offset >= found.trigger.keywordRange.start) found = found.trigger;
	return found;
}

function instructionHover(file: Dockerfile, instruction: Instruction, offset: number, catalogue: Catalogue | undefined): Hover | undefined {
	if (isIn(instruction.keywordRange, offset)) return keywordHover(file, instruction, catalogue);
	const reference = variableReferences(file).findLast((each) => isIn(each, offset));
	if (reference) {
		const about = describeReference(file, reference);
		if (about) return hoverOf(reference, about, catalogue);
	}
	const flag = instruction.flags.find((each) => isIn(each, offset));
	if (flag) return flagHover(file, instruction, flag, offset, catalogue);
	const argument = aboutArgument(file, instruction, offset);
	return argument && hoverOf(argument.range, argument.about, catalogue);
}

function keywordHover(file: Dockerfile, instruction: Instruction, catalogue: Catalogue | undefined): Hover | undefined {
	const isTrigger = !file.instructions.includes(instruction);
	const facts = isTrigger ? [say`Runs in builds whose \`FROM\` names this image, not in this one.`] : instructionFacts(file, instruction);
	const inWords = (message: Message): string => textOf(message, catalogue);
	const here = facts.length > 0 ? `**${inWords(say`Here`)}**\n\n${bullets(facts.map(inWords))}` : undefined;
	const markdown = aboutInstruction(instruction.keyword, catalogue, here);
	return markdown === undefined ? undefined : { range: instruction.keywordRange, markdown };
}

function flagHover(file: Dockerfile, instruction: Instruction, flag: Flag, offset: number, catalogue: Catalogue | undefined): Hover | undefined {
	const part = flag.name === "mount" && instruction.keyword === "RUN" ? mountHover(flag, offset) : undefined;
	const stage = part
		? mountedStage(file, part.range)
		: flag.name === "from" && flag.value && isIn(flag.value, offset)
			? findStage(file, flag.value.text)
			: undefined;
	if (part) return hoverOf(part.range, [...part.about, ...(stage ? describeStage(file, stage) : [])], catalogue);
	if (stage && flag.value) return hoverOf(flag.value, describeStage(file, stage), catalogue);
	const markdown = aboutFlag(instruction.keyword, flag.name, catalogue);
	return markdown === undefined ? undefined : { range: { start: flag.start, end: flag.end }, markdown };
}

function mountedStage(file: Dockerfile, field: Range): ReturnType<typeof findStage> {
	const name = /^from=(.+)$/i.exec(file.text.slice(field.start, field.end))?.[1];
	return name === undefined ? undefined : findStage(file, name);
}

type About = { readonly range: Range; readonly about: readonly Message[] };

function aboutArgument(file: Dockerfile, instruction: Instruction, offset: number): About | undefined {
	const word = instruction.args.find((each) => isIn(each, offset));
	if (!word) return undefined;
	switch (instruction.keyword) {
		case "FROM":
			return aboutBase(file, instruction, word);
		case "ARG":
		case "ENV": {
			const pair = pairsOf(instruction).find(({ name }) => isIn(name, offset));
			// What a trigger's variables stand for, only the build that runs it knows.
			if (!pair || !file.instructions.includes(instruction)) return undefined;
			const value = pair.value && (valueOf(file, instruction, pair.value) ?? pair.value.text);
			return { range: pair.name, about: describeDefinition(file, instruction, pair.name, value) };
		}
		case "HEALTHCHECK": {
			return word === instruction.args[0] ? { range: word, about: [aboutWord(word.text.toUpperCase() === "NONE" ? "NONE" : "CMD")] } : undefined;
		}
		case "CMD":
		case "ENTRYPOINT":
			// A shell form is one word, with variables and commands of its own in it.
			return instruction.json ? inThisFile(file, instruction, word) : undefined;
		case "ADD":
		case "COPY":
		case "EXPOSE":
		case "SHELL":
		case "STOPSIGNAL":
		case "USER":
		case "VOLUME":
		case "WORKDIR":
			return inThisFile(file, instruction, word);
		default:
			return undefined;
	}
}

/** What the whole instruction comes to, at one of its words. Nothing for a trigger, which another build runs. */
function inThisFile(file: Dockerfile, instruction: Instruction, word: Word): About | undefined {
	const about = file.instructions.includes(instruction) ? instructionFacts(file, instruction) : [];
	return about.length > 0 ? { range: word, about } : undefined;
}

function aboutBase(file: Dockerfile, instruction: Instruction, word: Word): About | undefined {
	const [image, as, name] = instruction.args;
	const stage = stageOf(file, instruction);
	if (word === name && stage) return { range: word, about: describeStage(file, stage) };
	if (word === as) return { range: word, about: [aboutWord("AS")] };
	if (word !== image || !stage) return undefined;
	if (stage.parent) return { range: word, about: describeStage(file, stage.parent) };
	const expanded = valueOf(file, instruction, word);
	if (expanded === "scratch")
		return { range: word, about: [say`**\`scratch\`** is empty: no files, no shell. Only programs that bring everything along run on it.`] };
	const later = stagesOf(file).find((other) => other.index > stage.index && other.name?.text.toLowerCase() === expanded?.toLowerCase());
	if (!expanded) return undefined;
	const full = fullReference(expanded);
	const base = expanded === full ? say`Base image ${code(expanded)}` : say`Base image ${code(expanded)}, in full ${code(full)}`;
	return {
		range: word,
		about: later ? [base, say`The stage of that name begins only in a later line, so an image is meant here.`] : [base, ...describeBaseImage(expanded)],
	};
}
