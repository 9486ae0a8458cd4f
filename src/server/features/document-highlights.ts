import { DocumentHighlightKind } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** The places where the same is named as at the cursor. */
export const documentHighlights: Feature = {
	capabilities: () => ({ documentHighlightProvider: true }),
	register(server) {
		const { connection, inLanguage } = server;
		connection.onDocumentHighlight(
			guard(server, "Highlights", null, ({ textDocument, position }) => {
				const open = inLanguage(textDocument.uri);
				const places = open?.features.highlightsAt?.(open.document.offsetAt(position));
				if (!open || !places) return null;
				return places.map((place) => ({
					range: toLspRange(open.document, place),
					kind: place.isWrite ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
				}));
			}),
		);
	},
};
