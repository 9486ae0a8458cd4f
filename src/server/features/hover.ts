import { hover as hoverAt } from "../../engine/language/dockerfile/hover/hover.ts";
import { rules } from "../../engine/rules/index.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

export const hover: Feature = {
	capabilities: () => ({ hoverProvider: true }),
	register({ connection, log, analysed, rulePage, catalogue }) {
		connection.onHover(
			guard(log, "Hover", null, async ({ textDocument, position }) => {
				const found = await analysed(textDocument.uri);
				if (!found) return null;
				const { document, analysis } = found;
				const shown = hoverAt(analysis.file, document.offsetAt(position), { rules, findings: analysis.findings, rulePage, catalogue });
				return shown ? { contents: { kind: "markdown" as const, value: shown.markdown }, range: toLspRange(document, shown.range) } : null;
			}),
		);
	},
};
