import { dirname, resolve } from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ComposeFile } from "../../engine/compose/syntax.ts";
import { buildsOf, type NamedRange } from "../../engine/language/compose/build-names.ts";
import { hostsIn } from "../../engine/language/compose/hosts.ts";
import { isSameName, nameAtOffset, type NamePlace, namesIn } from "../../engine/language/compose/names.ts";
import { whyNotCalled, whyNotRenamed } from "../../engine/language/compose/rename.ts";
import type { Refused } from "../../engine/language/refused.ts";
import { say } from "../../engine/text/message.ts";
import { type Edit, type Range, replace } from "../../engine/text/text.ts";
import { type ComposeBeside, type ComposeFiles, homeOf } from "../compose-files.ts";
import { composeVariableAt } from "../../engine/language/compose/variables.ts";
import { pathOf } from "../path-of.ts";
import type { EnvironmentFile } from "../environment-file.ts";
import type { Host } from "../feature.ts";
import type { namedElsewhere } from "../named-elsewhere.ts";
import type { AboutDockerfile } from "./about-dockerfiles.ts";
import { withExtended } from "./compose-extended.ts";
import type { Definition, EditsIn, LanguageFeatures, PlacesIn } from "./language-features.ts";

/** What names in Compose files are looked up in. */
export type NameSources = {
	readonly files: ComposeFiles;
	/** The `.env` beside the file. */
	environmentFile(own: ComposeBeside): EnvironmentFile | undefined;
	aboutDockerfile(uri: string, path: string): AboutDockerfile | undefined;
	readonly namedElsewhere: typeof namedElsewhere;
};

type NameFeatures = Required<Pick<LanguageFeatures, "highlightsAt" | "linkedAt" | "definitionsAt" | "referencesAt" | "renamableAt" | "renameAt">>;

/** Definition, references and new names of what Compose files name: in the file, in others of its project, and in Dockerfiles. */
export function featuresOfNames(host: Host, sources: NameSources, document: TextDocument, file: ComposeFile): NameFeatures {
	const { files } = sources;
	const own: ComposeBeside = { document, isOpen: true, file, path: pathOf(document.uri) };
	return {
		highlightsAt: (offset) => sameIn(file, offset).map((place) => ({ start: place.start, end: place.end, isWrite: place.role === "definition" })),
		linkedAt: (offset) => linkedAt(files, document, file, offset),
		definitionsAt: (offset) => definitionsAt(sources, own, offset),
		referencesAt: (offset, which, token) => references(host, sources, own, offset, which, token),
		renamableAt: (offset) => renamable(sources, own, offset),
		renameAt: (offset, name, token) => rename(host, sources, own, offset, name, token),
	};
}

/** All places of the file in which the same is named. */
function sameIn(file: ComposeFile, offset: number): readonly NamePlace[] {
	const place = nameAtOffset(file, offset);
	return place ? namesIn(file).filter((each) => isSameName(each, place) && each.file === place.file) : [];
}

/** Of names that no other file has. */
function linkedAt(files: ComposeFiles, document: TextDocument, file: ComposeFile, offset: number): readonly Range[] | undefined {
	const places = sameIn(file, offset);
	if (places.length < 2 || places[0]?.file !== undefined || !places.some(({ role }) => role === "definition")) return undefined;
	if (places[0]?.kind !== "anchor" && files.projectOf(document, file).length > 1) return undefined;
	return places.map(({ start, end }) => ({ start, end }));
}

function definitionsAt(sources: NameSources, own: ComposeBeside, offset: number): readonly Definition[] {
	const { files, environmentFile } = sources;
	const place = nameAtOffset(own.file, offset) ?? hostAt(own.file, offset);
	const variable = place ? undefined : composeVariableAt(own.file, offset);
	if (variable) return environmentFile(own)?.definitionOf(variable.name, rangeOf(variable.at)) ?? [];
	if (!place) return inDockerfile(sources, own, offset).map(({ about, at, origin }) => ({ document: about.document, origin, target: at, statement: at }));
	const other = place.file === undefined ? undefined : files.fileAt(own, place.file);
	if (place.file !== undefined && !other) return [];
	const project = other ? files.projectOf(other.document, other.file) : place.kind === "anchor" ? [own] : files.projectOf(own.document, own.file);
	return project.flatMap(({ document, file }) =>
		namesIn(file).flatMap((each) =>
			each.role === "definition" && isSameName(each, place)
				? [{ document, origin: rangeOf(place), target: rangeOf(each), statement: { start: each.start, end: each.statement?.end ?? each.end } }]
				: [],
		),
	);
}

