import { dirname, join } from "node:path";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type EnvEntry, readEnvFile } from "../engine/compose/env-file.ts";
import type { Lookup } from "../engine/compose/template.ts";
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

/** The shell's own. */
const shell: Lookup = (name) => disk.variable(name);

/** Undefined where the document has none beside it. */
export function environmentFile(host: Pick<Host, "textNow" | "documents">, uri: string): EnvironmentFile | undefined {
	const own = pathOf(uri);
	const found = own === undefined ? undefined : documentAt(host, join(dirname(own), ".env"), "dotenv");
	if (!found) return undefined;
	const { document } = found;
	const entries = new Map(readEnvFile(document.getText(), shell).entries.map((entry) => [entry.name, entry]));
	return {
		document,
		entries,
		definitionOf(name, origin) {
			const entry = entries.get(name);
			return entry ? [{ document, origin, target: entry.nameRange, statement: { start: entry.start, end: entry.end } }] : [];
		},
	};
}

/** What a variable is worth: the shell's counts over the file's. */
export const environmentOf =
	(file: EnvironmentFile | undefined): Lookup =>
	(name) =>
		shell(name) ?? file?.entries.get(name)?.value;
