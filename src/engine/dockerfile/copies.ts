import { fact } from "../text/fact.ts";
import { flagOf } from "./instructions.ts";
import { type Source, sourcesOf } from "./sources.ts";
import { type Stage, stageOf } from "./stages.ts";
import { joinPaths, stateBefore } from "./state.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { valueOf } from "./variables.ts";

/** A COPY or ADD, taken apart. */
export type Copy = {
	readonly instruction: Instruction;
	readonly stage: Stage | undefined;
	readonly sources: readonly Source[];
	readonly target: Word;
	/** The target, quotes gone and variables replaced; undefined where the file does not tell. */
	readonly targetValue: string | undefined;
	/** The same as an absolute path without a slash at its end; undefined where that is not known. */
	readonly path: string | undefined;
	/** Whether the target is named as a folder: by a slash at its end, or as `.` or `..`. */
	readonly isFolder: boolean;
	/** Whether files come from the build context, and not from another stage, an image or a context of another name. */
	readonly isFromContext: boolean;
};

/** Every COPY and ADD that has a source and a target, in order; those that ONBUILD holds are not among them. */
export const copiesOf = fact((file: Dockerfile): readonly Copy[] => {
	const copies: Copy[] = [];
	for (const instruction of file.instructions) {
		const copy = instruction.keyword === "COPY" || instruction.keyword === "ADD" ? toCopy(file, instruction) : undefined;
		if (copy) copies.push(copy);
	}
	return copies;
});

function toCopy(file: Dockerfile, instruction: Instruction): Copy | undefined {
	const target = instruction.args.at(-1);
	if (!target || instruction.args.length < 2) return undefined;
	const targetValue = valueOf(file, instruction, target);
	const path = targetValue === undefined ? undefined : joinPaths(stateBefore(file, instruction).workdir, targetValue);
	return {
		instruction,
		stage: stageOf(file, instruction),
		sources: sourcesOf(file, instruction),
		target,
		targetValue,
		path: path?.endsWith("/") ? path.replace(/(?<=.)\/+$/, "") : path,
		isFolder: namesFolder.test(targetValue ?? target.text),
		isFromContext: flagOf(instruction, "from") === undefined,
	};
}

const namesFolder = /(?:^|[/\\])\.{0,2}$/;

/** The last part of a path. */
export function baseName(path: string): string {
	let end = path.length;
	while (end > 0 && path[end - 1] === "/") end--;
	return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}

/** Where a source comes to lie if it is a file: below a target that is a folder, and otherwise as the target. Undefined where that is not known. */
export function placeOf({ path, isFolder, sources }: Copy, { value, kind, word }: Source): string | undefined {
	if (path === undefined) return undefined;
	if (kind === "heredoc") return isFolder ? inFolder(path, word.text.replace(/^\d*<<-?/, "").replaceAll(/["']/g, "")) : path;
	if (kind !== "file" || value === undefined) return undefined;
	return isFolder || sources.length > 1 ? inFolder(path, baseName(value)) : path;
}

const inFolder = (folder: string, name: string): string => (folder === "/" ? `/${name}` : `${folder}/${name}`);

/** Whether a path is a folder or lies below it. Both are absolute and simplified. */
export const isWithin = (path: string, folder: string): boolean => path === folder || folder === "/" || path.startsWith(`${folder}/`);
