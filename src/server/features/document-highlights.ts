import { DocumentHighlightKind } from "vscode-languageserver";
import { bakeReferencesAt } from "../../engine/language/bake/navigation.ts";
import { highlightsAt } from "../../engine/language/dockerfile/navigation.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** The places where the same is named as at the cursor. */
export const documentHighlights: Feature = {
	capabilities: () => ({ documentHighlightProvider: true }),
	register({ connection, log, opened }) {
		connection.onDocumentHighlight(
			guard(log, "Highlights", null, ({ textDocument, position }) => {
				const open = opened(textDocument.uri);
				if (open?.id !== "dockerfile" && open?.id !== "bake") return null;
				const offset = open.document.offsetAt(position);
				const places =
					open.id === "bake"
						? bakeReferencesAt(open.file, offset).map((place) => ({ ...place, isWrite: place.role === "definition" }))
						: highlightsAt(open.file, offset);
				return places.map((place) => ({
					range: toLspRange(open.document, place),
					kind: place.isWrite ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
				}));
			}),
		);
	},
};
