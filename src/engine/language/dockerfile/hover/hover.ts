import { findStage, stageOf, stagesOf } from "../../../dockerfile/stages.ts";
import { pairsOf } from "../../../dockerfile/instructions.ts";
import type { Dockerfile, Flag, Instruction, Word } from "../../../dockerfile/syntax.ts";
import { valueOf } from "../../../dockerfile/variables.ts";
import { readIgnoreComment } from "../../../lint/ignore-comment.ts";
import { findRules } from "../../../lint/rule-names.ts";
import type { Range } from "../../../text/text.ts";
import { flagDocumentation } from "./documentation/flags.ts";
import { directiveDocumentation, instructionDocumentation, wordDocumentation } from "./documentation/instructions.ts";
import { instructionFacts } from "./instruction-facts.ts";
import { bullets, code, paragraphs } from "../../markdown.ts";
import { mountHover } from "./mount-hover.ts";
import { variableReferences } from "../../../dockerfile/references.ts";
import { type Hover, type HoverContext, withReasons } from "../../hover.ts";
import { describeRule } from "../../rule-hover.ts";
import { fullReference } from "../../../image/reference.ts";
import { describeStage } from "./stage-hover.ts";
import { describeDefinition, describeReference } from "./variable-hover.ts";

/** What is at the offset, explained: an instruction, flag, variable, stage, directive, ignored rule, and why a finding there matters. Undefined where there is nothing to say. */
export function hover(file: Dockerfile, offset: number, context: HoverContext): Hover | undefined {
	return withReasons(syntaxHover(file, offset, context), offset, context);
}

const isIn = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

function syntaxHover(file: Dockerfile, offset: number, context: HoverContext): Hover | undefined {
	const instruction = instructionAt(file, offset);
	return commentHover(file, offset, context) ?? (instruction && instructionHover(file, instruction, offset));
}

