import { delimiter } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ProjectFiles } from "../engine/compose/find-project.ts";
import type { Project } from "../engine/compose/project.ts";
import type { Origin } from "../engine/compose/value.ts";
import { composeVariables } from "../files/compose-variables.ts";
import { createDisk } from "../files/disk.ts";
import { pathOf } from "./path-of.ts";
import type { Host } from "./feature.ts";
import { toLspRange } from "./lsp/to.ts";

/** The project that a Compose file is part of, as its files stand in the editor. */
export type LocatedProject = {
	readonly project: Project;
	/** The file's own, as origins have it. */
	readonly path: string;
	/** Those of the files that are merged. */
	readonly paths: readonly string[];
	/** Undefined for what stands in no file that was read. */
	placeOf(origin: Origin): Location | undefined;
	/** URIs of all files that were read, or would be if they were there. */
	readonly files: readonly string[];
};

/** Undefined where there is no such file. `merged` are the paths of the project's files, where somebody knows, and `environmentFiles` those that are read in place of `.env`. Of one that is on no disk the others are those of its folder that are open, too. */
export async function projectAround(
	uri: string,
	host: Pick<Host, "documents" | "textNow" | "configurationOf">,
	{ merged, ...beside }: { readonly merged?: readonly string[]; readonly alsoActive?: readonly string[]; readonly environmentFiles?: readonly string[] } = {},
): Promise<LocatedProject | undefined> {
	const { ownProject } = await import("../engine/compose/own-project.ts");
	const disk = createDisk();
	const { path, textOf, list, uriOf } = surroundings(uri, host, disk);
	if (textOf(path) === undefined) return undefined;
	const read = new Map<string, TextDocument | undefined>();
	const files: ProjectFiles = {
		home: disk.variable("HOME"),
		isAbsent: () => true,
		list,
		text(each) {
			const text = textOf(each);
			read.set(each, text === undefined ? undefined : TextDocument.create(uriOf(each), "", 0, text));
			return text;
		},
	};
	const composeFiles = merged ?? (await host.configurationOf(uri)).composeFiles;
	const { project, paths } = ownProject(path, files, {
		environment: composeVariables(disk, composeFiles),
		separator: delimiter,
		...beside,
	});
	return {
		project,
		path,
		paths,
		placeOf({ file, at }) {
			const text = read.get(file);
			return text && { uri: text.uri, range: toLspRange(text, at) };
		},
		files: [...read].map(([each, text]) => text?.uri ?? uriOf(each)),
	};
}

/** Files as a document sees them. Paths are absolute, with slashes. */
type Surroundings = {
	readonly path: string;
	textOf(path: string): string | undefined;
	list(folder: string): readonly string[] | undefined;
	uriOf(path: string): string;
};

function surroundings(uri: string, { documents, textNow }: Pick<Host, "documents" | "textNow">, disk: ReturnType<typeof createDisk>): Surroundings {
	const stored = pathOf(uri)?.replaceAll("\\", "/");
	if (stored !== undefined)
		return { path: stored, textOf: textNow, list: (folder) => disk.list(folder), uriOf: (path) => (path === stored ? uri : pathToFileURL(path).href) };
	const [, root = "", path = nowhere] = placed.exec(uri) ?? [];
	const open = new Map<string, string>();
	if (root !== "") for (const { uri: each } of documents.all()) if (each.startsWith(`${root}/`)) open.set(decoded(each.slice(root.length)), each);
	open.set(decoded(path), uri);
	return {
		path: decoded(path),
		textOf: (each) => documents.get(open.get(each) ?? "")?.getText(),
		list: (folder) => [...open.keys()].filter((each) => each.slice(0, each.lastIndexOf("/")) === folder).map((each) => each.slice(folder.length + 1)),
		uriOf: (each) => open.get(each) ?? `${root}${each}`,
	};
}

/** Whether the files around a document are those that are open in its folder, for it is on no disk. */
export const isAmongDocuments = (uri: string): boolean => pathOf(uri) === undefined && placed.test(uri);

/** A document in a folder of some server's or extension's, and not one version of it. */
const placed = /^([a-z][\w+.-]*:\/\/[^/?#]*)(\/[^?#]*)$/i;

function decoded(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** Where a document lies that is in no folder. */
const nowhere = "/compose.yaml";
