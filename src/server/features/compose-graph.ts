import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import { graphOf } from "../../engine/compose/graph/graph.ts";
import type { ProjectFiles } from "../../engine/compose/find-project.ts";
import type { Origin } from "../../engine/compose/value.ts";
import { plainTextOf } from "../../engine/text/message.ts";
import { createDisk } from "../../files/disk.ts";
import { pathOf } from "../path-of.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { type ComposeGraph, composeGraphRequest } from "../protocol.ts";
import { toLspRange } from "../lsp/to.ts";

/** How the services of a project hang together, as its files are typed. */
export const composeGraph: Feature = {
	capabilities: () => ({}),
	register(server) {
		const { connection, documents, textNow, catalogue } = server;
		connection.onRequest(
			composeGraphRequest,
			guard<{ readonly uri: string }, ComposeGraph | null>(server, "Compose graph", null, async ({ uri }) => {
				const { ownProject } = await import("../../engine/compose/own-project.ts");
				const stored = pathOf(uri);
				const path = stored?.replaceAll("\\", "/") ?? nowhere;
				const textAt = (each: string): string | undefined =>
					stored !== undefined ? textNow(each) : each === nowhere ? documents.get(uri)?.getText() : undefined;
				if (textAt(path) === undefined) return null;
				const disk = createDisk();
				const read = new Map<string, TextDocument | undefined>();
				const files: ProjectFiles = {
					home: disk.variable("HOME"),
					isAbsent: () => true,
					list: (folder) => (stored === undefined ? undefined : disk.list(folder)),
					text(each) {
						const text = textAt(each);
						const own = each === path ? uri : pathToFileURL(each).href;
						read.set(each, text === undefined ? undefined : TextDocument.create(own, "", 0, text));
						return text;
					},
				};
				const { project } = ownProject(path, files, { environment: (name) => disk.variable(name), separator: sep === "\\" ? ";" : ":" });
				const toPlace = ({ file, at }: Origin): Location | undefined => {
					const text = read.get(file);
					return text && { uri: text.uri, range: toLspRange(text, at) };
				};
				const graph = graphOf(project.name, project.model, toPlace);
				const [refusal] = project.refusals;
				return {
					graph: refusal && graph.services.length === 0 ? null : graph,
					problem: refusal ? { text: plainTextOf(refusal.message, catalogue), at: toPlace(refusal.at) ?? null } : null,
					files: [...read].map(([each, text]) => text?.uri ?? pathToFileURL(each).href),
				};
			}),
		);
	},
};

/** Where a document lies that is on no disk, and nothing else does. */
const nowhere = "/compose.yaml";
