import type { LanguageId } from "../engine/language/languages.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import { configurationFileName, configurationFileNames } from "../engine/lint/configuration.ts";

/** What the server knows of: languages that it lints, its own configuration, and hadolint's, in which its rules have names too. */
export type Kind = LanguageId | "configuration" | "hadolint";

/** What a document is, by its name and by what its editor takes it for; undefined for YAML of another kind. */
export function kindOf({ languageId, uri }: { readonly languageId: string; readonly uri: string }): Kind | undefined {
	const name = nameOf(uri);
	if (name === configurationFileName) return "configuration";
	if (/^\.?hadolint\.ya?ml$/.test(name)) return "hadolint";
	if (languageId === "dockerbake" || languageOfName(name) === "bake") return "bake";
	if (languageId === "dockerignore" || languageOfName(name) === "dockerignore") return "dockerignore";
	// Editors do not agree on the names of languages: dockercompose, docker-compose, yaml.docker-compose.
	if (/compose/i.test(languageId)) return "compose";
	if (/ya?ml/i.test(languageId)) return languageOfName(name) === "compose" ? "compose" : undefined;
	return "dockerfile";
}

/** What says how documents beside and below it are linted, by the name of its file. */
export const isConfiguration = (path: string): boolean => configurationFileNames.includes(nameOf(path));

/** What is linted. */
export const isLinted = (kind: Kind | undefined): kind is LanguageId => kind !== undefined && kind !== "configuration" && kind !== "hadolint";

/** The last part of a path or URI. */
export const nameOf = (uri: string): string => uri.split(/[/\\:]/).at(-1) ?? "";
