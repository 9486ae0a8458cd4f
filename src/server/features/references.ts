import { referencesAt } from "../../engine/language/dockerfile/navigation.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** All places where a stage, an argument or a variable is named. */
export const references: Feature = {
	capabilities: () => ({ referencesProvider: true }),
	register({ connection, log, parsed }) {
		connection.onReferences(
			guard(log, "References", null, ({ textDocument, position, context }) => {
				const open = parsed(textDocument.uri);
				if (!open) return null;
				const ranges = referencesAt(open.file, open.document.offsetAt(position), { definitions: context.includeDeclaration });
				return ranges.map((range) => ({ uri: open.document.uri, range: toLspRange(open.document, range) }));
			}),
		);
	},
};
