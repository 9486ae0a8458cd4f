import { bakeFolds } from "../../engine/language/bake/outline.ts";
import { folds } from "../../engine/language/dockerfile/folding.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toFoldingRange } from "../lsp/to.ts";

export const folding: Feature = {
	capabilities: () => ({ foldingRangeProvider: true }),
	register({ connection, log, opened }) {
		connection.onFoldingRanges(
			guard(log, "Folding", null, ({ textDocument }) => {
				const found = opened(textDocument.uri);
				if (found?.id !== "dockerfile" && found?.id !== "bake") return null;
				return (found.id === "bake" ? bakeFolds(found.file) : folds(found.file)).map((fold) => toFoldingRange(found.document, fold));
			}),
		);
	},
};
