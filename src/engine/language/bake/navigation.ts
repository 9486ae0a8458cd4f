import { placesInDockerfiles, samePlaces } from "../../bake/builds.ts";
import { bakePlaceNear, type BakePlace } from "../../bake/names.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { attributeOf, dockerfileOf, resolveTarget, targetsOf } from "../../bake/targets.ts";
import { argumentWordsOf } from "../../dockerfile/declared-arguments.ts";
import { findStage } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import type { Range } from "../../text/text.ts";
import { bakeCursorAt } from "./cursor.ts";

/** A stage or an argument of the Dockerfiles with those paths from the bake file's folder. */
export type NamedInDockerfiles = { readonly kind: "stage" | "argument"; readonly name: string; readonly dockerfiles: readonly string[] };

/** What is named at a place, and where that is: here, or in Dockerfiles. */
export type BakeDefinition = { readonly origin: Range } & (
	| { readonly targets: readonly { readonly file: BakeFile; readonly at: Range }[]; readonly dockerfiles?: undefined }
	| NamedInDockerfiles
);

/** `along` are the files that bake reads along with it. */
export function bakeDefinitionAt(file: BakeFile, offset: number, along: readonly BakeFile[] = []): BakeDefinition | undefined {
	const place = bakePlaceNear(file, offset);
	if (!place) return attributeNamedAt([file, ...along], offset);
	const { kind, name, start, end } = place;
	if (kind !== "stage" && kind !== "argument") {
		const targets = [file, ...along].flatMap((each) =>
			samePlaces(each, place).flatMap(({ role, start: from, end: to }) => (role === "definition" ? [{ file: each, at: { start: from, end: to } }] : [])),
		);
		return targets.length > 0 ? { origin: { start, end }, targets } : undefined;
	}
	const dockerfiles = placesInDockerfiles(file).find((each) => each.start === start)?.dockerfiles ?? [];
	return dockerfiles.length > 0 ? { origin: { start, end }, dockerfiles, kind, name } : undefined;
}

/** `target.app.tags` leads to the tags of that target. */
function attributeNamedAt(files: readonly [BakeFile, ...BakeFile[]], offset: number): BakeDefinition | undefined {
	const member = bakeCursorAt(files[0], offset).path.at(-1);
	if (member?.kind !== "member" || member.of.kind !== "member" || member.of.of.kind !== "name" || member.of.of.text !== "target") return undefined;
	const [target, attribute] = [member.of.name.text, member.name];
	const targets = files.flatMap((file) => {
		const named = targetsOf(file).get(target);
		const found = named && attributeOf(named, attribute.text);
		return found ? [{ file, at: found.name }] : [];
	});
	return targets.length > 0 ? { origin: { start: attribute.start, end: attribute.end }, targets } : undefined;
}

/** Where the Dockerfile has it. */
export function placeInDockerfile(dockerfile: Dockerfile, { kind, name }: { readonly kind: "stage" | "argument"; readonly name: string }): Range | undefined {
	if (kind === "argument") return argumentWordsOf(dockerfile).find(({ text }) => text === name);
	const stage = findStage(dockerfile, name);
	return stage && (stage.name ?? stage.from.keywordRange);
}

/** All places where the same is named, in order. */
export function bakeReferencesAt(file: BakeFile, offset: number): readonly BakePlace[] {
	const place = bakePlaceNear(file, offset);
	return place ? samePlaces(file, place) : [];
}

/** The same in a file that is read along. */
export function bakeReferencesIn(other: BakeFile, file: BakeFile, offset: number): readonly BakePlace[] {
	const place = bakePlaceNear(file, offset);
	return place && place.kind !== "stage" && place.kind !== "argument" ? samePlaces(other, place) : [];
}

/** The stage or the argument that is named at the offset, with the Dockerfiles that have it. */
export function namedInDockerfilesAt(file: BakeFile, offset: number): NamedInDockerfiles | undefined {
	const found = bakeDefinitionAt(file, offset);
	return found?.dockerfiles ? found : undefined;
}

/** Where targets say which Dockerfile they are built from, with its path. */
export function dockerfileLinks(file: BakeFile): readonly (Range & { readonly path: string })[] {
	return [...targetsOf(file).values()].flatMap((target) => {
		const value = attributeOf(target, "dockerfile")?.value;
		const source = value?.kind === "string" ? dockerfileOf(file, resolveTarget(file, target.name)) : undefined;
		return value?.kind === "string" && source && source !== "inline" ? [{ ...value.content, path: source.path }] : [];
	});
}
