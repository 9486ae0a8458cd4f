import { buildsWith } from "../bake/builds.ts";
import type { BakeBlock, BakeFile } from "../bake/syntax.ts";
import { parse } from "../dockerfile/parse.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Files } from "../lint/rule.ts";

/** The Dockerfiles in whose builds what stands in the block counts. None where one is not known. */
export function dockerfilesWith(file: BakeFile, block: BakeBlock, read: (path: string) => Dockerfile | undefined): ReadonlyMap<string, Dockerfile> {
	const found = new Map<string, Dockerfile>();
	for (const { path, isSure, isTemplate } of buildsWith(file, block)) {
		const dockerfile = path === undefined || !isSure ? undefined : read(path);
		if (path !== undefined && dockerfile) found.set(path, dockerfile);
		else if (!isTemplate) return new Map();
	}
	return found;
}

/** Reads Dockerfiles beside a bake file, each once. */
export function dockerfilesBeside(files: Files): (path: string) => Dockerfile | undefined {
	const known = new Map<string, Dockerfile | undefined>();
	return (path) => {
		if (!known.has(path)) {
			const text = files.text(path);
			known.set(path, text === undefined ? undefined : parse(text));
		}
		return known.get(path);
	};
}
