import { fact } from "../text/fact.ts";
import { type BakePlace, placesOf } from "./names.ts";
import type { BakeBlock, BakeFile } from "./syntax.ts";
import { attributeOf, constantsIn, dockerfileOf, groupsOf, type Resolved, resolveTarget, targetsOf } from "./targets.ts";

/** A target as it is built. */
export type Build = {
	readonly name: string;
	readonly resolved: Resolved;
	/** From the bake file's folder. Undefined where it is inline or elsewhere, or nobody can say; `isSure` where no variable is in it. */
	readonly path: string | undefined;
	readonly isSure: boolean;
	/** Whether it only hands on what it says, as far as one can see. */
	readonly isTemplate: boolean;
};

export const buildsOf = fact((file: BakeFile): readonly Build[] =>
	[...targetsOf(file).keys()].slice(0, mostTargets).map((name) => {
		const resolved = resolveTarget(file, name);
		const source = dockerfileOf(file, resolved);
		const isPath = source !== undefined && source !== "inline";
		return { name, resolved, path: isPath ? source.path : undefined, isSure: isPath && source.isSure, isTemplate: isTemplate(file, name) };
	}),
);

/** Each is resolved with all that it inherits. */
const mostTargets = 300;

/** Targets that inherit from each, by its name. */
const heirsOf = fact((file: BakeFile): ReadonlyMap<string, readonly string[]> => {
	const heirs = new Map<string, string[]>();
	for (const target of targetsOf(file).values())
		for (const { text } of constantsIn(attributeOf(target, "inherits")?.value)) {
			const known = heirs.get(text);
			if (known) known.push(target.name);
			else heirs.set(text, [target.name]);
		}
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

/** The builds in which what stands in the block counts: of the target itself, unless it only hands on, and of those that inherit from it. */
export function buildsWith(file: BakeFile, { name }: BakeBlock): readonly Build[] {
	const concerned = new Set<string>();
	const open = name ? [name.text] : [];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (concerned.has(next)) continue;
		concerned.add(next);
		open.push(...(heirsOf(file).get(next) ?? []));
	}
	return buildsOf(file).filter((build) => concerned.has(build.name));
}

/** The Dockerfiles in whose builds what stands in the block counts, as paths from the bake file's folder. The target's own, where it says which, come first. */
export function dockerfilesOfBlock(file: BakeFile, block: BakeBlock): readonly string[] {
	const builds = buildsWith(file, block);
	const says = ({ name, resolved: { values } }: Build): boolean => name === block.name?.text && (values.has("dockerfile") || values.has("context"));
	const real = builds.filter((build) => !build.isTemplate || says(build));
	return [...new Set((real.length > 0 ? real : builds).toSorted((one, other) => Number(says(other)) - Number(says(one))).flatMap(({ path }) => path ?? []))];
}

/** A stage or an argument that a target names, with the Dockerfiles that have it, as paths from the bake file's folder. */
export type PlaceInDockerfiles = BakePlace & { readonly dockerfiles: readonly string[] };

/** Where targets name stages and arguments, for those who look for one. */
export const placesInDockerfiles = fact((file: BakeFile): readonly PlaceInDockerfiles[] => {
	const paths = new Map<BakeBlock, readonly string[]>();
	const pathsOf = (block: BakeBlock): readonly string[] => {
		const found = paths.get(block) ?? dockerfilesOfBlock(file, block);
		paths.set(block, found);
		return found;
	};
	return placesOf(file).flatMap((place) =>
		(place.kind === "stage" || place.kind === "argument") && place.block ? [{ ...place, dockerfiles: pathsOf(place.block) }] : [],
	);
});

/** All places where the same is named as at that one, in order. A stage or an argument of another Dockerfile is another. */
export function samePlaces(file: BakeFile, place: BakePlace): readonly BakePlace[] {
	const { kind, name, binding, start } = place;
	if (kind === "stage" || kind === "argument") {
		const key = kind === "stage" ? name.toLowerCase() : name;
		const places = placesInDockerfiles(file);
		const own = places.find((each) => each.start === start)?.dockerfiles ?? [];
		return places.filter((each) => {
			const isSame = each.kind === kind && (kind === "stage" ? each.name.toLowerCase() : each.name) === key;
			return isSame && (each.start === start || each.dockerfiles.some((path) => own.includes(path)));
		});
	}
	return placesOf(file).filter((each) => each.kind === kind && each.binding === binding && each.name === name);
}
