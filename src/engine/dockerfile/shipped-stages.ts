import { type Stage, stageOf, stageReferences, stagesOf } from "./stages.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";
import { valueOf } from "./variables.ts";
import { fact } from "../text/fact.ts";

const forWorkOnly = /(?:^|[-_.])(?:tests?|testing|lint|dev|devel|development|debug|check|build|builder|ci|docs?)(?:[-_.\d]|$)/i;

/**
 * Whether the instruction's layer gets into an image that is made to be run: that of the last stage, of one that nothing else uses, or of one that such a stage
 * begins with. Stages of which only files are taken are not among them, nor are those that their name gives to tests or development.
 */
export function isShipped(file: Dockerfile, instruction: Instruction): boolean {
	const stages = stagesOf(file);
	if (stages.length < 2) return true;
	const stage = stageOf(file, instruction);
	return stage === undefined || shippedStages(file).has(stage);
}

/** The stages that make an image to be run: the last, and those with a name that nothing else uses, unless it gives them to tests or development. */
export const outputStages = fact((file: Dockerfile): readonly Stage[] => {
	const stages = stagesOf(file);
	if (stages.length < 2) return stages;
	const used = new Set([...stageReferences(file).map(({ stage }) => stage), ...stages.map(({ parent }) => parent)]);
	const last = stages.at(-1);
	return stages.filter((stage) => stage === last || (!used.has(stage) && stage.name && !forWorkOnly.test(stage.name.text)));
});

const shippedStages = fact((file: Dockerfile): ReadonlySet<Stage> => {
	const shipped = new Set<Stage>();
	const add = (stage: Stage | undefined): void => {
		for (let each = stage; each && !shipped.has(each); each = each.parent) shipped.add(each);
	};
	for (const stage of outputStages(file)) add(stage);
	// `COPY --from=stage / /` takes all of its layers along.
	for (const { instruction, stage } of stageReferences(file))
		if (instruction.keyword === "COPY" && valueOf(file, instruction, instruction.args[0]) === "/") add(stage);
	return shipped;
});
