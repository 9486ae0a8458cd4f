import {
	CompletionItemKind,
	type CompletionItem,
	type CompletionList,
	type CompletionParams,
	CompletionRequest,
	InsertTextMode,
	MarkupKind,
} from "vscode-languageserver";
import { type Completion, completions } from "../../engine/language/configuration/completion.ts";
import { configurationFileName } from "../../engine/lint/configuration.ts";
import { rules } from "../../engine/rules/index.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { kindOf } from "../kind.ts";
import { toLspRange } from "../lsp/to.ts";

/** What may stand in `.hullwright.yaml`. */
export const completion: Feature = {
	// Where the client can be told so it asks for these documents alone, and not at every blank in the others.
	capabilities: ({ textDocument }) => (textDocument?.completion?.dynamicRegistration ? {} : { completionProvider: {} }),
	register({ connection, log, client, options, documents, rulePage, catalogue, onReady }) {
		if (client.textDocument?.completion?.dynamicRegistration) {
			const documentSelector = [{ pattern: `**/${configurationFileName}` }];
			onReady(() => void connection.client.register(CompletionRequest.type, { documentSelector, triggerCharacters: [" ", ":"] }));
		}
		connection.onCompletion(
			guard<CompletionParams, CompletionList | null>(log, "Completion", null, ({ textDocument, position }) => {
				const document = documents.get(textDocument.uri);
				if (!document || kindOf(document) !== "configuration") return null;
				const found = completions(document.getText(), document.offsetAt(position), { rules, catalogue, rulePage });
				const items = found.map(({ label, kind, text, range, detail, documentation, filter, isBegun }): CompletionItem => ({
					label,
					kind: kinds[kind],
					detail,
					...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
					filterText: filter,
					insertTextMode: InsertTextMode.asIs,
					textEdit: { range: toLspRange(document, range), newText: text },
					...(isBegun && options.suggestCommand && { command: { title: label, command: options.suggestCommand } }),
				}));
				// By how many names a rule is known depends on what is written.
				return { isIncomplete: true, items };
			}),
		);
	},
};

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
	key: CompletionItemKind.Property,
	rule: CompletionItemKind.Class,
	value: CompletionItemKind.EnumMember,
};
