import { keywords } from "../dockerfile/instruction.ts";
import { instructionsOf } from "../dockerfile/instructions.ts";
import { removeInstruction } from "../dockerfile/remove-instruction.ts";
import { stageOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import type { Problem } from "../lint/rule.ts";
import { say } from "../text/message.ts";

/** The instructions of the keyword that do nothing, for another stands below them in their stage. hadolint names that one's line, BuildKit theirs. */
export function reportOverridden(file: Dockerfile, keyword: string, hadolint: string): readonly Problem[] {
	const all = instructionsOf(file, keyword);
	const problems: Problem[] = [];
	for (let index = 0; index + 1 < all.length; index++) {
		const [instruction, next] = [all[index] as Instruction, all[index + 1] as Instruction];
		const stage = stageOf(file, instruction);
		if (stageOf(file, next) !== stage) continue;
		const last = all.findLast((each) => stageOf(file, each) === stage) ?? next;
		// What cannot be read below it may have been meant as a part of it.
		const below = file.instructions[file.instructions.indexOf(instruction) + 1];
		const isReadable = !instruction.error && below !== undefined && keywords.has(below.keyword) && !below.error;
		const edit = isReadable && stage ? removeInstruction(file, instruction) : undefined;
		problems.push({
			at: instruction.keywordRange,
			message: say`this \`${keyword}\` does nothing, for another stands below in the stage`,
			related: [{ at: last.keywordRange, message: say`this one counts` }],
			tag: "unnecessary",
			as: { hadolint: { id: hadolint, at: next.range.start } },
			...(edit && { fix: { title: say`Remove this ${keyword}`, edits: [edit], safe: true } }),
		});
	}
	return problems;
}

/** What the rules say of their fixes. */
export const fixesOfOverridden = {
	safely: "The instruction goes; Docker takes the last one alone.",
	never: "A comment stands inside the instruction, or what comes next cannot be read.",
} as const;
