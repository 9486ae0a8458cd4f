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

const shippedStages = fact((file: Dockerfile): ReadonlySet<Stage> => {
	const stages = stagesOf(file);
	const references = stageReferences(file);
	const used = new Set([...references.map(({ stage }) => stage), ...stages.map(({ parent }) => parent)]);
	const last = stages.at(-1);
	const shipped = new Set<Stage>();
	const add = (stage: Stage | undefined): void => {
		for (let each = stage; each && !shipped.has(each); each = each.parent) shipped.add(each);
	};
	for (const stage of stages) if (stage === last || (!used.has(stage) && stage.name && !forWorkOnly.test(stage.name.text))) add(stage);
	// `COPY --from=stage / /` takes all of its layers along.
	for (const { instruction, stage } of references) if (instruction.keyword === "COPY" && valueOf(file, instruction, instruction.args[0]) === "/") add(stage);
	return shipped;
});
