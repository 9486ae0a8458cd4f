import { type Draft, saying } from "../../completion.ts";
import { type Stage, stageOf, stagesOf } from "../../../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { describeStage } from "../hover/stage-hover.ts";

/** The stages that FROM may name: those above with a name, the latest first. */
export const baseStages = (file: Dockerfile, from: Instruction): readonly Draft[] =>
	stagesAbove(file, from).flatMap((stage) => (stage.name ? [toDraft(file, stage, stage.name.text)] : []));

/** The stages that files may be taken from: those above, the latest first, by their names or else their numbers. */
export const stageSources = (file: Dockerfile, { outer }: { readonly outer: Instruction }): readonly Draft[] =>
	stagesAbove(file, outer).map((stage) => toDraft(file, stage, stage.name?.text ?? String(stage.index)));

function stagesAbove(file: Dockerfile, instruction: Instruction): readonly Stage[] {
	const own = stageOf(file, instruction);
	const seen = new Set<string>();
	return stagesOf(file)
		.slice(0, own?.index ?? 0)
		.reverse()
		.filter(({ name, index }) => {
			const key = name?.text.toLowerCase() ?? String(index);
			return !seen.has(key) && seen.add(key);
		});
}

const toDraft = (file: Dockerfile, stage: Stage, label: string): Draft => ({
	label,
	kind: "stage",
	detail: stage.image?.text ?? "",
	about: (catalogue) => saying(...describeStage(file, stage))(catalogue),
});
