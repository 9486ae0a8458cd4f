import { semanticTokens as tokensOf } from "../../engine/language/dockerfile/semantic-tokens/semantic-tokens.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { fromLspRange } from "../lsp/from.ts";
import { legend, toSemanticTokens, toSemanticTokensEdits } from "../lsp/semantic-tokens.ts";

/** Colours by meaning: those of a document, of what is in sight, and what an edit has changed of them. */
export const semanticTokens: Feature = {
	capabilities: () => ({ semanticTokensProvider: { legend, full: { delta: true }, range: true } }),
	register({ connection, log, parsed, documents }) {
		/** What was told last of each open document. */
		const told = new Map<string, { readonly resultId: string; readonly data: number[] }>();
		let count = 0;
		documents.onDidClose(({ document }) => told.delete(document.uri));

		function tell(uri: string): { resultId: string; data: number[] } | undefined {
			const found = parsed(uri);
			if (!found) return undefined;
			const now = { resultId: String(++count), data: toSemanticTokens(found.file.text, tokensOf(found.file)) };
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
				const found = parsed(textDocument.uri);
				return found ? { data: toSemanticTokens(found.file.text, tokensOf(found.file, fromLspRange(found.document, range))) } : null;
			}),
		);
	},
};
