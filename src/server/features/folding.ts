import { folds } from "../../engine/language/dockerfile/folding.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toFoldingRange } from "../lsp/to.ts";

export const folding: Feature = {
	capabilities: () => ({ foldingRangeProvider: true }),
	register({ connection, log, parsed }) {
		connection.onFoldingRanges(
			guard(log, "Folding", null, ({ textDocument }) => {
				const found = parsed(textDocument.uri);
				return found ? folds(found.file).map((fold) => toFoldingRange(found.document, fold)) : null;
			}),
		);
	},
};
