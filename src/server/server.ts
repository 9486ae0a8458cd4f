import {
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	type InitializeResult,
	TextDocuments,
	TextDocumentSyncKind,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { configurationFileName } from "../engine/lint/configuration.ts";
import { createAnalyses, type Analysed } from "./analysis.ts";
import { createConfigurationProblems } from "./configuration-problems.ts";
import { createConfigurations } from "./configurations.ts";
import type { Feature } from "./feature.ts";
import { codeActions } from "./features/code-actions.ts";
import { diagnostics } from "./features/diagnostics.ts";
import { hover } from "./features/hover.ts";
import type { InitializationOptions, Settings } from "./protocol.ts";

const features: readonly Feature[] = [codeActions, diagnostics, hover];

/** Connects the engine to a client. Everything is answered from the newest version of a document, which is parsed and linted once. */
export function createServer(connection: Connection): { listen(): void } {
	const log = connection.console;
	const documents = new TextDocuments(TextDocument);
	const configurations = createConfigurations(loadSettings, log);
	const analyse = createAnalyses(log);
	const showProblems = createConfigurationProblems((uri, problems) => void connection.sendDiagnostics({ uri, diagnostics: problems }));
	const refreshListeners: (() => void)[] = [];
	let client: InitializeParams["capabilities"] = {};
	let pushedSettings: Settings = {};

	// A configuration file outside of the client's workspace is not watched, so it is looked at again now and then. First of all listeners, for others read it.
	documents.onDidOpen(() => configurations.forget());
	documents.onDidSave(() => configurations.forget());
	documents.onDidClose(({ document }) => showProblems(document.uri, undefined));

	connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
		client = capabilities;
		const options = (initializationOptions as InitializationOptions | undefined) ?? {};
		for (const { register } of features) {
			register({
				connection,
				log,
				client,
				options,
				documents,
				analysed,
				isLintedOnSave: async (uri) => (await configurations.of(uri)).isLintedOnSave,
				onRefresh: (listener) => refreshListeners.push(listener),
				rulePage: (id) => options.rulePages && `${options.rulePages}${id}.md`,
			});
		}
		return {
			serverInfo: { name: "Hullwright" },
			capabilities: Object.assign(
				{ textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true } },
				...features.map((feature) => feature.capabilities(client)),
			),
		};
	});

	connection.onInitialized(() => {
		if (client.workspace?.didChangeConfiguration?.dynamicRegistration)
			void connection.client.register(DidChangeConfigurationNotification.type, { section: "hullwright" });
		if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
			void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${configurationFileName}` }] });
		}
	});

	async function loadSettings(uri: string): Promise<Settings> {
		if (!client.workspace?.configuration) return pushedSettings;
		return ((await connection.workspace.getConfiguration({ scopeUri: uri, section: "hullwright" })) as Settings | null) ?? {};
	}

	async function analysed(uri: string): Promise<Analysed | undefined> {
		const configuration = await configurations.of(uri);
		const document = documents.get(uri);
		if (!document) return undefined;
		showProblems(uri, configuration.file);
		return { document, analysis: analyse(document, configuration) };
	}

	connection.onDidChangeConfiguration(({ settings }) => {
		pushedSettings = (settings as { hullwright?: Settings } | null)?.hullwright ?? {};
		refresh();
	});
	connection.onDidChangeWatchedFiles(refresh);

	function refresh(): void {
		configurations.forget();
		for (const listener of refreshListeners) listener();
	}

	documents.listen(connection);
	return { listen: () => connection.listen() };
}
