import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { BakeFile } from "../../engine/bake/syntax.ts";
import { bakeCompletions, dockerfileWanted } from "../../engine/language/bake/completion.ts";
import { bakeHover } from "../../engine/language/bake/hover.ts";
import { bakeDefinitionAt, bakeReferencesAt, dockerfileLinks, placeInDockerfile } from "../../engine/language/bake/navigation.ts";
import { bakeFolds, bakeOutline } from "../../engine/language/bake/outline.ts";
import { pathOf } from "../configurations.ts";
import { dockerfileBeside } from "../dockerfile-beside.ts";
import type { Host } from "../feature.ts";
import type { Definition, LanguageFeatures, Link } from "./language-features.ts";

export const featuresOfBake = (host: Host, document: TextDocument, file: BakeFile): LanguageFeatures => ({
	outline: () => bakeOutline(file),
	folds: () => bakeFolds(file),
	highlightsAt: (offset) => bakeReferencesAt(file, offset).map((place) => ({ ...place, isWrite: place.role === "definition" })),
	hoverAt: (offset) => bakeHover(file, offset, host.catalogue),
	completionsAt: (offset) => {
		const completions = bakeCompletions(file, offset, dockerfileBeside(host, document.uri, dockerfileWanted(file, offset))?.file);
		return completions && { completions, isComplete: true };
	},
	definitionsAt: (offset) => definitionsAt(host, document, file, offset),
	referencesAt: async (offset, { definitions }) => [
		{ document, ranges: bakeReferencesAt(file, offset).filter(({ role }) => definitions || role === "reference") },
	],
	links: () => links(document, file),
});

/** Where a target, a variable or a function is, or a stage or an argument in the Dockerfile that a target is built from. */
function definitionsAt(host: Host, document: TextDocument, file: BakeFile, offset: number): readonly Definition[] {
	const found = bakeDefinitionAt(file, offset);
	if (!found) return [];
	const { origin } = found;
	if (found.dockerfile === undefined) return found.targets.map((target) => ({ document, origin, target, statement: target }));
	const beside = dockerfileBeside(host, document.uri, found.dockerfile);
	const target = beside && placeInDockerfile(beside.file, found);
	return target ? [{ document: beside.document, origin, target, statement: target }] : [];
}

/** From the path of a Dockerfile to the Dockerfile. */
function links({ uri }: TextDocument, file: BakeFile): readonly Link[] {
	const own = pathOf(uri);
	if (own === undefined) return [];
	return dockerfileLinks(file).map(({ start, end, path }) => ({ start, end, target: pathToFileURL(resolve(dirname(own), path)).href }));
}
