import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ComposeFile } from "../../engine/compose/syntax.ts";
import { formatCompose } from "../../engine/language/compose/format/format.ts";
import { editsOnEnterInCompose } from "../../engine/language/compose/format/on-enter.ts";
import { composeFolds } from "../../engine/language/compose/folding.ts";
import { composeInlayHints } from "../../engine/language/compose/inlay-hints.ts";
import { composeLenses } from "../../engine/language/compose/lenses.ts";
import { composeLinks } from "../../engine/language/compose/links.ts";
import { mergedHints } from "../../engine/language/compose/merged-hints.ts";
import { composeOutline } from "../../engine/language/compose/outline.ts";
import { composeSemanticTokens } from "../../engine/language/compose/semantic-tokens.ts";
import { composeSelectionsAt } from "../../engine/language/compose/selection.ts";
import { say } from "../../engine/text/message.ts";
import { existing } from "../../files/find-files.ts";
import { createComposeModels } from "../compose-models.ts";
import { createComposeFiles } from "../compose-files.ts";
import { pathOf } from "../path-of.ts";
import type { Host } from "../feature.ts";
import { environmentFile, environmentOf, variablesOf } from "../environment-file.ts";
import { type AnswerSources, completionsOf, hoverOf, shownFrom } from "./compose-answers.ts";
import { featuresOfNames } from "./compose-names.ts";
import type { LanguageFeatures, Link } from "./language-features.ts";

/** What is loaded already, and not to be brought along. */
export type ComposeSources = Omit<AnswerSources, "files" | "environmentFile" | "models" | "hasComposeKeys"> & { parse(text: string): ComposeFile };

/** Load it lazily: who has no Compose file needs none of it. */
export function createComposeFeatures(host: Host, { parse, ...others }: ComposeSources): (document: TextDocument, file: ComposeFile) => LanguageFeatures {
	const sources: AnswerSources = {
		...others,
		files: createComposeFiles(host, parse),
		models: createComposeModels(host),
		hasComposeKeys: host.options.hasComposeKeys === true,
		environmentFile: ({ document }) => environmentFile(host, document.uri),
	};
	return (document, file) => ({
		outline: () => composeOutline(file),
		folds: () => composeFolds(file),
		selectionsAt: (offset) => composeSelectionsAt(file, offset),
		semanticTokens: (within) => composeSemanticTokens(file, within),
		inlayHints: async (within, kinds) => {
			const known = variablesOf(document.uri, environmentFile(host, document.uri));
			const values = composeInlayHints(file, within, kinds, (name) => known.get(name));
			const own = kinds.has("merged") ? await sources.models.of(document) : undefined;
			return own ? [...values, ...mergedHints(file, within, { ...own, shown: shownFrom(own) })] : values;
		},
		hoverAt: (offset) => hoverOf(host, sources, { document, file, isOpen: true, path: pathOf(document.uri) }, offset),
		completionsAt: (offset, how) => completionsOf(sources, { document, file, isOpen: true, path: pathOf(document.uri) }, offset, how),
		lenses: () => composeLenses(file),
		links: () => links(host, document, file),
		// Of one with mistakes the problems are told anyway.
		format: (options, within) => (file.problems.length > 0 ? { edits: [], left: [] } : formatCompose(file, { ...options, parse }, within)),
		editsOnEnter: (offset, indent) => editsOnEnterInCompose(file, offset, indent),
		...featuresOfNames(host, sources, document, file),
	});
}

/** Files that are there; paths begin at the Compose file's folder. */
async function links(host: Host, document: TextDocument, file: ComposeFile): Promise<readonly Link[]> {
	const own = pathOf(document.uri);
	const found = composeLinks(file, environmentOf(document.uri, environmentFile(host, document.uri)));
	const fileOf = (path: string): string => resolve(dirname(own ?? ""), path);
	const there = await existing(
		own === undefined ? [] : [...new Set(found.flatMap((link) => (link.kind === "file" ? [fileOf(link.path)] : [])))].slice(0, mostFiles),
	);
	return found.flatMap((link): readonly Link[] => {
		const { start, end } = link;
		if (link.kind === "image") return [{ start, end, target: link.url, tooltip: say`Show this image's page in its registry` }];
		return own !== undefined && there.has(fileOf(link.path)) ? [{ start, end, target: pathToFileURL(fileOf(link.path)).href }] : [];
	});
}

/** No Compose file names more of them. */
const mostFiles = 500;
