import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** Where what is named at the cursor is defined, in the document or in another. */
export const definition: Feature = {
	capabilities: () => ({ definitionProvider: true }),
	register(server) {
		const { connection, client, inLanguage } = server;
		const takesLinks = client.textDocument?.definition?.linkSupport === true;
		connection.onDefinition(
			guard(server, "Definition", null, ({ textDocument, position }) => {
				const open = inLanguage(textDocument.uri);
				const found = open?.features.definitionsAt?.(open.document.offsetAt(position)) ?? [];
				if (!open || found.length === 0) return null;
				if (!takesLinks) return found.map(({ document, target }) => ({ uri: document.uri, range: toLspRange(document, target) }));
				return found.map(({ document, origin, target, statement }) => ({
					originSelectionRange: toLspRange(open.document, origin),
					targetUri: document.uri,
					targetRange: toLspRange(document, statement),
					targetSelectionRange: toLspRange(document, target),
				}));
			}),
		);
	},
};
