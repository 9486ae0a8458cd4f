import { languageOfName } from "../engine/language/languages.ts";
import { configurationFileName } from "../engine/lint/configuration.ts";

/** What the server knows of: two languages that it lints, and its own configuration. */
export type Kind = "dockerfile" | "compose" | "configuration";

/** What a document is, by its name and by what its editor takes it for; undefined for YAML of another kind. */
export function kindOf({ languageId, uri }: { readonly languageId: string; readonly uri: string }): Kind | undefined {
	const name = nameOf(uri);
	if (name === configurationFileName) return "configuration";
	// Editors do not agree on the names of languages: dockercompose, docker-compose, yaml.docker-compose.
	if (/compose/i.test(languageId)) return "compose";
	if (/ya?ml/i.test(languageId)) return languageOfName(name) === "compose" ? "compose" : undefined;
	return "dockerfile";
}

/** The last part of a path or URI. */
export const nameOf = (uri: string): string => uri.split(/[/\\:]/).at(-1) ?? "";
