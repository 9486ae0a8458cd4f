import type { Feature } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** All places where the same is named as at the cursor, those in other files included. */
export const references: Feature = {
	capabilities: () => ({ referencesProvider: true }),
	register(server) {
		server.connection.onReferences(
			guardPlace(server, "References", null, async ({ textDocument, position, context }, token) => {
				const open = server.inLanguage(textDocument.uri);
				const found = await open?.features.referencesAt?.(open.document.offsetAt(position), { definitions: context.includeDeclaration }, token);
				return found?.flatMap(({ document, ranges }) => ranges.map((range) => ({ uri: document.uri, range: toLspRange(document, range) }))) ?? null;
			}),
		);
	},
};
