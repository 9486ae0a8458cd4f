import type { BakeFile } from "../bake/syntax.ts";
import type { ComposeFile } from "../compose/syntax.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import type { Dockerignore } from "../dockerignore/patterns.ts";
import type { Language, SourceFile } from "../lint/language.ts";
import { bakeLanguage } from "./bake/bake-language.ts";
import { dockerfileLanguage } from "./dockerfile/dockerfile-language.ts";
import { dockerignoreLanguage } from "./dockerignore/dockerignore-language.ts";

export type LanguageId = Opened["id"];

/** A parsed file with its language. */
export type Opened =
	| { readonly id: "dockerfile"; readonly language: Language<Dockerfile>; readonly file: Dockerfile }
	| { readonly id: "compose"; readonly language: Language<ComposeFile>; readonly file: ComposeFile }
	| { readonly id: "bake"; readonly language: Language<BakeFile>; readonly file: BakeFile }
	| { readonly id: "dockerignore"; readonly language: Language<Dockerignore>; readonly file: Dockerignore };

/** A language's own code is loaded with its first file. */
export const loadLanguage = async (id: LanguageId): Promise<Language<SourceFile>> => (id === "compose" ? loadCompose() : loaded[id]);

/** The languages that are always loaded. */
const loaded = { bake: bakeLanguage, dockerfile: dockerfileLanguage, dockerignore: dockerignoreLanguage };

const openDockerfile = (text: string): Opened => ({ id: "dockerfile", language: dockerfileLanguage, file: dockerfileLanguage.parse(text) });

const openDockerignore = (text: string): Opened => ({ id: "dockerignore", language: dockerignoreLanguage, file: dockerignoreLanguage.parse(text) });

const openBake = (text: string): Opened => ({ id: "bake", language: bakeLanguage, file: bakeLanguage.parse(text) });

/** What parses files of the languages that are always loaded. */
export const openers: { readonly [id: string]: ((text: string) => Opened) | undefined } = {
	dockerfile: openDockerfile,
	dockerignore: openDockerignore,
	bake: openBake,
};

/** What parses files of the language, for those who look into them. */
export async function openerFor(id: LanguageId): Promise<(text: string) => Opened> {
	const loaded = openers[id];
	if (loaded) return loaded;
	const language = await loadCompose();
	return (text) => ({ id: "compose", language, file: language.parse(text) });
}

/** Only when it is wanted, for it brings a YAML parser. */
async function loadCompose(): Promise<Language<ComposeFile>> {
	const { composeLanguage } = await import("./compose/compose-language.ts");
	return composeLanguage;
}
