import { rootBaseOf, rootImageOf, stageOf } from "../../../dockerfile/stages.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import type { LocalImage } from "../../../image/local-image.ts";
import { type Message, say } from "../../../text/message.ts";
import { code } from "../../markdown.ts";
import type { AskEngine } from "./image-hover.ts";

/** The image that the stage of the instruction begins with, as the local engine has it. */
function localBase(file: Dockerfile, instruction: Instruction, ask: AskEngine): { readonly image: string; readonly local: LocalImage } | undefined {
	const stage = stageOf(file, instruction);
	const image = stage && rootImageOf(file, stage);
	const local = image === undefined || image === "scratch" ? undefined : ask(image);
	return image === undefined || local === undefined || local === "absent" ? undefined : { image, local };
}

/** The working directory that the base image leaves, and who says so. */
export function workdirOfBase(file: Dockerfile, instruction: Instruction, ask: AskEngine): { readonly path: string; readonly origin: Message } | undefined {
	const base = localBase(file, instruction, ask);
	// An image that sets none has the root.
	if (base)
		return {
			path: base.local.workdir || "/",
			origin: say`${code(base.local.workdir || "/")} is the working directory of ${code(base.image)}, as it is in the local engine.`,
		};
	const stage = stageOf(file, instruction);
	const [image, path] = stage ? [rootImageOf(file, stage), rootBaseOf(file, stage)?.workdir] : [];
	return image === undefined || path === undefined
		? undefined
		: { path, origin: say`${code(path)} is the working directory of the base image ${code(image)}.` };
}

/** As whom and where the base image has a command run, where the file says neither. */
export function runOfBase(file: Dockerfile, instruction: Instruction, ask: AskEngine): readonly Message[] {
	const { user, workdirInstruction } = stateBefore(file, instruction);
	const base = user && workdirInstruction ? undefined : localBase(file, instruction, ask);
	if (!base) return [];
	const { image, local } = base;
	const who = code(local.user || "root");
	if (user) return [say`The working directory is ${code(local.workdir || "/")}, by ${code(image)} as it is in the local engine.`];
	if (workdirInstruction) return [say`The user is ${who}, by ${code(image)} as it is in the local engine.`];
	return [say`The user is ${who} and the working directory ${code(local.workdir || "/")}, by ${code(image)} as it is in the local engine.`];
}
