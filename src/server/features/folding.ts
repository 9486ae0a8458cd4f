import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toFoldingRange } from "../lsp/to.ts";

export const folding: Feature = {
	capabilities: () => ({ foldingRangeProvider: true }),
	register(server) {
		const { connection, inLanguage } = server;
		connection.onFoldingRanges(
			guard(server, "Folding", null, ({ textDocument }) => {
				const open = inLanguage(textDocument.uri);
				return open?.features.folds?.().map((fold) => toFoldingRange(open.document, fold)) ?? null;
			}),
		);
	},
};
