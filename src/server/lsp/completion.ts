import {
	type ClientCapabilities,
	type CompletionItem,
	CompletionItemKind,
	CompletionItemTag,
	InsertTextFormat,
	InsertTextMode,
	type MarkupContent,
	MarkupKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Completion, toText } from "../../engine/language/completion.ts";
import { type Catalogue, plainTextOf } from "../../engine/text/message.ts";
import { toLspRange, toTextEdits } from "./to.ts";

/** What a client takes of an item. */
export type Taken = {
	readonly snippets: boolean;
	/** Whether it tells inserting from replacing. */
	readonly insertReplace: boolean;
	readonly commitCharacters: boolean;
	readonly tags: boolean;
	/** Whether it can be told not to indent lines by itself. */
	readonly asIs: boolean;
	/** Its command that suggests what may stand at the cursor. */
	readonly suggestCommand: string | undefined;
	readonly catalogue: Catalogue | undefined;
};

export function takenBy({ textDocument }: ClientCapabilities, suggestCommand: string | undefined, catalogue: Catalogue | undefined): Taken {
	const item = textDocument?.completion?.completionItem;
	return {
		snippets: item?.snippetSupport === true,
		insertReplace: item?.insertReplaceSupport === true,
		commitCharacters: item?.commitCharactersSupport === true,
		tags: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
		asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
		suggestCommand,
		catalogue,
	};
}

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
	keyword: CompletionItemKind.Keyword,
	form: CompletionItemKind.Snippet,
	flag: CompletionItemKind.Field,
	key: CompletionItemKind.Property,
	value: CompletionItemKind.EnumMember,
	stage: CompletionItemKind.Module,
	image: CompletionItemKind.Reference,
	variable: CompletionItemKind.Variable,
	user: CompletionItemKind.Value,
	file: CompletionItemKind.File,
	folder: CompletionItemKind.Folder,
	command: CompletionItemKind.Snippet,
};

/** Undefined for what is nothing to a client that takes no snippets. `data` is what the item is resolved by. */
export function toCompletionItem(document: TextDocument, offset: number, completion: Completion, taken: Taken, data: object): CompletionItem | undefined {
	const { label, kind, range, snippet, filter, detail, rank = 0, isDeprecated, isBegun, commit, also = [] } = completion;
	if (kind === "form" && !taken.snippets) return undefined;
	const usesSnippet = snippet !== undefined && taken.snippets;
	const text = completion.text ?? (snippet === undefined ? label : toText(snippet));
	const newText = usesSnippet ? snippet : text;
	const whole = toLspRange(document, range);
	const insert = toLspRange(document, { start: range.start, end: offset });
	const order = "index" in data ? Number(data.index) : 0;
	return {
		label,
		kind: kinds[kind],
		...(detail !== undefined && { detail: typeof detail === "string" ? detail : plainTextOf(detail, taken.catalogue) }),
		...(isDeprecated === true && (taken.tags ? { tags: [CompletionItemTag.Deprecated] } : { deprecated: true })),
		sortText: `${rank}${String(order).padStart(4, "0")}`,
		...((filter ?? text) !== label && { filterText: filter ?? text }),
		...(usesSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
		// Between words what follows stays, whatever the client can tell.
		textEdit: taken.insertReplace ? { newText, insert, replace: whole } : { newText, range: offset > range.start ? whole : insert },
		...(also.length > 0 && { additionalTextEdits: toTextEdits(document, also) }),
		...(text.includes("\n") && taken.asIs && kind === "command" && { insertTextMode: InsertTextMode.asIs }),
		...(taken.commitCharacters && commit && { commitCharacters: [...commit] }),
		...(isBegun === true && taken.suggestCommand !== undefined && { command: { title: label, command: taken.suggestCommand } }),
		data,
	};
}

/** Markdown, or its text for clients that show no other. */
export function toDocumentation(markdown: string, { textDocument }: ClientCapabilities): MarkupContent {
	const formats = textDocument?.completion?.completionItem?.documentationFormat ?? [];
	const isMarkdown = formats.length === 0 || formats.includes(MarkupKind.Markdown);
	return { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: isMarkdown ? markdown : markdown.replace(/```\w*\n?|\*\*/g, "") };
}
