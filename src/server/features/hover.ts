import { configurationHover } from "../../engine/language/configuration/hover.ts";
import { hover as hoverAt } from "../../engine/language/dockerfile/hover/hover.ts";
import { withReasons } from "../../engine/language/hover.ts";
import { rules } from "../../engine/rules/index.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { kindOf } from "../kind.ts";
import { toHover } from "../lsp/to.ts";

export const hover: Feature = {
	capabilities: () => ({ hoverProvider: true }),
	register({ connection, log, analysed, documents, rulePage, catalogue }) {
		connection.onHover(
			guard(log, "Hover", null, async ({ textDocument, position }) => {
				const configuration = documents.get(textDocument.uri);
				if (configuration && kindOf(configuration) === "configuration") {
					const shown = configurationHover(configuration.getText(), configuration.offsetAt(position), { rules, catalogue, rulePage });
					return shown ? toHover(configuration, shown) : null;
				}
				const found = await analysed(textDocument.uri);
				if (!found) return null;
				const { document, analysis } = found;
				const [offset, context] = [document.offsetAt(position), { rules, findings: analysis.findings, rulePage, catalogue }];
				const shown = analysis.kind === "dockerfile" ? hoverAt(analysis.file, offset, context) : withReasons(undefined, offset, context);
				return shown ? toHover(document, shown) : null;
			}),
		);
	},
};
