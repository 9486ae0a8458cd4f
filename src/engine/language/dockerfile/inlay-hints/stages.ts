import { baseImageOf, type Stage, stageOf, stageReferences, type StageReference } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { fact } from "../../../text/fact.ts";
import { say } from "../../../text/message.ts";
import { describeStage } from "../hover/stage-hover.ts";
import type { InlayHint } from "../../inlay-hint.ts";

/** Which stage a number means, and which number a stage has that others name by it. */
export function numberedStages(file: Dockerfile, instruction: Instruction): readonly InlayHint[] {
	const numbered = numberedReferences(file);
	if (numbered.length === 0) return [];
	const hints: InlayHint[] = [];
	for (const { to, stage, instruction: from } of numbered) {
		const label = stage && nameOf(file, stage);
		if (stage && label !== undefined && (from === instruction || from === triggerOf(instruction)))
			hints.push({ kind: "stages", offset: to.end, label: `: ${label}`, about: () => describeStage(file, stage) });
	}
	const own = stageOf(file, instruction);
	if (own?.from === instruction && numbered.some(({ stage }) => stage === own))
		hints.push({ kind: "stages", offset: instruction.range.end, label: say`stage ${own.index}`, about: () => describeStage(file, own) });
	return hints;
}

const numberedReferences = fact((file: Dockerfile): readonly StageReference[] =>
	stageReferences(file).filter(({ to, stage }) => stage && /^\d+$/.test(to.text)),
);

/** Its name, or what it is built on. */
const nameOf = (file: Dockerfile, stage: Stage): string | undefined => stage.name?.text ?? stage.parent?.name?.text ?? baseImageOf(file, stage);

function triggerOf(instruction: Instruction): Instruction | undefined {
	let each = instruction;
	while (each.trigger) each = each.trigger;
	return each;
}
