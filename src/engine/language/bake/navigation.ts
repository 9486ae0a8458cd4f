import { bakePlaceAt, type BakePlace, placesInDockerfiles, samePlaces } from "../../bake/names.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { attributeOf, dockerfileOf, resolveTarget, targetsOf } from "../../bake/targets.ts";
import { argumentWordsOf } from "../../dockerfile/declared-arguments.ts";
import { findStage } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import type { Range } from "../../text/text.ts";

/** What is named at a place, and where that is: here, or in a Dockerfile, by its path from the bake file's folder. */
export type BakeDefinition = { readonly origin: Range } & (
	| { readonly targets: readonly Range[]; readonly dockerfile?: undefined }
	| { readonly dockerfile: string; readonly kind: "stage" | "argument"; readonly name: string }
);

export function bakeDefinitionAt(file: BakeFile, offset: number): BakeDefinition | undefined {
	const place = bakePlaceAt(file, offset);
	if (!place) return undefined;
	const { kind, name, start, end } = place;
	if (kind !== "stage" && kind !== "argument") {
		const targets = samePlaces(file, place).filter(({ role }) => role === "definition");
		return targets.length > 0 ? { origin: { start, end }, targets } : undefined;
	}
	const dockerfile = placesInDockerfiles(file).find((each) => each.start === start)?.dockerfile;
	return dockerfile === undefined ? undefined : { origin: { start, end }, dockerfile, kind, name };
}

/** Where the Dockerfile has it. */
export function placeInDockerfile(dockerfile: Dockerfile, { kind, name }: { readonly kind: "stage" | "argument"; readonly name: string }): Range | undefined {
	if (kind === "argument") return argumentWordsOf(dockerfile).find(({ text }) => text === name);
	const stage = findStage(dockerfile, name);
	return stage && (stage.name ?? stage.from.keywordRange);
}

/** All places where the same is named, in order. */
export function bakeReferencesAt(file: BakeFile, offset: number): readonly BakePlace[] {
	const place = bakePlaceAt(file, offset);
	return place ? samePlaces(file, place) : [];
}

/** Where targets say which Dockerfile they are built from, with its path. */
export function dockerfileLinks(file: BakeFile): readonly (Range & { readonly path: string })[] {
	return [...targetsOf(file).values()].flatMap((target) => {
		const value = attributeOf(target, "dockerfile")?.value;
		const source = value?.kind === "string" ? dockerfileOf(file, resolveTarget(file, target.name)) : undefined;
		return value?.kind === "string" && source && source !== "inline" ? [{ ...value.content, path: source.path }] : [];
	});
}
