import type { ServerCapabilities } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/** A request about a document, and what is asked next with each of its answers. */
export type Question = { readonly method: string; readonly params: (ask: Asking) => object; readonly next?: string; readonly isAboutAll?: boolean };

/** What a question may be about. */
export type Asking = { readonly document: TextDocument; readonly below: (limit: number) => number; readonly resultId: string | undefined };

const about = ({ document }: Asking): object => ({ textDocument: { uri: document.uri } });
/** Now and then it is behind the end of a line or of the text, where a client may still believe to be. */
const position = ({ document, below }: Asking): { line: number; character: number } => {
	const found = document.positionAt(below(document.getText().length + 1));
	return below(20) === 0 ? { line: found.line + below(3), character: found.character + below(10) } : found;
};
const at = (asking: Asking): object => ({ ...about(asking), position: position(asking) });
const range = (asking: Asking): { start: object; end: object } => {
	const length = asking.document.getText().length + 1;
	const [one, other] = [asking.below(length), asking.below(length)];
	return { start: asking.document.positionAt(Math.min(one, other)), end: asking.document.positionAt(Math.max(one, other)) };
};
const inRange = (asking: Asking): object => ({ ...about(asking), range: range(asking) });
const options = { tabSize: 2, insertSpaces: true };

/**
 * By what a server declares, the questions that may be put to it then. What it declares and is not here is no question about a document: how it is told of
 * changes, and commands, which the user gives.
 */
const questions: Readonly<Record<string, readonly Question[]>> = {
	hoverProvider: [{ method: "textDocument/hover", params: at }],
	completionProvider: [{ method: "textDocument/completion", params: at, next: "completionItem/resolve" }],
	signatureHelpProvider: [{ method: "textDocument/signatureHelp", params: at }],
	declarationProvider: [{ method: "textDocument/declaration", params: at }],
	definitionProvider: [{ method: "textDocument/definition", params: at }],
	typeDefinitionProvider: [{ method: "textDocument/typeDefinition", params: at }],
	implementationProvider: [{ method: "textDocument/implementation", params: at }],
	referencesProvider: [{ method: "textDocument/references", params: (asking) => ({ ...at(asking), context: { includeDeclaration: asking.below(2) === 0 } }) }],
	documentHighlightProvider: [{ method: "textDocument/documentHighlight", params: at }],
	documentSymbolProvider: [{ method: "textDocument/documentSymbol", params: about }],
	codeActionProvider: [
		{ method: "textDocument/codeAction", params: (asking) => ({ ...inRange(asking), context: { diagnostics: [] } }), next: "codeAction/resolve" },
	],
	codeLensProvider: [{ method: "textDocument/codeLens", params: about, next: "codeLens/resolve" }],
	documentLinkProvider: [{ method: "textDocument/documentLink", params: about, next: "documentLink/resolve" }],
	colorProvider: [{ method: "textDocument/documentColor", params: about }],
	workspaceSymbolProvider: [{ method: "workspace/symbol", params: ({ below }) => ({ query: ["", "a", "build"][below(3)] }) }],
	documentFormattingProvider: [{ method: "textDocument/formatting", params: (asking) => ({ ...about(asking), options }) }],
	documentRangeFormattingProvider: [{ method: "textDocument/rangeFormatting", params: (asking) => ({ ...inRange(asking), options }) }],
	documentOnTypeFormattingProvider: [{ method: "textDocument/onTypeFormatting", params: (asking) => ({ ...at(asking), ch: "\n", options }) }],
	renameProvider: [
		{ method: "textDocument/prepareRename", params: at },
		{ method: "textDocument/rename", params: (asking) => ({ ...at(asking), newName: "renamed" }) },
	],
	foldingRangeProvider: [{ method: "textDocument/foldingRange", params: about }],
	selectionRangeProvider: [
		{ method: "textDocument/selectionRange", params: (asking) => ({ ...about(asking), positions: [position(asking), position(asking)] }) },
	],
	linkedEditingRangeProvider: [{ method: "textDocument/linkedEditingRange", params: at }],
	callHierarchyProvider: [{ method: "textDocument/prepareCallHierarchy", params: at }],
	typeHierarchyProvider: [{ method: "textDocument/prepareTypeHierarchy", params: at }],
	monikerProvider: [{ method: "textDocument/moniker", params: at }],
	inlineValueProvider: [{ method: "textDocument/inlineValue", params: inRange }],
	inlineCompletionProvider: [{ method: "textDocument/inlineCompletion", params: (asking) => ({ ...at(asking), context: { triggerKind: 1 } }) }],
	inlayHintProvider: [{ method: "textDocument/inlayHint", params: inRange, next: "inlayHint/resolve" }],
	diagnosticProvider: [{ method: "textDocument/diagnostic", params: about }],
	semanticTokensProvider: [
		{ method: "textDocument/semanticTokens/full", params: about },
		{ method: "textDocument/semanticTokens/full/delta", params: (asking) => ({ ...about(asking), previousResultId: asking.resultId ?? "" }) },
		{ method: "textDocument/semanticTokens/range", params: inRange },
	],
	textDocumentSync: [],
	executeCommandProvider: [],
	workspace: [],
	positionEncoding: [],
};

/** All that the server says it can be asked. Throws for what it declares and this list does not know, so that no feature goes unasked. */
export function questionsFor(capabilities: ServerCapabilities): readonly Question[] {
	return Object.entries(capabilities).flatMap(([name, value]) => {
		const known = questions[name];
		if (!known) throw new Error(`nobody knows how to ask for ${name}`);
		if (!value) return [];
		const resolves = typeof value === "object" && "resolveProvider" in value && value.resolveProvider === true;
		const prepares = typeof value === "object" && "prepareProvider" in value && value.prepareProvider === true;
		return known
			.filter(({ method }) => method !== "textDocument/prepareRename" || prepares)
			.map(({ next, ...question }) => ({ ...question, ...(resolves && next && { next }), isAboutAll: question.params === about }));
	});
}
