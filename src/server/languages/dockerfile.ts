import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Dockerfile } from "../../engine/dockerfile/syntax.ts";
import { completionsAt, wantsOf } from "../../engine/language/dockerfile/completion/completion.ts";
import { folds } from "../../engine/language/dockerfile/folding.ts";
import { format } from "../../engine/language/dockerfile/format/format.ts";
import { editsOnEnter } from "../../engine/language/dockerfile/format/on-enter.ts";
import { hover } from "../../engine/language/dockerfile/hover/hover.ts";
import { describeSource, type FoundSource, sourceAt } from "../../engine/language/dockerfile/hover/source-hover.ts";
import { ignoringPattern } from "../../engine/dockerignore/ignored.ts";
import { inlayHints } from "../../engine/language/dockerfile/inlay-hints/inlay-hints.ts";
import { type Link as DockerfileLink, linksIn } from "../../engine/language/dockerfile/links.ts";
import { definitionAt, highlightsAt, linkedAt, namedOutsideAt, referencesAt } from "../../engine/language/dockerfile/navigation.ts";
import { renamableAt, renameAt } from "../../engine/language/dockerfile/rename.ts";
import type { Refused } from "../../engine/language/refused.ts";
import { selectionsAt } from "../../engine/language/dockerfile/selection.ts";
import { tokenParts } from "../../engine/language/dockerfile/semantic-tokens/parts.ts";
import { semanticTokens } from "../../engine/language/dockerfile/semantic-tokens/semantic-tokens.ts";
import { signaturesAt } from "../../engine/language/dockerfile/signatures/signatures.ts";
import { listedStages } from "../../engine/language/dockerfile/stage-list.ts";
import { outline } from "../../engine/language/dockerfile/symbols.ts";
import { type Hover, hoverOf } from "../../engine/language/hover.ts";
import { say } from "../../engine/text/message.ts";
import { replace } from "../../engine/text/text.ts";
import { createDisk } from "../../files/disk.ts";
import { existing } from "../../files/find-files.ts";
import { entryAt } from "../../files/folder.ts";
import type { BuildContexts } from "../build-contexts.ts";
import { contextEntries, ignoreListOf } from "../completion/build-context.ts";
import type { KnownImages } from "../completion/known-images.ts";
import { pathOf } from "../path-of.ts";
import type { Host } from "../feature.ts";
import type { LocalImages } from "../local-images.ts";
import { namedElsewhere } from "../named-elsewhere.ts";
import type { Completions, EditsIn, LanguageFeatures, Link } from "./language-features.ts";

/** What is known of images, by all who ask. */
export type Images = { readonly knownImages: KnownImages; readonly localImages: LocalImages };

export function createDockerfileFeatures(host: Host, { knownImages, localImages }: Images): (document: TextDocument, file: Dockerfile) => LanguageFeatures {
	const { buildContexts } = host;
	return (document, file) => ({
		outline: () => outline(file),
		folds: () => folds(file),
		selectionsAt: (offset) => selectionsAt(file, offset),
		highlightsAt: (offset) => highlightsAt(file, offset),
		linkedAt: (offset) => linkedAt(file, offset),
		semanticTokens: (within) => semanticTokens(file, within),
		tokenParts: () => tokenParts(file),
		inlayHints: (within, kinds) => inlayHints(file, within, kinds),
		signaturesAt: (offset) => signaturesAt(file, offset),
		hoverAt: (offset) => hoverWith(host, localImages, document.uri, file, offset),
		completionsAt: (offset, { isAsked }) => completions(document.uri, file, offset, { isAsked, knownImages, buildContexts }),
		definitionsAt: (offset) => {
			const found = definitionAt(file, offset);
			return found ? [{ ...found, document }] : [];
		},
		async referencesAt(offset, which, token) {
			const wanted = namedOutsideAt(file, offset);
			const others = wanted ? await namedElsewhere(host, document.uri, wanted, token) : [];
			return [{ document, ranges: referencesAt(file, offset, which) }, ...others];
		},
		buildables: () => listedStages(file).map((stage) => ({ ...stage, calls: [{ title: say`Build this stage` }] })),
		links: () => links(host, document, file),
		renamableAt: (offset) => renamableAt(file, offset),
		renameAt: (offset, name, token) => edits(host, document, renameAt(file, offset, name), token),
		format: (options, within) => format(file, options, within),
		editsOnEnter: (offset, indent) => editsOnEnter(file, offset, indent),
	});
}

