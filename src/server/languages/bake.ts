import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { BakeFile } from "../../engine/bake/syntax.ts";
import type { Along } from "../../engine/bake/targets.ts";
import type { Dockerfile } from "../../engine/dockerfile/syntax.ts";
import { listedTargets } from "../../engine/language/bake/buildables.ts";
import { bakeCompletions, dockerfileWanted, folderWanted } from "../../engine/language/bake/completion.ts";
import { formatBake, usualIndent } from "../../engine/language/bake/format/format.ts";
import { editsOnEnterInBake } from "../../engine/language/bake/format/on-enter.ts";
import { bakeHover } from "../../engine/language/bake/hover.ts";
import {
	bakeDefinitionAt,
	bakeReferencesAt,
	bakeReferencesIn,
	dockerfileLinks,
	namedInDockerfilesAt,
	placeInDockerfile,
} from "../../engine/language/bake/navigation.ts";
import { targetsToCome } from "../../engine/language/bake/inline-completion.ts";
import { bakeInlayHints } from "../../engine/language/bake/inlay-hints.ts";
import { bakeFolds, bakeOutline } from "../../engine/language/bake/outline.ts";
import { bakeLinkedAt, bakeRenamableAt, bakeRenameAt } from "../../engine/language/bake/rename.ts";
import { bakeSemanticTokens } from "../../engine/language/bake/semantic-tokens.ts";
import { referencesAt } from "../../engine/language/dockerfile/navigation.ts";
import { renamableAt, renameAt } from "../../engine/language/dockerfile/rename.ts";
import type { Refused } from "../../engine/language/refused.ts";
import { say } from "../../engine/text/message.ts";
import { type Edit, type Range, replace } from "../../engine/text/text.ts";
import { listFolder } from "../../files/folder.ts";
import { bakeFilesAlong, type Beside, dockerfileBeside } from "../beside.ts";
import { pathOf } from "../path-of.ts";
import type { Host } from "../feature.ts";
import { namedElsewhere } from "../named-elsewhere.ts";
import type { Buildable, Definition, EditsIn, LanguageFeatures, Link, PlacesIn } from "./language-features.ts";

export function featuresOfBake(host: Host, document: TextDocument, file: BakeFile): LanguageFeatures {
	const { uri } = document;
	const all = (): readonly Beside<BakeFile>[] => {
		const { before, behind } = bakeFilesAlong(host, uri);
		return [...before, ...behind];
	};
	const along = (): Along => {
		const { before, behind } = bakeFilesAlong(host, uri);
		return { before: before.map((each) => each.file), behind: behind.map((each) => each.file) };
	};
	return {
		outline: () => bakeOutline(file),
		folds: () => bakeFolds(file),
		highlightsAt: (offset) => bakeReferencesAt(file, offset).map((place) => ({ ...place, isWrite: place.role === "definition" })),
		linkedAt: (offset) => bakeLinkedAt(file, offset),
		semanticTokens: (within) => bakeSemanticTokens(file, within),
		inlayHints: (within, kinds) => bakeInlayHints(file, within, kinds, (path) => dockerfileBeside(host, uri, path)?.file),
		hoverAt: (offset) => {
			const read = along();
			return bakeHover(file, offset, host.catalogue, { along: read, dockerfile: dockerfileBeside(host, uri, dockerfileWanted(file, offset, read))?.file });
		},
		completionsAt: async (offset) => {
			const read = along();
			const [own, wanted] = [pathOf(uri), folderWanted(file, offset, read)];
			const folder = own === undefined || wanted === undefined ? undefined : await listFolder(resolve(dirname(own), wanted));
			const dockerfile = dockerfileBeside(host, uri, dockerfileWanted(file, offset, read))?.file;
			const completions = bakeCompletions(file, offset, { dockerfile, entries: folder?.entries ?? [], along: [...read.before, ...read.behind] });
			return completions && { completions, isComplete: folder?.isComplete !== false };
		},
		definitionsAt: (offset) => definitionsAt(host, document, file, offset, all()),
		referencesAt: (offset, which, token) => references(host, document, file, offset, { ...which, along: all() }, token),
		inlineCompletionsAt: (offset) => {
			const dockerfile = dockerfileBeside(host, uri, "Dockerfile")?.file;
			return dockerfile ? targetsToCome(file, offset, dockerfile) : [];
		},
		buildables: () => listedTargets(file).map(({ name, kind, at }) => ({ name, image: kind, at, begins: at.start, isBuildable: true, calls })),
		links: () => links(document, file),
		renamableAt: (offset) => renamable(host, uri, file, offset),
		renameAt: (offset, name, token) => rename(host, document, file, offset, name, token),
		usualIndent,
		format: (options, within) => (file.problems.length > 0 ? { edits: [], left: [] } : formatBake(file, options, within)),
		editsOnEnter: (offset, indent) => editsOnEnterInBake(file, offset, indent),
	};
}

const calls: Buildable["calls"] = [
	{ title: say`Build`, call: "build" },
	{ title: say`Check`, call: "check" },
	{ title: say`Print`, call: "print" },
];

