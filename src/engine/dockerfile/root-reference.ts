import type { ImageReference } from "../image/reference.ts";
import { baseReferenceOf, rootOf, type Stage, stageOf } from "./stages.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/** The image that the stage is built on, perhaps over others, where the file tells it. */
export const rootReferenceOf = (file: Dockerfile, stage: Stage): ImageReference | undefined => baseReferenceOf(file, rootOf(file, stage));

/** The same for the instruction's stage. */
export function rootReferenceBefore(file: Dockerfile, instruction: Instruction): ImageReference | undefined {
	const stage = stageOf(file, instruction);
	return stage && rootReferenceOf(file, stage);
}
