import type { ComposeFile } from "../compose/syntax.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Language, SourceFile } from "../lint/language.ts";
import { dockerfileLanguage } from "./dockerfile/dockerfile-language.ts";

export type LanguageId = "dockerfile" | "compose";

/** A parsed file with its language. */
export type Opened =
	| { readonly id: "dockerfile"; readonly language: Language<Dockerfile>; readonly file: Dockerfile }
	| { readonly id: "compose"; readonly language: Language<ComposeFile>; readonly file: ComposeFile };

/** A language's own code is loaded with its first file. */
export const loadLanguage = async (id: LanguageId): Promise<Language<SourceFile>> => (id === "dockerfile" ? dockerfileLanguage : loadCompose());

/** Parses a Dockerfile, whose language is always loaded. */
export const openDockerfile = (text: string): Opened => ({ id: "dockerfile", language: dockerfileLanguage, file: dockerfileLanguage.parse(text) });

/** What parses files of the language, for those who look into them. */
export async function openerFor(id: LanguageId): Promise<(text: string) => Opened> {
	if (id === "dockerfile") return openDockerfile;
	const language = await loadCompose();
	return (text) => ({ id, language, file: language.parse(text) });
}

/** Only when it is wanted, for it brings a YAML parser. */
async function loadCompose(): Promise<Language<ComposeFile>> {
	const { composeLanguage } = await import("./compose/compose-language.ts");
	return composeLanguage;
}

const dockerfileName = /^(?:(?:Dockerfile|Containerfile)(?:\..+)?|dockerfile|containerfile|.+\.(?:[Dd]ockerfile|[Cc]ontainerfile))$/;
const otherKinds = /(?:\.(?:dockerignore|containerignore|md|json|ya?ml|tmpl|tpl|template|gotmpl|j2|jinja2?|erb|hbs|mustache|in|bak|orig|rej|swp)|~)$/i;
const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i;

/** The language of a file by its base name alone, as Docker's tools and editors tell it; undefined where the name does not. Templates and ignore files are of none. */
export function languageOfName(name: string): LanguageId | undefined {
	if (composeName.test(name)) return "compose";
	return dockerfileName.test(name) && !otherKinds.test(name) ? "dockerfile" : undefined;
}
