import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** A stage's name changes wherever it stands while it is typed in one place, where the editor has that switched on. */
export const linkedEditing: Feature = {
	capabilities: () => ({ linkedEditingRangeProvider: true }),
	register(server) {
		const { connection, inLanguage } = server;
		connection.languages.onLinkedEditingRange(
			guard(server, "Linked editing", null, ({ textDocument, position }) => {
				const open = inLanguage(textDocument.uri);
				const ranges = open?.features.linkedAt?.(open.document.offsetAt(position));
				return open && ranges ? { ranges: ranges.map((range) => toLspRange(open.document, range)), wordPattern: String.raw`[A-Za-z_][\w.\-]*` } : null;
			}),
		);
	},
};