/** Where a target, a variable or a function is, or a stage or an argument in the Dockerfile that a target is built from. */
function definitionsAt(host: Host, document: TextDocument, file: BakeFile, offset: number, along: readonly Beside<BakeFile>[]): readonly Definition[] {
	const others = along.map((each) => each.file);
	const found = bakeDefinitionAt(file, offset, others);
	if (!found) return [];
	const { origin } = found;
	if (!found.dockerfiles)
		return found.targets.map(({ file: own, at }) => ({
			document: along.find((each) => each.file === own)?.document ?? document,
			origin,
			target: at,
			statement: at,
		}));
	return inDockerfiles(host, document.uri, file, offset).map(({ document: other, at }) => ({ document: other, origin, target: at, statement: at }));
}

/** The Dockerfiles that have the stage or argument at the offset, with where it is. */
function inDockerfiles(host: Host, uri: string, file: BakeFile, offset: number): readonly (Beside<Dockerfile> & { readonly at: Range })[] {
	const named = namedInDockerfilesAt(file, offset);
	return (named?.dockerfiles ?? []).flatMap((path) => {
		const beside = dockerfileBeside(host, uri, path);
		const at = named && beside && placeInDockerfile(beside.file, named);
		return beside && at ? [{ ...beside, at }] : [];
	});
}

/** Files that name the stage or argument of a Dockerfile, without the one that is asked in. */
async function elsewhere(
	host: Host,
	own: TextDocument,
	dockerfile: TextDocument,
	file: BakeFile,
	offset: number,
	token: CancellationToken,
): ReturnType<typeof namedElsewhere> {
	const named = namedInDockerfilesAt(file, offset);
	const found = named ? await namedElsewhere(host, dockerfile.uri, named, token) : [];
	return found.filter(({ document }) => document.uri !== own.uri);
}

async function references(
	host: Host,
	document: TextDocument,
	file: BakeFile,
	offset: number,
	{ definitions, along }: { readonly definitions: boolean; readonly along: readonly Beside<BakeFile>[] },
	token: CancellationToken,
): Promise<readonly PlacesIn[]> {
	const isWanted = ({ role }: { readonly role: string }): boolean => definitions || role === "reference";
	const found: PlacesIn[] = [{ document, ranges: bakeReferencesAt(file, offset).filter(isWanted) }];
	for (const other of along) found.push({ document: other.document, ranges: bakeReferencesIn(other.file, file, offset).filter(isWanted) });
	for (const { document: dockerfile, file: own, at } of inDockerfiles(host, document.uri, file, offset))
		found.push(
			{ document: dockerfile, ranges: referencesAt(own, at.start, { definitions }) },
			...(await elsewhere(host, document, dockerfile, file, offset, token)),
		);
	return found;
}

/** What may be renamed; of a stage or an argument the Dockerfile says so. */
function renamable(host: Host, uri: string, file: BakeFile, offset: number): ReturnType<typeof bakeRenamableAt> {
	const { before, behind } = bakeFilesAlong(host, uri);
	const own = bakeRenamableAt(
		file,
		offset,
		[...before, ...behind].map((each) => each.file),
	);
	const named = own && !("refused" in own) && bakeReferencesAt(file, offset).some(({ kind }) => kind === "stage" || kind === "argument");
	if (!named) return own;
	const dockerfiles = inDockerfiles(host, uri, file, offset);
	if (dockerfiles.length === 0) return { refused: say`No Dockerfile was found that has \`${own.name}\`.` };
	const refused = dockerfiles.map(({ file: dockerfile, at }) => renamableAt(dockerfile, at.start)).find((each) => each && "refused" in each);
	return refused ?? own;
}

async function rename(
	host: Host,
	document: TextDocument,
	file: BakeFile,
	offset: number,
	name: string,
	token: CancellationToken,
): Promise<readonly EditsIn[] | Refused | undefined> {
	const able = renamable(host, document.uri, file, offset);
	if (!able || "refused" in able) return able;
	const { before, behind } = bakeFilesAlong(host, document.uri);
	const along = [...before, ...behind];
	const found = bakeRenameAt(
		file,
		offset,
		name,
		along.map((each) => each.file),
	);
	if (!found || "refused" in found) return found;
	const edits: EditsIn[] = [{ document, isOpen: true, edits: found.edits }];
	for (const [index, other] of along.entries()) add(edits, { ...other, edits: found.along[index] ?? [] });
	for (const { file: dockerfile, at, ...beside } of inDockerfiles(host, document.uri, file, offset)) {
		const own = renameAt(dockerfile, at.start, name);
		if (own && "refused" in own) return own;
		add(edits, { ...beside, edits: own?.edits ?? [] });
		for (const other of await elsewhere(host, document, beside.document, file, offset, token))
			add(edits, { ...other, edits: other.ranges.map((range) => replace(range, name)) });
	}
	return edits;
}

/** One list of edits a document; a file that names the stages of two Dockerfiles is found with each. */
function add(all: EditsIn[], { document, isOpen, edits }: EditsIn): void {
	const index = all.findIndex((each) => each.document.uri === document.uri);
	const known: readonly Edit[] = all[index]?.edits ?? [];
	const more = edits.filter(({ start }) => !known.some((each) => each.start === start));
	if (index >= 0) all[index] = { document, isOpen, edits: [...known, ...more] };
	else if (more.length > 0) all.push({ document, isOpen, edits: more });
}

/** From the path of a Dockerfile to the Dockerfile. */
function links({ uri }: TextDocument, file: BakeFile): readonly Link[] {
	const own = pathOf(uri);
	if (own === undefined) return [];
	return dockerfileLinks(file).map(({ start, end, path }) => ({ start, end, target: pathToFileURL(resolve(dirname(own), path)).href }));
}
