import { say } from "../text/message.ts";
import { parse } from "./parse.ts";
import { type ReadDocument, readDocuments, type Refusal } from "./read.ts";
import type { Lookup } from "./template.ts";
import type { Origin } from "./value.ts";

/** What the host has gathered. Paths are absolute, with slashes. */
export type ComposeFiles = {
	/** Undefined where there is no such file. */
	text(path: string): string | undefined;
	/** The home of the user; undefined where it is not known. */
	readonly home: string | undefined;
};

/** What is met while files are loaded. */
export type Loading = {
	readonly files: ComposeFiles;
	readonly refusals: Refusal[];
	readonly documents: Map<string, readonly ReadDocument[]>;
	readonly unset: { readonly name: string; readonly at: Origin }[];
};

/** Files that are merged one over the other, with what their texts and paths are about. */
export type Layer = { readonly paths: readonly string[]; readonly folder: string; readonly environment: Lookup; readonly including: readonly string[] };

/** Each file is read once, however often it is merged. */
export function documentsOf(path: string, { files, refusals, documents }: Loading): readonly ReadDocument[] {
	const known = documents.get(path);
	if (known) return known;
	const text = files.text(path);
	const file = text === undefined ? undefined : parse(text);
	if (!file) refusals.push({ at: { file: path, at: { start: 0, end: 0 } }, message: say`there is no file \`${path}\`` });
	for (const { at, message } of file?.problems ?? []) refusals.push({ at: { file: path, at }, message });
	const read = !file || file.problems.length > 0 ? [] : readDocuments(file, path);
	documents.set(path, read);
	return read;
}
