import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ComposeFile } from "../../engine/compose/syntax.ts";
import { officials } from "../../engine/language/dockerfile/completion/images.ts";
import { describeImage } from "../../engine/language/dockerfile/hover/image-hover.ts";
import { describePort } from "../../engine/language/dockerfile/hover/port-hover.ts";
import { openerFor } from "../../engine/language/languages.ts";
import { createKnownImages } from "../completion/known-images.ts";
import type { Host } from "../feature.ts";
import { kindOf } from "../kind.ts";
import { createLocalImages } from "../local-images.ts";
import { localImagesChanged } from "../protocol.ts";
import { namedElsewhere } from "../named-elsewhere.ts";
import { aboutDockerfile } from "./about-dockerfiles.ts";
import { featuresOfBake } from "./bake.ts";
import { createDockerfileFeatures } from "./dockerfile.ts";
import { featuresOfDockerignore } from "./dockerignore.ts";
import type { LanguageFeatures } from "./language-features.ts";

/** A document's newest version with what its language answers about it. */
export type InLanguage = { readonly document: TextDocument; readonly features: LanguageFeatures };

/** What answers about open documents, by the language of each. Undefined for one that is not open, and for a language that is not loaded. */
export function createLanguages(host: Host): (uri: string) => InLanguage | undefined {
	const images = { knownImages: createKnownImages(host), localImages: createLocalImages(host) };
	host.connection.onNotification(localImagesChanged, () => {
		images.knownImages.forget();
		images.localImages.forget();
	});
	const featuresOfDockerfile = createDockerfileFeatures(host, images);
	let featuresOfCompose: ((document: TextDocument, file: ComposeFile) => LanguageFeatures) | undefined;
	let isComposeLoading = false;

	async function loadCompose(): Promise<void> {
		const { createComposeFeatures } = await import("./compose.ts");
		const open = await openerFor("compose");
		const parse = (text: string): ComposeFile => open(text).file as ComposeFile;
		const about = (uri: string, path: string) => aboutDockerfile(host, uri, path);
		featuresOfCompose = createComposeFeatures(host, { ...images, parse, aboutDockerfile: about, namedElsewhere, officials, describeImage, describePort });
	}

	host.documents.onDidOpen(({ document }) => {
		if (isComposeLoading || kindOf(document) !== "compose") return;
		isComposeLoading = true;
		host.holdAnswers(loadCompose());
	});
	return (uri) => {
		const open = host.opened(uri);
		if (!open) return undefined;
		const { document } = open;
		if (open.id === "compose") return featuresOfCompose && { document, features: featuresOfCompose(document, open.file) };
		if (open.id === "bake") return { document, features: featuresOfBake(host, document, open.file) };
		if (open.id === "dockerignore") return { document, features: featuresOfDockerignore(host, document, open.file) };
		return { document, features: featuresOfDockerfile(document, open.file) };
	};
}
