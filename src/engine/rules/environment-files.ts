import { type EnvFile, readEnvFile } from "../compose/env-file.ts";
import { folderOf } from "../compose/file-paths.ts";
import { type LintedCompose, rangeIn } from "../compose/linted.ts";
import { entryOf, itemsIn, textOf } from "../compose/value.ts";
import { fact } from "../text/fact.ts";
import type { Range } from "../text/text.ts";
import { variablesOf } from "./interpolated-variables.ts";

/** A file of variables that this one leads to. */
export type EnvironmentFile = {
	readonly path: string;
	readonly text: string;
	/** In the format `raw`, in which values are as they are written. */
	readonly isRaw: boolean;
	/** Where this file names it; undefined of the project's own `.env`, which none does. */
	readonly at: Range | undefined;
	readonly read: EnvFile;
};

/** The project's `.env` and those of `env_file`, each once. */
export const environmentFilesOf = fact((file: LintedCompose): readonly EnvironmentFile[] => {
	const { environment, files } = file;
	const found = new Map<string, EnvironmentFile>();
	const add = (path: string, at: Range | undefined, isRaw: boolean): void => {
		const text = found.has(path) ? undefined : files.text(path);
		if (text !== undefined) found.set(path, { path, text, isRaw, at, read: readEnvFile(text, environment) });
	};
	for (const { value: service } of file.services) {
		for (const named of itemsIn(entryOf(service, "env_file"))) {
			const path = entryOf(named, "path") ?? named;
			const at = rangeIn(file, path);
			if (at) add(textOf(path) ?? "", at, textOf(entryOf(named, "format")) === "raw");
		}
	}
	add(ownEnvironmentPath(file), undefined, false);
	return [...found.values()];
});

/** Of the file from which Compose takes variables by itself. */
export const ownEnvironmentPath = ({ paths, path }: LintedCompose): string => `${folderOf(paths[0] ?? path)}/.env`;

/** Where something in a file of variables is told: at its name, or where the variable is used first. */
export const placeOfVariable = (file: LintedCompose, { at }: EnvironmentFile, name: string): Range | undefined =>
	at ?? variablesOf(file).find((use) => use.name === name);

/** Where something is told that concerns the whole file: at its name, or where a variable of it is used first. */
export function placeOfFile(file: LintedCompose, { at, read }: EnvironmentFile): Range | undefined {
	if (at) return at;
	const names = new Set(read.entries.map(({ name }) => name));
	return variablesOf(file).find((use) => names.has(use.name));
}
