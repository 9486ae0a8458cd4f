import { hover } from "../engine/language/dockerfile/hover/hover.ts";
import { rules } from "../engine/rules/index.ts";
import {
	CodeActionKind,
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type DocumentDiagnosticParams,
	type DocumentDiagnosticReport,
	DocumentDiagnosticReportKind,
	type InitializeParams,
	type InitializeResult,
	TextDocuments,
	TextDocumentSyncKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { configurationFileName } from "../engine/lint/configuration.ts";
import { createAnalyses, type Analysis } from "./analysis.ts";
import { codeActions, fixAllKind } from "./code-actions.ts";
import { createConfigurationProblems } from "./configuration-problems.ts";
import { createConfigurations } from "./configurations.ts";
import { toDiagnostic, toLspRange } from "./convert.ts";
import { guard } from "./guard.ts";
import type { InitializationOptions, Settings } from "./protocol.ts";

/** Connects the engine to a client. Everything is answered from the newest version of a document, which is parsed and linted once. */
export function createServer(connection: Connection): { listen(): void } {
	const log = connection.console;
	const documents = new TextDocuments(TextDocument);
	const configurations = createConfigurations(loadSettings, log);
	const analyse = createAnalyses(log);
	const showProblems = createConfigurationProblems((uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }));
	let client: InitializeParams["capabilities"] = {};
	let options: InitializationOptions = {};
	let pushedSettings: Settings = {};

	connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
		client = capabilities;
		options = (initializationOptions as InitializationOptions | undefined) ?? {};
		return {
			serverInfo: { name: "Hullwright" },
			capabilities: {
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
				hoverProvider: true,
				codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
				...(pullsDiagnostics() && { diagnosticProvider: { identifier: "hullwright", interFileDependencies: false, workspaceDiagnostics: false } }),
			},
		};
	});

	connection.onInitialized(() => {
		if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
			void connection.client.register(DidChangeConfigurationNotification.type, { section: "hullwright" });
		if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
			void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${configurationFileName}` }] });
		}
	});

	const pullsDiagnostics = (): boolean => client.textDocument?.diagnostic !== undefined;

	async function loadSettings(uri: string): Promise<Settings> {
		if (!client.workspace?.configuration) return pushedSettings;
		return ((await connection.workspace.getConfiguration({ scopeUri: uri, section: "hullwright" })) as Settings | null) ?? {};
	}

	/** What is known about a document's newest version; undefined once it is closed. */
	async function analysed(uri: string): Promise<{ readonly document: TextDocument; readonly analysis: Analysis } | undefined> {
		const configuration = await configurations.of(uri);
		const document = documents.get(uri);
		if (!document) return undefined;
		showProblems(uri, configuration.file);
		return { document, analysis: analyse(document, configuration) };
	}

	const rulePage = (id: string): string | undefined => options.rulePages && `${options.rulePages}${id}.md`;

	async function diagnosticsOf(uri: string): Promise<Diagnostic[]> {
		const found = await analysed(uri);
		return found?.analysis.findings.map((finding) => toDiagnostic(found.document, finding, rulePage(finding.rule))) ?? [];
	}

	connection.languages.diagnostics.on(
		guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(
			log,
			"Diagnostics",
			{ kind: DocumentDiagnosticReportKind.Full, items: [] },
			async ({ textDocument }) => ({
				kind: DocumentDiagnosticReportKind.Full,
				items: await diagnosticsOf(textDocument.uri),
			}),
		),
	);

	connection.onHover(
		guard(log, "Hover", null, async ({ textDocument, position }) => {
			const found = await analysed(textDocument.uri);
			if (!found) return null;
			const { document, analysis } = found;
			const shown = hover(analysis.file, document.offsetAt(position), { rules, findings: analysis.findings, rulePage });
			return shown ? { contents: { kind: "markdown" as const, value: shown.markdown }, range: toLspRange(document, shown.range) } : null;
		}),
	);

	connection.onCodeAction(
		guard(log, "Code actions", null, async (params) => {
			const found = await analysed(params.textDocument.uri);
			return found
				? codeActions(found.document, found.analysis, params, {
						rulePage,
						showRuleCommand: options.showRuleCommand,
						bindsVersions: client.workspace?.workspaceEdit?.documentChanges === true,
					})
				: null;
		}),
	);

	/** For clients that do not ask for diagnostics themselves. */
	async function push(document: TextDocument): Promise<void> {
		if (pullsDiagnostics()) return;
		const { version } = document;
		const diagnostics = await diagnosticsOf(document.uri);
		if (documents.get(document.uri)?.version === version) await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
	}

	async function pushIfTyped(document: TextDocument): Promise<void> {
		const { isLintedOnSave } = await configurations.of(document.uri);
		if (!isLintedOnSave) pushSoon(document);
	}

	const pushGuarded = guard(log, "Diagnostics", undefined, push);
	const neverCancelled = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
	const pushSoon = (document: TextDocument): void => void pushGuarded(document, neverCancelled);

	// A configuration file outside of the client's workspace is not watched, so it is looked at again now and then.
	documents.onDidOpen(({ document }) => {
		configurations.forget();
		pushSoon(document);
	});
	documents.onDidSave(({ document }) => {
		configurations.forget();
		pushSoon(document);
	});
	documents.onDidChangeContent(({ document }) => void pushIfTyped(document));
	documents.onDidClose(({ document }) => {
		if (!pullsDiagnostics()) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
		showProblems(document.uri, undefined);
	});

	connection.onDidChangeConfiguration(({ settings }) => {
		pushedSettings = (settings as { hullwright?: Settings } | null)?.hullwright ?? {};
		refresh();
	});
	connection.onDidChangeWatchedFiles(refresh);

	function refresh(): void {
		configurations.forget();
		if (!pullsDiagnostics()) for (const document of documents.all()) pushSoon(document);
		else if (client.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
	}

	documents.listen(connection);
	return { listen: () => connection.listen() };
}
