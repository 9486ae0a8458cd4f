import { delimiter } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ProjectFiles } from "../engine/compose/find-project.ts";
import type { Project } from "../engine/compose/project.ts";
import type { Origin } from "../engine/compose/value.ts";
import { createDisk } from "../files/disk.ts";
import { pathOf } from "./path-of.ts";
import type { Host } from "./feature.ts";
import { toLspRange } from "./lsp/to.ts";

/** The project that a Compose file is part of, as its files stand in the editor. */
export type LocatedProject = {
	readonly project: Project;
	/** Undefined for what stands in no file that was read. */
	placeOf(origin: Origin): Location | undefined;
	/** URIs of all files that were read, or would be if they were there. */
	readonly files: readonly string[];
};

/** Undefined where there is no such file. One that is on no disk knows of no others. */
export async function projectAround(
	uri: string,
	{ documents, textNow, configurationOf }: Pick<Host, "documents" | "textNow" | "configurationOf">,
): Promise<LocatedProject | undefined> {
	const { ownProject } = await import("../engine/compose/own-project.ts");
	const stored = pathOf(uri);
	const path = stored?.replaceAll("\\", "/") ?? nowhere;
	const readText = (each: string): string | undefined => (stored !== undefined ? textNow(each) : each === nowhere ? documents.get(uri)?.getText() : undefined);
	if (readText(path) === undefined) return undefined;
	const disk = createDisk();
	const read = new Map<string, TextDocument | undefined>();
	const files: ProjectFiles = {
		home: disk.variable("HOME"),
		isAbsent: () => true,
		list: (folder) => (stored === undefined ? undefined : disk.list(folder)),
		text(each) {
			const text = readText(each);
			const own = each === path ? uri : pathToFileURL(each).href;
			read.set(each, text === undefined ? undefined : TextDocument.create(own, "", 0, text));
			return text;
		},
	};
	const { composeFiles } = await configurationOf(uri);
	const environment = (name: string): string | undefined =>
		name === "COMPOSE_FILE" && composeFiles.length > 0 ? composeFiles.join(delimiter) : disk.variable(name);
	const { project } = ownProject(path, files, { environment, separator: delimiter });
	return {
		project,
		placeOf({ file, at }) {
			const text = read.get(file);
			return text && { uri: text.uri, range: toLspRange(text, at) };
		},
		files: [...read].map(([each, text]) => text?.uri ?? pathToFileURL(each).href),
	};
}

/** Where a document lies that is on no disk, and nothing else does. */
const nowhere = "/compose.yaml";
