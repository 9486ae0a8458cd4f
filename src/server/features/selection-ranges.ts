import type { SelectionRange } from "vscode-languageserver";
import { selectionsAt } from "../../engine/language/dockerfile/selection.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** What *Expand Selection* selects next. */
export const selectionRanges: Feature = {
	capabilities: () => ({ selectionRangeProvider: true }),
	register({ connection, log, parsed }) {
		connection.onSelectionRanges(
			guard(log, "Selection ranges", null, ({ textDocument, positions }) => {
				const open = parsed(textDocument.uri);
				if (!open) return null;
				return positions.map((position): SelectionRange => {
					const steps = selectionsAt(open.file, open.document.offsetAt(position)).map((step) => toLspRange(open.document, step));
					const outermost = steps.at(-1) ?? { start: position, end: position };
					return steps.slice(0, -1).reduceRight<SelectionRange>((parent, range) => ({ range, parent }), { range: outermost });
				});
			}),
		);
	},
};