const rangeOf = ({ start, end }: Range): Range => ({ start, end });

function hostAt(file: ComposeFile, offset: number): NamePlace | undefined {
	const host = hostsIn(file).find(({ start, end }) => start <= offset && offset <= end);
	return host && { ...host, kind: "service", role: "reference" };
}

/** A stage or an argument that a service's build names. */
function buildNameAt(
	file: ComposeFile,
	offset: number,
): { readonly kind: "stage" | "argument"; readonly at: NamedRange; readonly dockerfile: string } | undefined {
	const isAt = ({ start, end }: Range): boolean => start <= offset && offset <= end;
	for (const { context, dockerfile, target, args } of buildsOf(file)) {
		const path = dockerfile.startsWith("/") ? dockerfile : `${context}/${dockerfile}`;
		if (target && isAt(target)) return { kind: "stage", at: target, dockerfile: path };
		const argument = args.find(isAt);
		if (argument) return { kind: "argument", at: argument, dockerfile: path };
	}
	return undefined;
}

type InDockerfile = { readonly kind: "stage" | "argument"; readonly name: string; readonly about: AboutDockerfile; readonly at: Range; readonly origin: Range };

/** The same in the Dockerfile, if that has it. */
function inDockerfile({ aboutDockerfile }: NameSources, { document, file }: ComposeBeside, offset: number): readonly InDockerfile[] {
	const named = buildNameAt(file, offset);
	const about = named && aboutDockerfile(document.uri, named.dockerfile);
	const at = named && about?.placeOf({ kind: named.kind, name: named.at.name });
	return named && about && at ? [{ kind: named.kind, name: named.at.name, about, at, origin: rangeOf(named.at) }] : [];
}

/** The files in which a name means the same: those of its project and of projects that take it along by extending services with it, and those that extend from them. */
async function filesWith(
	{ files }: NameSources,
	own: ComposeBeside,
	place: NamePlace,
	token: CancellationToken,
): Promise<{ readonly project: readonly ComposeBeside[]; readonly extenders: readonly ComposeBeside[] }> {
	if (place.kind === "anchor") return { project: [own], extenders: [] };
	const home = place.file === undefined ? own : files.fileAt(own, place.file);
	if (!home) return { project: [], extenders: [] };
	const whole = (await files.wholeProjectOf(home.document, home.file, token)).map((each) => (each.path === home.path ? home : each));
	const project = await withExtended(files, whole, place, token);
	const isOwnFirst = project.toSorted((one, other) => Number(other.document.uri === own.document.uri) - Number(one.document.uri === own.document.uri));
	const extenders = place.kind === "service" ? await files.extendersOf(project, token) : [];
	// In a large workspace it may not be among those that were found.
	const isMissing = home !== own && ![...project, ...extenders].some(({ path }) => path === own.path);
	return { project: isOwnFirst, extenders: isMissing ? [own, ...extenders] : extenders };
}

type PlacesBeside = { readonly beside: ComposeBeside; readonly places: readonly NamePlace[] };

async function samePlaces(sources: NameSources, own: ComposeBeside, place: NamePlace, token: CancellationToken): Promise<readonly PlacesBeside[]> {
	const { project, extenders } = await filesWith(sources, own, place, token);
	const paths = new Set(project.flatMap(({ path }) => path ?? []));
	const isIn = (beside: ComposeBeside, each: NamePlace, isProject: boolean): boolean => {
		if (!isSameName(each, place)) return false;
		return each.file === undefined ? isProject : paths.has(homeOf(beside, each) ?? "");
	};
	return [
		...project.map((beside) => ({ beside, places: namesIn(beside.file).filter((each) => isIn(beside, each, true)) })),
		...extenders.map((beside) => ({ beside, places: namesIn(beside.file).filter((each) => isIn(beside, each, false)) })),
	];
}

async function references(
	host: Host,
	sources: NameSources,
	own: ComposeBeside,
	offset: number,
	{ definitions }: { readonly definitions: boolean },
	token: CancellationToken,
): Promise<readonly PlacesIn[]> {
	const place = nameAtOffset(own.file, offset);
	if (!place) {
		const found: PlacesIn[] = [];
		for (const { kind, name, about, origin } of inDockerfile(sources, own, offset)) {
			const elsewhere = (await sources.namedElsewhere(host, about.document.uri, { kind, name }, token)).filter(
				({ document }) => document.uri !== own.document.uri,
			);
			const inOwn = buildPlaces(own, kind, name, about);
			found.push({ document: own.document, ranges: inOwn.length > 0 ? inOwn : [origin] });
			found.push({ document: about.document, ranges: about.referencesTo({ kind, name }, { definitions }) }, ...elsewhere);
		}
		return found;
	}
	return (await samePlaces(sources, own, place, token)).map(({ beside, places }) => ({
		document: beside.document,
		ranges: places.filter(({ role }) => definitions || role === "reference").map(rangeOf),
	}));
}

