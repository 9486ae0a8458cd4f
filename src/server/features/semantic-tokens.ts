import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { fromLspRange } from "../lsp/from.ts";
import { legend, toSemanticTokens, toSemanticTokensEdits } from "../lsp/semantic-tokens.ts";

/** Colours by meaning: those of a document, of what is in sight, and what an edit has changed of them. */
export const semanticTokens: Feature = {
	capabilities: () => ({ semanticTokensProvider: { legend, full: { delta: true }, range: true } }),
	register({ connection, log, inLanguage, documents }) {
		/** What was told last of each open document. */
		const told = new Map<string, { readonly resultId: string; readonly data: number[] }>();
		let count = 0;
		documents.onDidClose(({ document }) => told.delete(document.uri));

		function tell(uri: string): { resultId: string; data: number[] } | undefined {
			const open = inLanguage(uri);
			const tokens = open?.features.semanticTokens?.();
			if (!open || !tokens) return undefined;
			const now = { resultId: String(++count), data: toSemanticTokens(open.document.getText(), tokens) };
			told.set(uri, now);
			return now;
		}

		connection.languages.semanticTokens.on(guard(log, "Semantic tokens", null, ({ textDocument }) => tell(textDocument.uri) ?? null));
		connection.languages.semanticTokens.onDelta(
			guard(log, "Semantic tokens", null, ({ textDocument, previousResultId }) => {
				const before = told.get(textDocument.uri);
				const now = tell(textDocument.uri);
				if (!now) return null;
				return before?.resultId === previousResultId ? { resultId: now.resultId, edits: toSemanticTokensEdits(before.data, now.data) } : now;
			}),
		);
		connection.languages.semanticTokens.onRange(
			guard(log, "Semantic tokens", null, ({ textDocument, range }) => {
				const open = inLanguage(textDocument.uri);
				const tokens = open?.features.semanticTokens?.(fromLspRange(open.document, range));
				return open && tokens ? { data: toSemanticTokens(open.document.getText(), tokens) } : null;
			}),
		);
	},
};
