import { CompletionItemKind, type CompletionItem, type CompletionList, InsertTextMode, MarkupKind, type Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Completion, completions } from "../../engine/language/configuration/completion.ts";
import { rules } from "../../engine/rules/index.ts";
import type { Server } from "../feature.ts";
import { toLspRange } from "../lsp/to.ts";

/** What may stand in a `.hullwright.yaml`. */
export function configurationCompletions({ options, rulePage, catalogue }: Server, document: TextDocument, position: Position): CompletionList {
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
}

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
	key: CompletionItemKind.Property,
	rule: CompletionItemKind.Class,
	value: CompletionItemKind.EnumMember,
};