/** Where the file itself names a stage or an argument of the Dockerfile. */
function buildPlaces({ file, path }: ComposeBeside, kind: "stage" | "argument", name: string, about: AboutDockerfile): readonly Range[] {
	if (path === undefined) return [];
	const isSame = (each: NamedRange): boolean => (kind === "stage" ? each.name.toLowerCase() === name.toLowerCase() : each.name === name);
	return buildsOf(file)
		.filter(({ context, dockerfile }) => resolve(dirname(path), context, dockerfile) === pathOf(about.document.uri))
		.flatMap(({ target, args }) => (kind === "argument" ? args : target ? [target] : []).filter(isSame))
		.map(rangeOf);
}

function renamable(sources: NameSources, own: ComposeBeside, offset: number): ReturnType<NameFeatures["renamableAt"]> {
	const place = nameAtOffset(own.file, offset);
	if (place) {
		const refused = whyNotRenamed(place, isDefined(sources, own, place));
		return refused ? { refused } : { range: rangeOf(place), name: place.name };
	}
	const named = buildNameAt(own.file, offset);
	if (!named) return undefined;
	const [found] = inDockerfile(sources, own, offset);
	if (!found) return { refused: say`No Dockerfile was found that has \`${named.at.name}\`.` };
	return found.about.whyNotRenamed(found) ?? { range: rangeOf(named.at), name: named.at.name };
}

function isDefined({ files }: NameSources, own: ComposeBeside, place: NamePlace): boolean {
	const home = place.file === undefined ? own : files.fileAt(own, place.file);
	if (place.kind === "anchor") return namesIn(own.file).some((each) => each.role === "definition" && isSameName(each, place));
	const project = home ? files.projectOf(home.document, home.file) : [];
	return project.some(({ file }) => namesIn(file).some((each) => each.role === "definition" && isSameName(each, place)));
}

async function rename(
	host: Host,
	sources: NameSources,
	own: ComposeBeside,
	offset: number,
	name: string,
	token: CancellationToken,
): Promise<readonly EditsIn[] | Refused | undefined> {
	const able = renamable(sources, own, offset);
	if (!able || "refused" in able) return able;
	const place = nameAtOffset(own.file, offset);
	if (!place) return renameInDockerfile(host, sources, own, offset, name, token);
	const found = await samePlaces(sources, own, place, token);
	const isTaken = found.some(({ beside }) => namesIn(beside.file).some((each) => each.role === "definition" && each.kind === place.kind && each.name === name));
	const refused = whyNotCalled(place, name, isTaken);
	if (refused) return { refused };
	return found.flatMap(({ beside, places }): readonly EditsIn[] => {
		const { document, isOpen } = beside;
		const suggested = place.kind === "service" ? hostsIn(beside.file).filter((each) => each.name === place.name) : [];
		if (places.length + suggested.length === 0) return [];
		const edits = places.map((each) => replace(each, name));
		return [{ document, isOpen, edits, ...(suggested.length > 0 && { suggested: suggested.map((each) => replace(each, name)) }) }];
	});
}

async function renameInDockerfile(
	host: Host,
	sources: NameSources,
	own: ComposeBeside,
	offset: number,
	name: string,
	token: CancellationToken,
): Promise<readonly EditsIn[] | Refused> {
	const all: EditsIn[] = [];
	for (const found of inDockerfile(sources, own, offset)) {
		const { about, kind } = found;
		const edits = about.rename(found, name);
		if ("refused" in edits) return edits;
		all.push({ document: about.document, isOpen: about.isOpen, edits: edits as readonly Edit[] });
		all.push({ document: own.document, isOpen: true, edits: buildPlaces(own, kind, found.name, about).map((each) => replace(each, name)) });
		for (const other of await sources.namedElsewhere(host, about.document.uri, { kind, name: found.name }, token))
			if (other.document.uri !== own.document.uri)
				all.push({ document: other.document, isOpen: other.isOpen, edits: other.ranges.map((each) => replace(each, name)) });
	}
	return all;
}
