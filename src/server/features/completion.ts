import {
	CompletionItemKind,
	type CompletionItem,
	type CompletionList,
	type CompletionParams,
	CompletionRequest,
	type DocumentSelector,
	InsertTextMode,
	MarkupKind,
	type Position,
} from "vscode-languageserver";
import { type Completion, completions } from "../../engine/language/configuration/completion.ts";
import { ruleNamesAt } from "../../engine/language/rule-words.ts";
import { configurationFileName } from "../../engine/lint/configuration.ts";
import { rules } from "../../engine/rules/index.ts";
import { aliasesOf } from "../../engine/lint/rule-names.ts";
import type { Feature, Server } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { kindOf } from "../kind.ts";
import { toLspRange } from "../lsp/to.ts";
import { ruleWordsOf } from "../rule-words.ts";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** What may stand in `.hullwright.yaml`, and names of rules wherever they are written. */
export const completion: Feature = {
	// Where the client can be told so it asks for these documents alone, and not at every blank in the others.
	capabilities: ({ textDocument }) => (textDocument?.completion?.dynamicRegistration ? {} : { completionProvider: {} }),
	register(server) {
		const { connection, client, options, documents, rulePage, catalogue, onReady } = server;
		if (client.textDocument?.completion?.dynamicRegistration) {
			const register = (documentSelector: DocumentSelector, triggerCharacters: string[]): void =>
				void connection.client.register(CompletionRequest.type, { documentSelector, triggerCharacters });
			onReady(() => {
				register([{ pattern: `**/${configurationFileName}` }], [" ", ":"]);
				register([{ pattern: "**/{.,}hadolint.{yaml,yml}" }], [" ", "["]);
				register([{ language: "dockerfile" }, { language: "dockercompose" }], ["=", ","]);
			});
		}
		connection.onCompletion(
			guardPlace<CompletionParams, CompletionList | null>(server, "Completion", null, async ({ textDocument, position }) => {
				const document = documents.get(textDocument.uri);
				if (!document) return null;
				if (kindOf(document) !== "configuration") return ruleNames(server, document, position);
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

/** Names of rules, where a comment or hadolint's configuration lists them; first those of what is found. */
async function ruleNames(server: Server, { uri }: TextDocument, position: Position): Promise<CompletionList | null> {
	const found = await ruleWordsOf(server, uri);
	if (!found) return null;
	const { document, kind, context } = found;
	const names = ruleNamesAt(document.getText(), document.offsetAt(position), kind === "hadolint" ? "hadolint" : "comment", context);
	if (names.length === 0) return null;
	const reported = new Set((await server.analysed(uri))?.analysis.findings.map(({ rule }) => rule));
	const items = names.map(({ label, rule, detail, documentation, range }): CompletionItem => ({
		label,
		kind: kinds.rule,
		detail,
		documentation: { kind: MarkupKind.Markdown, value: documentation },
		sortText: `${reported.has(rule.id) ? 0 : 1} ${label}`,
		// Whoever knows a rule by another name finds it by that.
		filterText: [label, ...aliasesOf(rule)].join(" "),
		textEdit: { range: toLspRange(document, range), newText: label },
	}));
	return { isIncomplete: false, items };
}

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
	key: CompletionItemKind.Property,
	rule: CompletionItemKind.Class,
	value: CompletionItemKind.EnumMember,
};
