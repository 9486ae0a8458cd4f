import { type Connection, type InitializeResult, TextDocuments, TextDocumentSyncKind, type ClientCapabilities } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { loadCatalogue } from "../l10n/locales.ts";
import { shellcheckCodeOf, shellcheckPage } from "../engine/lint/shellcheck.ts";
import type { Catalogue } from "../engine/text/message.ts";
import { createBuildContexts } from "./build-contexts.ts";
import { pathOf } from "./path-of.ts";
import type { Feature, Host } from "./feature.ts";
import { codeActions } from "./features/code-actions.ts";
import { codeLenses } from "./features/code-lenses.ts";
import { composeByContent } from "./features/compose-by-content.ts";
import { completion } from "./features/completion.ts";
import { composeComparison } from "./features/compose-comparison.ts";
import { composeGraph } from "./features/compose-graph.ts";
import { composeWords } from "./features/compose-words.ts";
import { resolvedProject } from "./features/resolved-project.ts";
import { definition } from "./features/definition.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { documentHighlights } from "./features/document-highlights.ts";
import { documentLinks } from "./features/document-links.ts";
import { documentSymbols } from "./features/document-symbols.ts";
import { fixAll } from "./features/fix-all.ts";
import { fixes } from "./features/fixes.ts";
import { folding } from "./features/folding.ts";
import { formatting } from "./features/formatting.ts";
import { hover } from "./features/hover.ts";
import { inlayHints } from "./features/inlay-hints.ts";
import { inlineCompletion } from "./features/inline-completion.ts";
import { linkedEditing } from "./features/linked-editing.ts";
import { lintState } from "./features/lint-state.ts";
import { references } from "./features/references.ts";
import { rename } from "./features/rename.ts";
import { ruleList } from "./features/rule-list.ts";
import { runLines } from "./features/run-lines.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import { selectionRanges } from "./features/selection-ranges.ts";
import { workspaceSymbols } from "./features/workspace-symbols.ts";
import { serviceVariables } from "./features/service-variables.ts";
import { signatureHelp } from "./features/signature-help.ts";
import { createLanguages } from "./languages/languages.ts";
import type { InitializationOptions } from "./protocol.ts";
import { createWorkspace } from "./workspace.ts";

const features: readonly Feature[] = [
	codeActions,
	codeLenses,
	completion,
	composeComparison,
	composeGraph,
	composeWords,
	resolvedProject,
	composeByContent,
	definition,
	diagnostics,
	documentHighlights,
	documentLinks,
	documentSymbols,
	fixAll,
	fixes,
	folding,
	formatting,
	hover,
	inlayHints,
	inlineCompletion,
	linkedEditing,
	lintState,
	references,
	rename,
	ruleList,
	runLines,
	semanticTokens,
	selectionRanges,
	serviceVariables,
	signatureHelp,
	workspaceSymbols,
];

/** Connects the engine to a client. Everything is answered from the newest version of a document, which is parsed and linted once. */
export function createServer(connection: Connection): { listen(): void } {
	const documents = new TextDocuments(TextDocument);
	let client: ClientCapabilities = {};
	let catalogue: Catalogue | undefined;
	let isTrusted = false;
	const workspace = createWorkspace(
		connection,
		documents,
		() => client,
		() => catalogue,
		() => isTrusted,
	);

	connection.onInitialize(async ({ capabilities, initializationOptions, locale, workspaceFolders, rootUri }): Promise<InitializeResult> => {
		client = capabilities;
		catalogue = await loadCatalogue(locale);
		const options = (initializationOptions as InitializationOptions | undefined) ?? {};
		isTrusted = options.isTrusted === true;
		const rulePage = (id: string): string | undefined =>
			shellcheckCodeOf(id) === undefined ? options.rulePages && `${options.rulePages}${id}.md` : shellcheckPage(id);
		const folders = async (): Promise<readonly string[]> => {
			const open = client.workspace?.workspaceFolders ? await connection.workspace.getWorkspaceFolders() : workspaceFolders;
			return (open?.map(({ uri }) => uri) ?? [rootUri ?? ""]).flatMap((uri) => pathOf(uri) ?? []);
		};
		const log = connection.console;
		const buildContexts = createBuildContexts({ ...workspace, folders, log });
		const host: Host = { ...workspace, connection, log, client, options, catalogue, documents, folders, buildContexts, rulePage };
		const inLanguage = createLanguages(host);
		for (const { register } of features) register({ ...host, inLanguage });
		return {
			serverInfo: { name: "Hullwright" },
			capabilities: Object.assign(
				{ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } },
				...features.map((feature) => feature.capabilities(client)),
			),
		};
	});

	documents.listen(connection);
	return { listen: () => connection.listen() };
}
