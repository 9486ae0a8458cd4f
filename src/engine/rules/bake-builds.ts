import type { BakeBlock, BakeFile } from "../bake/syntax.ts";
import { attributeOf, constantsIn, dockerfileOf, groupsOf, type Resolved, resolveTarget, targetsOf } from "../bake/targets.ts";
import { placesOf } from "../bake/names.ts";
import { parse } from "../dockerfile/parse.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Files } from "../lint/rule.ts";
import { fact } from "../text/fact.ts";

/** A target as it is built. */
export type Build = {
	readonly name: string;
	readonly resolved: Resolved;
	/** Undefined where it is inline or elsewhere, or nobody can say. */ readonly path: string | undefined;
	/** Whether it only hands on what it says, as far as one can see. */ readonly isTemplate: boolean;
};

export const buildsOf = fact((file: BakeFile): readonly Build[] =>
	[...targetsOf(file).keys()].slice(0, mostTargets).map((name) => {
		const resolved = resolveTarget(file, name);
		const source = dockerfileOf(file, resolved);
		return {
			name,
			resolved,
			path: source === undefined || source === "inline" || !source.isSure ? undefined : source.path,
			isTemplate: isTemplate(file, name),
		};
	}),
);

/** Each is resolved with all that it inherits. */
const mostTargets = 300;

/** Targets that inherit from each, by its name. */
const heirsOf = fact((file: BakeFile): ReadonlyMap<string, readonly string[]> => {
	const heirs = new Map<string, string[]>();
	for (const target of targetsOf(file).values())
		for (const { text } of constantsIn(attributeOf(target, "inherits")?.value)) heirs.set(text, [...(heirs.get(text) ?? []), target.name]);
	return heirs;
});

/** Targets that a group lists, or that another one uses what they make of. */
const grouped = fact((file: BakeFile): ReadonlySet<string> => {
	const names = new Set<string>();
	for (const group of groupsOf(file).values()) for (const { text } of constantsIn(attributeOf(group, "targets")?.value)) names.add(text);
	for (const { kind, name, role, attribute } of placesOf(file)) if (kind === "target" && role === "reference" && attribute === "contexts") names.add(name);
	return names;
});

const isTemplate = (file: BakeFile, name: string): boolean => name.startsWith("_") || ((heirsOf(file).get(name)?.length ?? 0) > 0 && !grouped(file).has(name));

/** The Dockerfiles in whose builds what stands in the block counts: of the target itself, unless it only hands on, and of those that inherit from it. None where one is not known. */
export function dockerfilesWith(file: BakeFile, { name }: BakeBlock, read: (path: string) => Dockerfile | undefined): ReadonlyMap<string, Dockerfile> {
	const found = new Map<string, Dockerfile>();
	if (!name) return found;
	const concerned = new Set<string>();
	const open = [name.text];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (concerned.has(next)) continue;
		concerned.add(next);
		open.push(...(heirsOf(file).get(next) ?? []));
	}
	for (const build of buildsOf(file)) {
		if (!concerned.has(build.name)) continue;
		const dockerfile = build.path === undefined ? undefined : read(build.path);
		if (build.path !== undefined && dockerfile) found.set(build.path, dockerfile);
		else if (!build.isTemplate) return new Map();
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
