import type { Location, Position } from "vscode-languageserver-types";
import { bakeDefinitionAt, placeInDockerfile } from "../../engine/language/bake/navigation.ts";
import { definitionAt } from "../../engine/language/dockerfile/navigation.ts";
import { dockerfileBeside } from "../bake.ts";
import type { Feature, Server } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** Where a stage, an argument or a variable is defined. */
export const definition: Feature = {
	capabilities: () => ({ definitionProvider: true }),
	register(server) {
		const { connection, log, client, parsed } = server;
		const takesLinks = client.textDocument?.definition?.linkSupport === true;
		connection.onDefinition(
			guard(log, "Definition", null, ({ textDocument, position }) => {
				const inBake = definitionInBake(server, textDocument.uri, position);
				if (inBake) return inBake;
				const open = parsed(textDocument.uri);
				const found = open && definitionAt(open.file, open.document.offsetAt(position));
				if (!open || !found) return null;
				const { uri } = open.document;
				const [range, statement] = [toLspRange(open.document, found.target), toLspRange(open.document, found.statement)];
				if (!takesLinks) return { uri, range };
				return [{ originSelectionRange: toLspRange(open.document, found.origin), targetUri: uri, targetRange: statement, targetSelectionRange: range }];
			}),
		);
	},
};

/** Where a target, a variable or a function of a bake file is, or a stage or an argument in the Dockerfile that a target is built from. */
function definitionInBake(server: Server, uri: string, position: Position): Location[] | undefined {
	const open = server.opened(uri);
	const found = open?.id === "bake" ? bakeDefinitionAt(open.file, open.document.offsetAt(position)) : undefined;
	if (!open || !found) return undefined;
	if (found.dockerfile === undefined) return found.targets.map((target) => ({ uri, range: toLspRange(open.document, target) }));
	const beside = dockerfileBeside(server, uri, found.dockerfile);
	const place = beside && placeInDockerfile(beside.file, found);
	return place && [{ uri: beside.document.uri, range: toLspRange(beside.document, place) }];
}
