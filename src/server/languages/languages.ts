import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Host } from "../feature.ts";
import { featuresOfBake } from "./bake.ts";
import { createDockerfileFeatures } from "./dockerfile.ts";
import { featuresOfDockerignore } from "./dockerignore.ts";
import type { LanguageFeatures } from "./language-features.ts";

/** A document's newest version with what its language answers about it. */
export type InLanguage = { readonly document: TextDocument; readonly features: LanguageFeatures };

/** What answers about open documents, by the language of each. Undefined for one that is not open, and for a language that is not loaded. */
export function createLanguages(host: Host): (uri: string) => InLanguage | undefined {
	const featuresOfDockerfile = createDockerfileFeatures(host);
	return (uri) => {
		const open = host.opened(uri);
		if (!open || open.id === "compose") return undefined;
		const { document } = open;
		if (open.id === "bake") return { document, features: featuresOfBake(host, document, open.file) };
		if (open.id === "dockerignore") return { document, features: featuresOfDockerignore(host, document, open.file) };
		return { document, features: featuresOfDockerfile(document, open.file) };
	};
}
