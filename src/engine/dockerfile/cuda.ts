import { type CudaImage, cudaImage, isGpuImage } from "../image/cuda.ts";
import { rootReferenceBefore, rootReferenceOf } from "./root-reference.ts";
import type { Stage } from "./stages.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/** What the image that the instruction's stage is built on, perhaps over others, has of CUDA; undefined where it is no image of CUDA alone. */
export function cudaBefore(file: Dockerfile, instruction: Instruction): CudaImage | undefined {
	const reference = rootReferenceBefore(file, instruction);
	return reference && cudaImage(reference);
}

/** Whether the stage is built on an image for programs that use a GPU. */
export function isGpuStage(file: Dockerfile, stage: Stage): boolean {
	const reference = rootReferenceOf(file, stage);
	return reference !== undefined && isGpuImage(reference);
}
