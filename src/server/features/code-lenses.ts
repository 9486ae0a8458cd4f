import { pathToFileURL } from "node:url";
import { type CodeLens, CodeLensRefreshRequest } from "vscode-languageserver";
import { plainTextOf } from "../../engine/text/message.ts";
import { pathOf } from "../path-of.ts";
import type { Feature } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { type BuildContextRow, buildContextsRequest, type StageRow, stagesRequest } from "../protocol.ts";

/**
 * *Build this stage* above each FROM, *Build* above each target, what is shown of a Compose file above its services, for clients that have commands for it, where the
 * settings want it; what can be built of a document, and what it is built with.
 */
export const codeLenses: Feature = {
	capabilities: () => ({ codeLensProvider: {} }),
	register(server) {
		const { connection, client, options, inLanguage, catalogue, settingsOf, onRefresh, buildContexts } = server;
		const { buildStageCommand: command, composeCommands = {} } = options;
		connection.onCodeLens(
			guardPlace(server, "Code lenses", null, async ({ textDocument: { uri } }) => {
				const { codeLens } = await settingsOf(uri);
				const open = inLanguage(uri);
				const lenses = codeLens?.compose === true ? open?.features.lenses?.() : undefined;
				if (open && lenses)
					return lenses.flatMap(({ at, kind, title, service }): readonly CodeLens[] => {
						const own = composeCommands[kind];
						if (own === undefined) return [];
						return [
							{
								range: toLspRange(open.document, at),
								command: { title: plainTextOf(title, catalogue), command: own, arguments: service === undefined ? [uri] : [uri, service] },
							},
						];
					});
				if (command === undefined || codeLens?.buildStage !== true) return null;
				const buildables = open?.features.buildables?.().filter(({ isBuildable }) => isBuildable);
				if (!open || !buildables) return null;
				return buildables.flatMap(({ at, name, calls }) =>
					calls.map(({ title, call }) => ({
						range: toLspRange(open.document, at),
						command: { title: plainTextOf(title, catalogue), command, arguments: [uri, name ?? null, ...(call === undefined ? [] : [call])] },
					})),
				);
			}),
		);
		connection.onRequest(
			stagesRequest,
			guard<{ readonly uri: string }, readonly StageRow[]>(server, "Stages", [], ({ uri }) => {
				const open = inLanguage(uri);
				const buildables = open?.features.buildables?.() ?? [];
				return buildables.map(({ name, image, begins, isBuildable }) => ({ name, image, line: open?.document.positionAt(begins).line ?? 0, isBuildable }));
			}),
		);
		connection.onRequest(
			buildContextsRequest,
			guard<{ readonly uri: string }, readonly BuildContextRow[]>(server, "Build contexts", [], async ({ uri }) => {
				const path = pathOf(uri);
				const contexts = path === undefined ? [] : await buildContexts.of(path);
				return contexts.map(({ folder, by }) => ({ folder: pathToFileURL(folder).href, by: pathToFileURL(by).href }));
			}),
		);
		if ((command !== undefined || Object.keys(composeCommands).length > 0) && client.workspace?.codeLens?.refreshSupport)
			onRefresh(() => void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined));
	},
};
