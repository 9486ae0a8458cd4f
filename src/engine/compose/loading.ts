import { type Message, say } from "../text/message.ts";
import { fromFile, isRemote } from "./file-paths.ts";
import { parse } from "./parse.ts";
import { type ReadDocument, readDocuments } from "./read.ts";
import type { Refusal, RefusalKind } from "./refusal.ts";
import type { ComposeFile } from "./syntax.ts";
import type { Lookup } from "./template.ts";
import type { Origin } from "./value.ts";

/** What the host has gathered. Paths are absolute, with slashes. */
export type ComposeFiles = {
	/** Undefined where there is no such file, or nobody knows. */
	text(path: string): string | undefined;
	/** Whether it is certain that there is no such file. */
	isAbsent(path: string): boolean;
	/** What a Compose file says, where somebody has parsed it already. */
	parsed?(path: string): ComposeFile | undefined;
	/** The home of the user; undefined where it is not known. */
	readonly home: string | undefined;
};

/** What is met while files are loaded. */
export type Loading = {
	readonly files: ComposeFiles;
	readonly refusals: Refusal[];
	readonly documents: Map<string, readonly ReadDocument[]>;
	readonly unset: { readonly name: string; readonly at: Origin }[];
	/** Something has been refused in an earlier step: what is refused now may only follow from it, and is not told. */
	isOver: boolean;
	/** Of some file nobody knows what is in it, or whether it is there. */
	isPartial: boolean;
	/** And it is one in which services, networks and the like may stand. */
	lacksParts: boolean;
	/** Where each file was first named by another. */
	readonly ways: Map<string, Origin>;
};

/** Files that are merged one over the other, with what their texts and paths are about. */
export type Layer = { readonly paths: readonly string[]; readonly folder: string; readonly environment: Lookup; readonly including: readonly string[] };

export function refuse(loading: Loading, refusal: Refusal): void {
	if (!loading.isOver) loading.refusals.push(refusal);
}

/** Refuses a file that is not there; one of which that is not certain makes the project partial. */
export function miss(path: string, kind: RefusalKind, at: Origin, loading: Loading): void {
	if (loading.files.isAbsent(path)) refuse(loading, { kind, at, message: wordsForMissing(path, at) });
	else loading.isPartial = true;
}

/** The same of a file in which services, networks and the like may stand. */
export function missPart(path: string, kind: RefusalKind, at: Origin, loading: Loading): void {
	miss(path, kind, at, loading);
	loading.lacksParts ||= !loading.files.isAbsent(path);
}

/** What is on another machine is not fetched. */
const wordsForMissing = (path: string, { file }: Origin): Message =>
	isRemote(path) ? say`\`${path}\` lies on another machine, from where nothing is fetched` : say`there is no file \`${fromFile(file, path) ?? path}\``;

/** Loads what is named there; what is refused of other files says so. */
export function loadVia<Loaded>(place: Origin, paths: readonly string[], loading: Loading, load: () => Loaded): Loaded {
	for (const path of paths) if (!loading.ways.has(path)) loading.ways.set(path, place);
	const before = loading.refusals.length;
	const loaded = load();
	for (let index = before; index < loading.refusals.length; index++) {
		const refusal = loading.refusals[index];
		if (refusal && refusal.at.file !== place.file) loading.refusals[index] = { ...refusal, via: [place, ...(refusal.via ?? [])] };
	}
	return loaded;
}

/** What is refused of a file only once all are loaded, with where that file was named. */
export function withWay(refusal: Refusal, { ways }: Loading): Refusal {
	if (refusal.via) return refusal;
	const via: Origin[] = [];
	const seen = new Set<string>();
	for (let { file } = refusal.at; !seen.has(file);) {
		seen.add(file);
		const place = ways.get(file);
		if (!place) break;
		via.unshift(place);
		({ file } = place);
	}
	return via.length > 0 ? { ...refusal, via } : refusal;
}

/** Each file is read once, however often it is merged. */
export function documentsOf(path: string, loading: Loading): readonly ReadDocument[] {
	const { files, documents } = loading;
	const known = documents.get(path);
	if (known) return known;
	const parsed = files.parsed?.(path);
	const text = parsed ? undefined : files.text(path);
	const file = parsed ?? (text === undefined ? undefined : parse(text));
	if (!file) missPart(path, "includeMissing", { file: path, at: { start: 0, end: 0 } }, loading);
	for (const { at, message, isRepeated, first, edit } of file?.problems ?? []) {
		const kind = isRepeated ? "repeatedKey" : "invalidYaml";
		const remedy = edit && ({ kind: "edit", edit } as const);
		refuse(loading, { kind, at: { file: path, at }, message, ...(remedy && { remedy }), ...(first && { others: [{ file: path, at: first }] }) });
	}
	const read = !file || file.problems.length > 0 ? [] : readDocuments(file, path);
	documents.set(path, read);
	return read;
}
