import { outline } from "../../engine/language/dockerfile/symbols.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toDocumentSymbol, toSymbolInformation } from "../lsp/to.ts";

/** The outline, and what *Go to Symbol* lists. */
export const documentSymbols: Feature = {
	capabilities: () => ({ documentSymbolProvider: true }),
	register({ connection, log, client, analysed }) {
		const isTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
		connection.onDocumentSymbol(
			guard(log, "Symbols", null, async ({ textDocument }) => {
				const found = await analysed(textDocument.uri);
				if (found?.analysis.kind !== "dockerfile") return null;
				const symbols = outline(found.analysis.file).map((entry) => toDocumentSymbol(found.document, entry));
				return isTree ? symbols : toSymbolInformation(found.document, symbols);
			}),
		);
	},
};
