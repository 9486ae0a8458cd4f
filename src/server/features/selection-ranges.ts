import type { SelectionRange } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** What *Expand Selection* selects next. */
export const selectionRanges: Feature = {
	capabilities: () => ({ selectionRangeProvider: true }),
	register(server) {
		const { connection, inLanguage } = server;
		connection.onSelectionRanges(
			guard(server, "Selection ranges", null, ({ textDocument, positions }) => {
				const open = inLanguage(textDocument.uri);
				if (!open?.features.selectionsAt) return null;
				const { document, features } = open;
				return positions.map((position): SelectionRange => {
					const steps = (features.selectionsAt?.(document.offsetAt(position)) ?? []).map((step) => toLspRange(document, step));
					const outermost = steps.at(-1) ?? { start: position, end: position };
					return steps.slice(0, -1).reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
				});
			}),
		);
	},
};
