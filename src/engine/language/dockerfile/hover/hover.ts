import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { variableReferences } from "../../../dockerfile/references.ts";
import { type Catalogue, type Message, say, textOf } from "../../../text/message.ts";
import type { Range } from "../../../text/text.ts";
import { type Hover, hoverOf } from "../../hover.ts";
import { bullets } from "../../markdown.ts";
import { argumentHover } from "./argument-hover.ts";
import { directiveHover } from "./directive-hover.ts";
import { aboutInstruction } from "./documentation/about.ts";
import { flagHover } from "./flag-hover.ts";
import { heredocHover } from "./heredoc-hover.ts";
import type { AskEngine } from "./image-hover.ts";
import { instructionFacts } from "./instruction-facts.ts";
import { describeReference } from "./variable-hover.ts";

/**
 * What is at the offset, explained: an instruction, flag, variable, stage, image or directive. Undefined where there is nothing to say. `ask` is asked for the images
 * that are told of, and for no others.
 */
export function hover(file: Dockerfile, offset: number, catalogue: Catalogue | undefined, ask: AskEngine = nobody): Hover | undefined {
	const instruction = instructionAt(file, offset);
	return directiveHover(file, offset, catalogue) ?? (instruction && instructionHover(file, instruction, offset, ask, catalogue));
}

const nobody: AskEngine = () => undefined;

const isIn = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

/** The innermost: in an ONBUILD its trigger, unless the offset is at the word ONBUILD. */
function instructionAt(file: Dockerfile, offset: number): Instruction | undefined {
	let found = file.instructions.find(({ fullRange }) => isIn(fullRange, offset));
	while (found?.trigger && offset >= found.trigger.keywordRange.start) found = found.trigger;
	return found;
}

function instructionHover(file: Dockerfile, instruction: Instruction, offset: number, ask: AskEngine, catalogue: Catalogue | undefined): Hover | undefined {
	if (isIn(instruction.keywordRange, offset)) return keywordHover(file, instruction, ask, catalogue);
	const reference = variableReferences(file).findLast((each) => isIn(each, offset));
	if (reference) {
		const about = describeReference(file, reference);
		if (about) return hoverOf({ range: reference, about }, catalogue);
	}
	const flag = instruction.flags.find((each) => isIn(each, offset));
	if (flag) return flagHover(file, instruction, flag, offset, ask, catalogue);
	const found = heredocHover(file, instruction, offset) ?? argumentHover(file, instruction, offset, ask);
	return found && hoverOf(found, catalogue);
}

function keywordHover(file: Dockerfile, instruction: Instruction, ask: AskEngine, catalogue: Catalogue | undefined): Hover | undefined {
	const isTrigger = !file.instructions.includes(instruction);
	const facts = isTrigger ? [say`Runs in builds whose \`FROM\` names this image, not in this one.`] : instructionFacts(file, instruction, ask);
	const inWords = (message: Message): string => textOf(message, catalogue);
	const here = facts.length > 0 ? `**${inWords(say`Here`)}**\n\n${bullets(facts.map(inWords))}` : undefined;
	const markdown = aboutInstruction(instruction.keyword, catalogue, here);
	return markdown === undefined ? undefined : { range: instruction.keywordRange, markdown };
}