function commentHover(file: Dockerfile, offset: number, { rules, rulePage, catalogue }: HoverContext): Hover | undefined {
	const comment = file.comments.find((each) => isIn(each, offset));
	const directive = file.directives.find(({ range }) => isIn(range, offset));
	if (comment) {
		const word = readIgnoreComment(file.text, comment)?.names.find((name) => isIn(name, offset));
		const named = word ? findRules(rules, word.text) : [];
		const descriptions = named.map((rule) => describeRule(rule, rulePage(rule.id), catalogue));
		if (word && named.length > 0) return { range: { start: word.start, end: word.end }, markdown: descriptions.join("\n\n---\n\n") };
	}
	return directive && { range: directive.range, markdown: `**${code(`# ${directive.name}=`)}** ${directiveDocumentation[directive.name]}` };
}

/** The innermost: in an ONBUILD its trigger, unless the offset is at the word ONBUILD. */
function instructionAt(file: Dockerfile, offset: number): Instruction | undefined {
	let found = file.instructions.find(({ fullRange }) => isIn(fullRange, offset));
	while (found?.trigger && offset >= found.trigger.keywordRange.start) found = found.trigger;
	return found;
}

function instructionHover(file: Dockerfile, instruction: Instruction, offset: number): Hover | undefined {
	if (isIn(instruction.keywordRange, offset)) return keywordHover(file, instruction);
	const reference = variableReferences(file).findLast((each) => isIn(each, offset));
	if (reference) {
		const markdown = describeReference(file, reference);
		if (markdown) return { range: { start: reference.start, end: reference.end }, markdown };
	}
	const flag = instruction.flags.find((each) => isIn(each, offset));
	return flag ? flagHover(file, instruction, flag, offset) : argumentHover(file, instruction, offset);
}

function keywordHover(file: Dockerfile, instruction: Instruction): Hover | undefined {
	const documentation = instructionDocumentation[instruction.keyword];
	if (!documentation) return undefined;
	const { forms, text, page } = documentation;
	const isTrigger = !file.instructions.includes(instruction);
	const facts = isTrigger ? ["Runs in builds whose `FROM` names this image, not in this one."] : instructionFacts(file, instruction);
	const reference = `[Docker's reference](https://docs.docker.com/reference/dockerfile/#${page})`;
	return {
		range: instruction.keywordRange,
		markdown: paragraphs(`\`\`\`dockerfile\n${forms.join("\n")}\n\`\`\``, text, facts.length > 0 ? `**Here**\n\n${bullets(facts)}` : undefined, reference),
	};
}

function flagHover(file: Dockerfile, instruction: Instruction, flag: Flag, offset: number): Hover | undefined {
	const part = flag.name === "mount" && instruction.keyword === "RUN" ? mountHover(flag, offset) : undefined;
	const stage = part
		? mountedStage(file, part.range)
		: flag.name === "from" && flag.value && isIn(flag.value, offset)
			? findStage(file, flag.value.text)
			: undefined;
	if (part) return stage ? { ...part, markdown: paragraphs(part.markdown, describeStage(file, stage)) } : part;
	if (stage && flag.value) return { range: rangeOf(flag.value), markdown: describeStage(file, stage) };
	const documentation = flagDocumentation[instruction.keyword]?.[flag.name];
	if (!documentation) return undefined;
	const { form, text, otherwise, since } = documentation;
	const facts = [otherwise && `Without it: ${otherwise}.`, since && `Since Dockerfile syntax ${since}.`].filter(Boolean).join(" ");
	return { range: rangeOf(flag), markdown: paragraphs(`\`\`\`dockerfile\n${instruction.keyword} ${form}\n\`\`\``, text, facts) };
}

function mountedStage(file: Dockerfile, field: Range): ReturnType<typeof findStage> {
	const name = /^from=(.+)$/i.exec(file.text.slice(field.start, field.end))?.[1];
	return name === undefined ? undefined : findStage(file, name);
}

function argumentHover(file: Dockerfile, instruction: Instruction, offset: number): Hover | undefined {
	const word = instruction.args.find((each) => isIn(each, offset));
	if (!word) return undefined;
	switch (instruction.keyword) {
		case "FROM":
			return fromHover(file, instruction, word);
		case "ARG":
		case "ENV": {
			const pair = pairsOf(instruction).find(({ name }) => isIn(name, offset));
			// What a trigger's variables stand for, only the build that runs it knows.
			if (!pair || !file.instructions.includes(instruction)) return undefined;
			const value = pair.value && (valueOf(file, instruction, pair.value) ?? pair.value.text);
			return { range: rangeOf(pair.name), markdown: describeDefinition(file, instruction, pair.name, value) };
		}
		case "HEALTHCHECK": {
			const text = word === instruction.args[0] ? wordDocumentation[word.text.toUpperCase() === "NONE" ? "NONE" : "CMD"] : undefined;
			return text ? { range: rangeOf(word), markdown: `**${code(word.text.toUpperCase())}** ${text}` } : undefined;
		}
		default:
			return undefined;
	}
}

function fromHover(file: Dockerfile, instruction: Instruction, word: Word): Hover | undefined {
	const [image, as, name] = instruction.args;
	const stage = stageOf(file, instruction);
	if (word === name && stage) return { range: rangeOf(word), markdown: describeStage(file, stage) };
	if (word === as) return { range: rangeOf(word), markdown: `**\`AS\`** ${wordDocumentation.AS}` };
	if (word !== image || !stage) return undefined;
	if (stage.parent) return { range: rangeOf(word), markdown: describeStage(file, stage.parent) };
	const expanded = valueOf(file, instruction, word);
	if (expanded === "scratch")
		return { range: rangeOf(word), markdown: "**`scratch`** is empty: no files, no shell. Only programs that bring everything along run on it." };
	const later = stagesOf(file).find((other) => other.index > stage.index && other.name?.text.toLowerCase() === expanded?.toLowerCase());
	const note = later ? `The stage of that name begins only in a later line, so an image is meant here.` : undefined;
	return expanded
		? {
				range: rangeOf(word),
				markdown: paragraphs(`Base image ${code(expanded)}${expanded === fullReference(expanded) ? "" : `, in full ${code(fullReference(expanded))}`}`, note),
			}
		: undefined;
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });
