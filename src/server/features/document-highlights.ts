import { DocumentHighlightKind } from "vscode-languageserver";
import { highlightsAt } from "../../engine/language/dockerfile/navigation.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** The places where the same is named as at the cursor. */
export const documentHighlights: Feature = {
	capabilities: () => ({ documentHighlightProvider: true }),
	register({ connection, log, parsed }) {
		connection.onDocumentHighlight(
			guard(log, "Highlights", null, ({ textDocument, position }) => {
				const open = parsed(textDocument.uri);
				if (!open) return null;
				const places = highlightsAt(open.file, open.document.offsetAt(position));
				return places.map((place) => ({
					range: toLspRange(open.document, place),
					kind: place.isWrite ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
				}));
			}),
		);
	},
};
