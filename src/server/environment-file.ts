import { dirname, join } from "node:path";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type EnvEntry, readEnvFile } from "../engine/compose/env-file.ts";
import { folderOf } from "../engine/compose/file-paths.ts";
import { environmentIn, readsOwnFile } from "../engine/compose/find-project.ts";
import type { Lookup } from "../engine/compose/template.ts";
import type { KnownVariable } from "../engine/language/compose/hovers/variable.ts";
import { say } from "../engine/text/message.ts";
import type { Range } from "../engine/text/text.ts";
import { createDisk } from "../files/disk.ts";
import { documentAt } from "./document-at.ts";
import { pathOf } from "./path-of.ts";
import type { Host } from "./feature.ts";
import type { Definition } from "./languages/language-features.ts";

/** The variables that Compose reads beside a file. */
export type EnvironmentFile = {
	readonly document: TextDocument;
	/** By their names; of one that stands there twice the last counts. */
	readonly entries: ReadonlyMap<string, EnvEntry>;
	definitionOf(name: string, origin: Range): readonly Definition[];
};

const disk = createDisk();

/** The shell's own, where Compose is run in the folder of the document. */
const shellAt = (uri: string): Lookup => {
	const own = pathOf(uri)?.replaceAll("\\", "/");
	const shell: Lookup = (name) => disk.variable(name);
	return own === undefined ? shell : environmentIn(folderOf(own), shell);
};

/** Undefined where the document has none beside it, and where Compose is told to read none. */
export function environmentFile(host: Pick<Host, "textNow" | "documents">, uri: string): EnvironmentFile | undefined {
	const own = pathOf(uri);
	const found = own !== undefined && readsOwnFile(shellAt(uri)) ? documentAt(host, join(dirname(own), ".env"), "dotenv") : undefined;
	if (!found) return undefined;
	const { document } = found;
	const entries = new Map(readEnvFile(document.getText(), shellAt(uri)).entries.map((entry) => [entry.name, entry]));
	return {
		document,
		entries,
		definitionOf(name, origin) {
			const entry = entries.get(name);
			return entry ? [{ document, origin, target: entry.nameRange, statement: { start: entry.start, end: entry.end } }] : [];
		},
	};
}

/** All variables with their values for the document, and who says so. */
export function variablesOf(uri: string, file: EnvironmentFile | undefined): ReadonlyMap<string, KnownVariable> {
	const known = new Map<string, KnownVariable>();
	for (const [name, { value = "", start }] of file?.entries ?? [])
		known.set(name, { value, origin: say`From \`.env\`, line ${(file?.document.positionAt(start).line ?? 0) + 1}.` });
	const shell = shellAt(uri);
	for (const name of new Set([...disk.variableNames(), "PWD"])) {
		const value = shell(name);
		if (value === undefined) continue;
		const isFolder = name === "PWD" && value !== disk.variable(name);
		known.set(name, { value, origin: isFolder ? say`The folder of the file, where Compose is run.` : say`From the shell that the editor was started by.` });
	}
	return known;
}

/** What a variable is worth: the shell's counts over the file's. */
export const environmentOf = (uri: string, file: EnvironmentFile | undefined): Lookup => {
	const shell = shellAt(uri);
	return (name) => shell(name) ?? file?.entries.get(name)?.value;
};