/** At once where the hover tells of no image and of no file. */
function hoverWith(host: Host, localImages: LocalImages, uri: string, file: Dockerfile, offset: number): Hover | undefined | Promise<Hover | undefined> {
	const { catalogue } = host;
	const wanted = new Set<string>();
	const alone = hover(file, offset, catalogue, (image) => void wanted.add(image));
	if (wanted.size > 0) return localImages.describe(wanted).then((ask) => (ask ? hover(file, offset, catalogue, ask) : alone));
	const [source, path] = [sourceAt(file, offset), pathOf(uri)];
	// A variable in it is told of alone.
	if (!source || path === undefined || alone?.range.start !== source.range.start || alone.range.end !== source.range.end) return alone;
	return findSource(host, path, source.path).then((found) => {
		const { markdown } = hoverOf({ range: alone.range, about: [], list: describeSource(found) }, catalogue);
		return { range: alone.range, markdown: `${markdown}\n\n${alone.markdown}` };
	});
}

async function findSource({ buildContexts }: Host, dockerfile: string, source: string): Promise<FoundSource> {
	const [context] = await buildContexts.of(dockerfile);
	const own = dirname(dockerfile);
	const root = context?.folder ?? own;
	const found = await entryAt(join(root, source));
	const ignored = ignoreListOf(dockerfile, root, createDisk());
	const pattern = ignored && ignoringPattern(ignored.dockerignore, source);
	const named = (path: string): string => relative(own, path).split(sep).join("/") || ".";
	return {
		path: source,
		bytes: found?.bytes,
		kind: found === undefined ? "absent" : found.bytes === undefined ? "folder" : "file",
		ignoredBy: ignored && pattern ? { name: ignored.name, pattern: pattern.text } : undefined,
		context: context && { folder: named(context.folder), by: named(context.by) },
	};
}

async function completions(
	uri: string,
	file: Dockerfile,
	offset: number,
	{ isAsked, knownImages, buildContexts }: { readonly isAsked: boolean; readonly knownImages: KnownImages; readonly buildContexts: BuildContexts },
): Promise<Completions | undefined> {
	const wants = wantsOf(file, offset);
	const path = pathOf(uri);
	const isPath = wants.folder !== undefined && path !== undefined;
	const [context] = isPath ? await buildContexts.of(path) : [];
	const folder = isPath ? await contextEntries(path, context?.folder ?? dirname(path), wants.folder, createDisk()) : undefined;
	const known = wants.images ? await knownImages.now() : undefined;
	const found = completionsAt(file, offset, { entries: folder?.entries ?? [], images: known?.images ?? [], isAsked });
	return found && { completions: found, isComplete: folder?.isComplete !== false && known?.isComplete !== false };
}

/** What builds a stage, or gives an argument, is changed with it. */
async function edits(
	host: Host,
	document: TextDocument,
	found: ReturnType<typeof renameAt>,
	token: CancellationToken,
): Promise<readonly EditsIn[] | Refused | undefined> {
	if (!found || "refused" in found) return found;
	const own = { document, isOpen: true, edits: found.edits };
	if (!found.outside) return [own];
	const { kind, from, to } = found.outside;
	const others = await namedElsewhere(host, document.uri, { kind, name: from }, token);
	return [own, ...others.map(({ document: other, isOpen, ranges }) => ({ document: other, isOpen, edits: ranges.map((range) => replace(range, to)) }))];
}

/** No Dockerfile copies more files by their names. */
const mostSources = 500;

/** Files are looked for in the contexts that the Dockerfile is known to be built with, in its own folder, where most builds have it, and then in those of the open folders that it is in. */
async function links({ folders, buildContexts }: Host, document: TextDocument, file: Dockerfile): Promise<readonly Link[]> {
	const found = linksIn(file);
	const path = pathOf(document.uri);
	const sources = path === undefined ? [] : found.flatMap((link) => (link.kind === "source" ? [link.path] : [])).slice(0, mostSources);
	const around = path === undefined || sources.length === 0 ? [] : (await folders()).filter((folder) => path.startsWith(join(folder, sep)));
	const contexts =
		path === undefined || sources.length === 0 ? [] : [...new Set([...(await buildContexts.of(path)).map(({ folder }) => folder), dirname(path), ...around])];
	const there = await existing(contexts.flatMap((context) => sources.map((source) => resolve(context, source))));
	const fileFor = (source: string): string | undefined => contexts.map((context) => join(context, source)).find((each) => there.has(each));
	const targetOf = (link: DockerfileLink): string | undefined => {
		if (link.kind !== "source") return link.url;
		const target = fileFor(link.path);
		return target && pathToFileURL(target).href;
	};
	return found.flatMap((link): readonly Link[] => {
		const { start, end } = link;
		const target = targetOf(link);
		if (target === undefined) return [];
		return [{ start, end, target, ...(link.kind === "image" && { tooltip: say`Show this image's page in its registry` }) }];
	});
}
