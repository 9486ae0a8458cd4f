import type { SemanticTokensEdit } from "vscode-languageserver";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { fromLspRange } from "../lsp/from.ts";
import { legend, toSemanticTokens } from "../lsp/semantic-tokens.ts";
import { createTokenMemory, type TokenMemory } from "../token-memory.ts";

/** Colours by meaning: those of a document, of what is in sight, and what an edit has changed of them. */
export const semanticTokens: Feature = {
	capabilities: () => ({ semanticTokensProvider: { legend, full: { delta: true }, range: true } }),
	register(server) {
		const { connection, inLanguage, documents } = server;
		/** Of each open document, and the id by which its tokens were told last. */
		const told = new Map<string, { resultId: string; readonly memory: TokenMemory }>();
		let count = 0;
		documents.onDidClose(({ document }) => told.delete(document.uri));

		/** Undefined for a document that has no tokens. */
		function tell(uri: string): { readonly before: string; readonly resultId: string; readonly edits: SemanticTokensEdit[]; data(): number[] } | undefined {
			const open = inLanguage(uri);
			if (!open?.features.semanticTokens) return undefined;
			const { document, features } = open;
			const text = document.getText();
			const last = told.get(uri) ?? { resultId: "", memory: createTokenMemory() };
			const before = last.resultId;
			const parts = features.tokenParts?.() ?? [{ start: 0, end: text.length, dependsOn: "" }];
			const edits = last.memory.update(text, parts, (within) => features.semanticTokens?.(within) ?? []);
			last.resultId = String(++count);
			told.set(uri, last);
			return { before, resultId: last.resultId, edits: [...edits], data: last.memory.data };
		}

		connection.languages.semanticTokens.on(
			guard(server, "Semantic tokens", null, ({ textDocument }) => {
				const now = tell(textDocument.uri);
				return now ? { resultId: now.resultId, data: now.data() } : null;
			}),
		);
		connection.languages.semanticTokens.onDelta(
			guard(server, "Semantic tokens", null, ({ textDocument, previousResultId }) => {
				const now = tell(textDocument.uri);
				if (!now) return null;
				const { before, resultId, edits } = now;
				return before === previousResultId ? { resultId, edits } : { resultId, data: now.data() };
			}),
		);
		connection.languages.semanticTokens.onRange(
			guard(server, "Semantic tokens", null, ({ textDocument, range }) => {
				const open = inLanguage(textDocument.uri);
				const tokens = open?.features.semanticTokens?.(fromLspRange(open.document, range));
				return open && tokens ? { data: toSemanticTokens(open.document.getText(), tokens) } : null;
			}),
		);
	},
};
