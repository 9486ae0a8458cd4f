import { parseDuration } from "../../../dockerfile/refusals/go-values.ts";
import { findStage } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Flag, Instruction } from "../../../dockerfile/syntax.ts";
import { valueOf } from "../../../dockerfile/variables.ts";
import { type Catalogue, type Message, say, textOf } from "../../../text/message.ts";
import { type Hover, hoverOf } from "../../hover.ts";
import { bullets, code } from "../../markdown.ts";
import { aboutFlag } from "./documentation/about.ts";
import { durationText } from "./healthcheck-facts.ts";
import { type AskEngine, describeImage } from "./image-hover.ts";
import { describeMode } from "./mode-hover.ts";
import { mountHover } from "./mount-hover.ts";
import { describeOwner } from "./owner-hover.ts";
import { describeStage } from "./stage-hover.ts";

/** A flag: what it is for, and what its value comes to here; a stage or an image that it names, and a part of a mount, by themselves. */
export function flagHover(
	file: Dockerfile,
	instruction: Instruction,
	flag: Flag,
	offset: number,
	ask: AskEngine,
	catalogue: Catalogue | undefined,
): Hover | undefined {
	const { value, name } = flag;
	const isInValue = value !== undefined && value.start <= offset && offset <= value.end;
	if (name === "mount" && instruction.keyword === "RUN") {
		const part = mountHover(file, instruction, flag, offset, ask);
		if (part) return hoverOf(part, catalogue);
	} else if (name === "from" && isInValue) {
		const stage = findStage(file, value.text);
		if (stage) return hoverOf({ range: value, about: describeStage(file, stage) }, catalogue);
		if (/[/:@]/.test(value.text) && !value.text.includes("$")) return hoverOf({ range: value, ...describeImage(value.text, ask) }, catalogue);
	}
	const facts = value ? factsOf(file, instruction, name, value.text) : [];
	const inWords = (message: Message): string => textOf(message, catalogue);
	const here = facts.length > 0 ? `**${inWords(say`Here`)}**\n\n${bullets(facts.map(inWords))}` : undefined;
	const markdown = aboutFlag(instruction.keyword, name, catalogue, here);
	return markdown === undefined ? undefined : { range: { start: flag.start, end: flag.end }, markdown };
}

/** What the value comes to; nothing where the file does not tell it. */
function factsOf(file: Dockerfile, instruction: Instruction, name: string, written: string): readonly Message[] {
	const value = valueOf(file, instruction, { text: written });
	if (!value) return [];
	switch (name) {
		case "chmod":
			return describeMode(value, "copied files");
		case "chown":
			return describeOwner(file, instruction, value);
		case "platform":
			return value === written ? [] : [say`Here: ${code(value)}`];
		case "interval":
		case "timeout":
		case "start-period":
		case "start-interval": {
			const milliseconds = parseDuration(value);
			// `30s` needs no other words.
			return milliseconds && durationText(milliseconds).replace(" ", "") !== value ? [say`${code(value)} is ${durationText(milliseconds)}.`] : [];
		}
		default:
			return [];
	}
}
