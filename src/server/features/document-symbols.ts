import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toDocumentSymbol, toSymbolInformation } from "../lsp/to.ts";

/** The outline, and what *Go to Symbol* lists. */
export const documentSymbols: Feature = {
	capabilities: () => ({ documentSymbolProvider: true }),
	register(server) {
		const { connection, client, inLanguage } = server;
		const isTree = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
		connection.onDocumentSymbol(
			guard(server, "Symbols", null, ({ textDocument }) => {
				const open = inLanguage(textDocument.uri);
				const outline = open?.features.outline?.();
				if (!open || !outline) return null;
				const symbols = outline.map((entry) => toDocumentSymbol(open.document, entry));
				return isTree ? symbols : toSymbolInformation(open.document, symbols);
			}),
		);
	},
};
