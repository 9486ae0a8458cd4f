import { outline } from "../../engine/language/dockerfile/symbols.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toDocumentSymbol, toSymbolInformation } from "../lsp/to.ts";

/** The outline, and what *Go to Symbol* lists. */
export const documentSymbols: Feature = {
	capabilities: () => ({ documentSymbolProvider: true }),
	register({ connection, log, client, parsed }) {
		const isTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
		connection.onDocumentSymbol(
			guard(log, "Symbols", null, ({ textDocument }) => {
				const found = parsed(textDocument.uri);
				if (!found) return null;
				const symbols = outline(found.file).map((entry) => toDocumentSymbol(found.document, entry));
				return isTree ? symbols : toSymbolInformation(found.document, symbols);
			}),
		);
	},
};
