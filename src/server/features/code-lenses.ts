import { pathToFileURL } from "node:url";
import { CodeLensRefreshRequest } from "vscode-languageserver";
import { listedStages } from "../../engine/language/dockerfile/stage-list.ts";
import { plainTextOf, say } from "../../engine/text/message.ts";
import { pathOf } from "../configurations.ts";
import type { Feature } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { type BuildContextRow, buildContextsRequest, type StageRow, stagesRequest } from "../protocol.ts";

/** *Build this stage* above each FROM, for clients that have a command for it, where the settings want it; what the stages of a document are, and what it is built with. */
export const codeLenses: Feature = {
	capabilities: () => ({ codeLensProvider: {} }),
	register(server) {
		const { connection, log, client, options, parsed, catalogue, settingsOf, onRefresh, buildContexts } = server;
		const { buildStageCommand: command } = options;
		connection.onCodeLens(
			guardPlace(server, "Code lenses", null, async ({ textDocument: { uri } }) => {
				if (command === undefined || (await settingsOf(uri)).codeLens?.buildStage !== true) return null;
				const open = parsed(uri);
				if (!open) return null;
				const title = plainTextOf(say`Build this stage`, catalogue);
				return listedStages(open.file)
					.filter(({ isBuildable }) => isBuildable)
					.map(({ at, name }) => ({ range: toLspRange(open.document, at), command: { title, command, arguments: [uri, name ?? null] } }));
			}),
		);
		connection.onRequest(
			stagesRequest,
			guard<{ readonly uri: string }, readonly StageRow[]>(log, "Stages", [], ({ uri }) => {
				const open = parsed(uri);
				return open
					? listedStages(open.file).map(({ name, image, begins, isBuildable }) => ({ name, image, line: open.document.positionAt(begins).line, isBuildable }))
					: [];
			}),
		);
		connection.onRequest(
			buildContextsRequest,
			guard<{ readonly uri: string }, readonly BuildContextRow[]>(log, "Build contexts", [], async ({ uri }) => {
				const path = pathOf(uri);
				const contexts = path === undefined ? [] : await buildContexts.of(path);
				return contexts.map(({ folder, by }) => ({ folder: pathToFileURL(folder).href, by: pathToFileURL(by).href }));
			}),
		);
		if (command !== undefined && client.workspace?.codeLens?.refreshSupport)
			onRefresh(() => void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined));
	},
};
