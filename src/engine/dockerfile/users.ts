import { baseImage } from "../image/base-images.ts";
import { rootImageOf, stageOf } from "./stages.ts";
import { stateBefore } from "./state.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";
import { valueOf } from "./variables.ts";

/** What a USER sets. */
export type User = {
	/** Names or numbers, as in `app` and `1000:staff`. */
	readonly text: string;
	readonly isRoot: boolean;
};

/** Undefined where the file does not tell. */
export function userOf(file: Dockerfile, instruction: Instruction): User | undefined {
	const text = valueOf(file, instruction, instruction.args[0]);
	return text === undefined ? undefined : { text, isRoot: isRoot.test(text) };
}

/** The daemon reads numbers as Go does, so that `00` is root; and where nothing stands before the group it takes root. */
const isRoot = /^(?:root|[+-]?0+)?(?::|$)/;

/** Whether root is known to run the instruction: by its USER, or by its base image's. */
export function isRunByRoot(file: Dockerfile, instruction: Instruction): boolean {
	const { user } = stateBefore(file, instruction);
	if (user) return userOf(file, user)?.isRoot ?? false;
	const stage = stageOf(file, instruction);
	const image = stage && rootImageOf(file, stage);
	return image !== undefined && baseImage(image).user === "root";
}
