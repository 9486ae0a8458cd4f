import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** What somebody most likely goes on to write, shown where the cursor is. For clients that ask for it. */
export const inlineCompletion: Feature = {
	capabilities: ({ textDocument }) => (textDocument?.inlineCompletion ? { inlineCompletionProvider: true } : {}),
	register(server) {
		const { connection, inLanguage } = server;
		connection.languages.inlineCompletion.on(
			guard(server, "Inline completion", null, ({ textDocument, position }) => {
				const open = inLanguage(textDocument.uri);
				const edits = open?.features.inlineCompletionsAt?.(open.document.offsetAt(position));
				return open && edits ? edits.map((edit) => ({ insertText: edit.text, range: toLspRange(open.document, edit) })) : null;
			}),
		);
	},
};
