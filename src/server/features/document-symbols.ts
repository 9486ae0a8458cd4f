import { bakeOutline } from "../../engine/language/bake/outline.ts";
import { outline } from "../../engine/language/dockerfile/symbols.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toDocumentSymbol, toSymbolInformation } from "../lsp/to.ts";

/** The outline, and what *Go to Symbol* lists. */
export const documentSymbols: Feature = {
	capabilities: () => ({ documentSymbolProvider: true }),
	register({ connection, log, client, opened }) {
		const isTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
		connection.onDocumentSymbol(
			guard(log, "Symbols", null, ({ textDocument }) => {
				const found = opened(textDocument.uri);
				if (found?.id !== "dockerfile" && found?.id !== "bake") return null;
				const entries = found.id === "bake" ? bakeOutline(found.file) : outline(found.file);
				const symbols = entries.map((entry) => toDocumentSymbol(found.document, entry));
				return isTree ? symbols : toSymbolInformation(found.document, symbols);
			}),
		);
	},
};
