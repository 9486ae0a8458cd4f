import { folds } from "../../engine/language/dockerfile/folding.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toFoldingRange } from "../lsp/to.ts";

export const folding: Feature = {
	capabilities: () => ({ foldingRangeProvider: true }),
	register({ connection, log, analysed }) {
		connection.onFoldingRanges(
			guard(log, "Folding", null, async ({ textDocument }) => {
				const found = await analysed(textDocument.uri);
				return found?.analysis.kind === "dockerfile" ? folds(found.analysis.file).map((fold) => toFoldingRange(found.document, fold)) : null;
			}),
		);
	},
};
