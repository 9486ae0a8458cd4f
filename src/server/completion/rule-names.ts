import { CompletionItemKind, type CompletionItem, type CompletionList, MarkupKind, type Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { ruleNamesAt } from "../../engine/language/rule-words.ts";
import { aliasesOf } from "../../engine/lint/rule-names.ts";
import type { Server } from "../feature.ts";
import { toLspRange } from "../lsp/to.ts";
import { ruleWordsOf } from "../rule-words.ts";

/** Whether rules may be named at the end of the line, as far as is told without linting the document. */
export const mayNameRules = (line: string): boolean => /#.*(?:ignore|skip)[ \t]*=/i.test(line);

/** Names of rules, where a comment or hadolint's configuration lists them; first those of what is found. */
export async function ruleNames(server: Server, { uri }: TextDocument, position: Position): Promise<CompletionList | null> {
	const found = await ruleWordsOf(server, uri);
	if (!found) return null;
	const { document, kind, context } = found;
	const names = ruleNamesAt(document.getText(), document.offsetAt(position), kind === "hadolint" ? "hadolint" : "comment", context);
	if (names.length === 0) return null;
	const reported = new Set((await server.analysed(uri))?.analysis.findings.map(({ rule }) => rule));
	const items = names.map(({ label, rule, detail, documentation, range }): CompletionItem => ({
		label,
		kind: CompletionItemKind.Class,
		detail,
		documentation: { kind: MarkupKind.Markdown, value: documentation },
		sortText: `${reported.has(rule.id) ? 0 : 1} ${label}`,
		// Whoever knows a rule by another name finds it by that.
		filterText: [label, ...aliasesOf(rule)].join(" "),
		textEdit: { range: toLspRange(document, range), newText: label },
	}));
	return { isIncomplete: false, items };
}
