import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { countBelow } from "../../../text/search.ts";
import type { Range } from "../../../text/text.ts";
import { numberedStages } from "./stages.ts";
import { startingUser } from "./users.ts";
import { values } from "./values.ts";
import type { HintKind, InlayHint } from "../../inlay-hint.ts";

/** The hints behind instructions that reach into the range, in order. There are few: what a reader sees by himself is not told. */
export function inlayHints(file: Dockerfile, within: Range, kinds: ReadonlySet<HintKind>): readonly InlayHint[] {
	const { instructions } = file;
	const hints: InlayHint[] = [];
	for (let index = countBelow(instructions, within.start, ({ fullRange }) => fullRange.end); index < instructions.length; index++) {
		const instruction = instructions[index] as Instruction;
		if (instruction.range.start > within.end) break;
		if (kinds.has("values")) hints.push(...values(file, instruction));
		if (kinds.has("stages")) hints.push(...numberedStages(file, instruction));
		if (kinds.has("user")) hints.push(...startingUser(file, instruction));
	}
	return hints.filter(({ offset }) => within.start <= offset && offset <= within.end).sort((one, other) => one.offset - other.offset);
}
