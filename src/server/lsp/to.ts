import type { Fold } from "../../engine/language/fold.ts";
import type { OutlineEntry } from "../../engine/language/outline-entry.ts";
import type { Finding } from "../../engine/lint/lint.ts";
import { spokenWords } from "../../engine/lint/spoken.ts";
import type { Severity } from "../../engine/lint/rule.ts";
import { type Catalogue, plainTextOf, say } from "../../engine/text/message.ts";
import type { Edit, Range } from "../../engine/text/text.ts";
import {
	type Diagnostic,
	DiagnosticSeverity,
	DiagnosticTag,
	type DocumentSymbol,
	type FoldingRange,
	type Hover,
	MarkupKind,
	type Range as LspRange,
	type SnippetTextEdit,
	type SymbolInformation,
	SymbolKind,
	type TextEdit,
	type WorkspaceEdit,
} from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigurationFile } from "../../files/configurations.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	info: DiagnosticSeverity.Information,
};
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** LSP counts columns in UTF-16 units from 0, as the engine's offsets do; its lines end with a lone "\r" too. */
export const toLspRange = (document: TextDocument, { start, end }: Range): LspRange => ({ start: document.positionAt(start), end: document.positionAt(end) });

export const toTextEdits = (document: TextDocument, edits: readonly Edit[]): TextEdit[] =>
	edits.map((edit) => ({ range: toLspRange(document, edit), newText: edit.text }));

/** `bindsVersions`: whether the client takes edits that are bound to a document's version; one that is not open, but read from the disk, has none. */
export function toWorkspaceEdit(
	document: TextDocument,
	edits: readonly Edit[],
	{ bindsVersions, isOpen = true }: { readonly bindsVersions: boolean; readonly isOpen?: boolean },
): WorkspaceEdit {
	const textEdits = toTextEdits(document, edits);
	if (!bindsVersions) return { changes: { [document.uri]: textEdits } };
	return { documentChanges: [{ textDocument: { uri: document.uri, version: isOpen ? document.version : null }, edits: textEdits }] };
}

/** Inserts the two, and puts the cursor between them. For clients that take snippets. */
export function toSnippet(document: TextDocument, offset: number, before: string, after: string): WorkspaceEdit {
	const value = [before, after].map((text) => text.replaceAll(/[\\$}]/g, String.raw`\$&`)).join("$0");
	const edit: SnippetTextEdit = { range: toLspRange(document, { start: offset, end: offset }), snippet: { kind: "snippet", value } };
	return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [edit] }] };
}

/** How a finding is shown: `page` is where its rule is explained; `old` the number of problems that the baseline has of the document, where this is one of them. */
export type DiagnosticLook = { readonly page: string | undefined; readonly old: number | undefined; readonly catalogue: Catalogue | undefined };

/** A finding as an editor shows it. */
export function toDiagnostic(document: TextDocument, finding: Finding, { page, old, catalogue }: DiagnosticLook): Diagnostic {
	const said = old === undefined ? finding : { ...finding, message: say`${finding.message} (known: one of ${old} in the baseline)` };
	const { at, rule, severity, tag } = said;
	const { message, related = [] } = spokenWords(said, catalogue, plainTextOf);
	const shownTags = [...(tag ? [tags[tag]] : []), ...(old !== undefined && tag !== "unnecessary" ? [DiagnosticTag.Unnecessary] : [])];
	return {
		range: toLspRange(document, at),
		message,
		// A hint is in no list of problems.
		severity: old === undefined ? severities[severity] : DiagnosticSeverity.Hint,
		source: "hullwright",
		code: rule,
		...(page && { codeDescription: { href: page } }),
		...(shownTags.length > 0 && { tags: shownTags }),
		...(related.length > 0 && {
			relatedInformation: related.map((other) => ({ message: other.message, location: { uri: document.uri, range: toLspRange(document, other.at) } })),
		}),
	};
}

export const toHover = (document: TextDocument, { range, markdown }: { readonly range: Range; readonly markdown: string }): Hover => ({
	contents: { kind: MarkupKind.Markdown, value: markdown },
	range: toLspRange(document, range),
});

/** What is wrong in a configuration, as an editor shows it. */
export function toConfigurationDiagnostics(uri: string, { text, problems }: ConfigurationFile, catalogue: Catalogue | undefined): Diagnostic[] {
	const document = TextDocument.create(uri, "yaml", 0, text);
	return problems.map(({ at, message }) => ({
		range: toLspRange(document, at),
		message: plainTextOf(message, catalogue),
		severity: DiagnosticSeverity.Error,
		source: "hullwright",
	}));
}

export function toFoldingRange(document: TextDocument, { start, end, kind }: Fold): FoldingRange {
	const range = { startLine: document.positionAt(start).line, endLine: document.positionAt(end).line };
	return kind ? { ...range, kind } : range;
}

const symbolKinds: Readonly<Record<OutlineEntry["kind"], SymbolKind>> = {
	stage: SymbolKind.Module,
	command: SymbolKind.Function,
	file: SymbolKind.File,
	variable: SymbolKind.Variable,
	label: SymbolKind.Key,
	setting: SymbolKind.Property,
};

export function toDocumentSymbol(document: TextDocument, { name, detail, kind, range, selection, children }: OutlineEntry): DocumentSymbol {
	return {
		name,
		detail,
		kind: symbolKinds[kind],
		range: toLspRange(document, range),
		selectionRange: toLspRange(document, selection),
		children: children.map((child) => toDocumentSymbol(document, child)),
	};
}

/** For clients that know no tree of symbols: a list, in which each names the one above it. */
export const toSymbolInformation = (document: TextDocument, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
	symbols.flatMap(({ name, kind, range, children = [] }) => [
		{ name, kind, location: { uri: document.uri, range }, ...(containerName !== undefined && { containerName }) },
		...toSymbolInformation(document, children, name),
	]);
