import * as vscode from "vscode";
import {
	CloseAction,
	DiagnosticPullMode,
	ErrorAction,
	ExecuteCommandRequest,
	LanguageClient,
	type LanguageClientOptions,
	type Location,
	RevealOutputChannelOn,
	TransportKind,
} from "vscode-languageclient/node";
import type { DaemonFacts, HeldPort } from "../../engine/compose/daemon-facts.ts";
import type { Docker } from "../../docker/docker.ts";
import type { LocalImage } from "../../engine/image/local-image.ts";
import { composeFiles, documentSelector } from "./document-selector.ts";
import { hasComposeFormatter, hasComposeKeys } from "./compose-keys.ts";
import { middleware } from "./middleware.ts";
import { tellDaemonFacts } from "./daemon-facts.ts";
import { showStageDividers } from "./stage-dividers.ts";
import { showLintStatus } from "./lint-status.ts";
import {
	type BuildContextRow,
	buildContextsRequest,
	composeComparisonRequest,
	type ComposeGraph,
	composeGraphRequest,
	daemonFactsChanged,
	type ComposeByContent,
	composeByContentRequest,
	type DocumentFixes,
	fixAllCommand,
	fixesRequest,
	type InitializationOptions,
	type LintState,
	lintStateRequest,
	localImageRequest,
	type LocalImageRow,
	localImagesChanged,
	localImagesRequest,
	type ResolvedProject,
	composeWordsRequest,
	resolvedProjectRequest,
	type RuleRow,
	rulesRequest,
	type RunLineRow,
	runLinesRequest,
	type StageRow,
	serviceVariablesRequest,
	type ServiceVariableRow,
	type ServiceVariablesQuestion,
	stagesRequest,
} from "../../server/protocol.ts";
import { showErrorMessage, showWarningMessage } from "../window.ts";

export type Language = {
	/** Ends the server and starts it anew; says so where that fails. */
	restart(): Promise<void>;
	/** Fixes all that is safe to fix in the document, and tells the user what was left. */
	fixAll(document: vscode.TextDocument): Promise<void>;
	/** All rules, as they are for the document, which need not be open. */
	rules(uri: vscode.Uri): Promise<readonly RuleRow[]>;
	/** The stages of a Dockerfile that is open, in order. */
	stages(uri: vscode.Uri): Promise<readonly StageRow[]>;
	/** What other files of the workspace build the Dockerfile with. */
	buildContexts(uri: vscode.Uri): Promise<readonly BuildContextRow[]>;
	/** The graph of the project that the Compose file is part of; null where there is no such file, or the server does not run. */
	composeGraph(uri: vscode.Uri): Promise<ComposeGraph | null>;
	/** The variables that a service gives its containers, and where each is from. */
	serviceVariables(question: ServiceVariablesQuestion): Promise<readonly ServiceVariableRow[]>;
	/** What Compose makes of the project that a file is part of. */
	resolvedProject(uri: vscode.Uri): Promise<ResolvedProject | null>;
	/** Where in the project of a Compose file that is, about which Docker Compose complains; null where it cannot be found out. */
	placeOfWords(uri: vscode.Uri, words: string): Promise<Location | null>;
	/** The services of a Compose file that is open, as `docker run` makes them. */
	runLines(uri: vscode.Uri): Promise<readonly RunLineRow[]>;
	/** Whether the text is a Compose file by what it holds. */
	isCompose(text: string): Promise<boolean>;
	/** All safe fixes in the documents. */
	fixes(uris: readonly string[]): Promise<readonly DocumentFixes[]>;
};

/** So many crashes within so many milliseconds, and the server is not started again by itself. */
const crashes = { most: 5, within: 3 * 60_000 };

/** What the language server is told at its start. */
export type LanguageOptions = {
	readonly context: vscode.ExtensionContext;
	readonly log: vscode.LogOutputChannel;
	readonly rulePages: vscode.Uri;
	readonly localImages: LocalImageSource;
	/** Loads the engine's client on first use. */
	readonly docker: () => Promise<Docker>;
	readonly daemon: DaemonSource;
};

/** What the connected engine is like. */
export type DaemonSource = {
	/** Undefined where there is none. */
	facts(): DaemonFacts | undefined;
	/** Of these ports, those on which programs of its machine listen. */
	listening(ports: readonly number[]): Promise<readonly HeldPort[]>;
	readonly onChange: vscode.Event<void>;
	/** Connects, and stays so until what is returned is disposed of. */
	hold(): vscode.Disposable;
};

/** What the engine tells of its images. Each rejects where there is none. */
export type LocalImageSource = {
	/** Names and tags of all. */
	tags(): Promise<readonly string[]>;
	describe(name: string): Promise<LocalImage | "absent">;
	/** Images have come or gone. */
	readonly onChange: vscode.Event<void>;
};

/** Starts the language server in a process of its own, which ends with the extension. */
export async function startLanguage({ context, log, rulePages, localImages, daemon, docker }: LanguageOptions): Promise<Language> {
	const initializationOptions = (): InitializationOptions => ({
		rulePages: `${rulePages.toString()}/`,
		showRuleCommand: "hullwright.showRule",
		buildStageCommand: "hullwright.buildStage",
		createEnvironmentFileCommand: "hullwright.createEnvironmentFile",
		composeCommands: { graph: "hullwright.showServiceGraph", resolved: "hullwright.showResolvedProject", runLine: "hullwright.copyRunLine" },
		suggestCommand: "editor.action.triggerSuggest",
		isTrusted: vscode.workspace.isTrusted,
		hasLocalImages: true,
		hasComposeKeys: hasComposeKeys(),
		hasComposeFormatter: hasComposeFormatter(),
	});
	const options: LanguageClientOptions = {
		documentSelector,
		initializationOptions,
		outputChannel: log,
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		diagnosticCollectionName: "hullwright",
		diagnosticPullOptions: {
			onChange: true,
			onSave: true,
			filter: (document, mode) => mode === DiagnosticPullMode.onType && vscode.workspace.getConfiguration("hullwright.lint", document).get("run") === "onSave",
		},
		middleware,
		initializationFailedHandler: () => false,
		// A server that was killed may show first by messages that cannot be sent. What becomes of it is decided once its connection closes.
		errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed: onCrash },
	};
	const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server.js").fsPath;
	const run = { module, transport: TransportKind.ipc };
	let client: LanguageClient | undefined;
	let isStopTold = false;
	const facts = tellDaemonFacts(daemon, (told) => (client?.isRunning() ? client.sendNotification(daemonFactsChanged, told) : undefined));
	const crashTimes: number[] = [];
	context.subscriptions.push(facts, { dispose: () => client?.dispose() });

	function onCrash(): { action: CloseAction; handled: true } {
		const now = Date.now();
		crashTimes.push(now);
		while ((crashTimes[0] ?? now) < now - crashes.within) crashTimes.shift();
		const restarts = crashTimes.length < crashes.most;
		log.error(
			`The language server stopped unexpectedly${restarts ? " and is started again" : `, ${crashTimes.length} times within three minutes, and is not started again`}.`,
		);
		if (!restarts) void sayStopped(vscode.l10n.t("Hullwright's language server keeps stopping, so Dockerfiles are no longer checked."));
		else if (crashTimes.length === 1) void sayRestarted();
		return { action: restarts ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
	}

	async function sayRestarted(): Promise<void> {
		const showLog = vscode.l10n.t("Show Log");
		const message = vscode.l10n.t("Hullwright's language server stopped unexpectedly and was started again.");
		if ((await showWarningMessage(message, showLog)) === showLog) log.show();
	}

	async function sayStopped(message: string): Promise<void> {
		if (isStopTold) return;
		isStopTold = true;
		const [again, showLog] = [vscode.l10n.t("Restart"), vscode.l10n.t("Show Log")];
		const chosen = await showErrorMessage(message, again, showLog);
		if (chosen === showLog) log.show();
		if (chosen === again) await restart();
	}

	async function restart(): Promise<void> {
		crashTimes.length = 0;
		isStopTold = false;
		try {
			if (client?.needsStop()) await client.stop();
			// A new one each time, for one that failed to start never starts again.
			client = new LanguageClient("hullwright", "Hullwright", { run, debug: run }, options);
			// Without an engine there is nothing to offer, and nobody asked for it by name.
			client.onRequest(localImagesRequest, () => localImages.tags().catch(() => []));
			client.onRequest<LocalImageRow, void>(localImageRequest, (name: string) => localImages.describe(name).catch(() => null));
			await client.start();
			facts.tell();
		} catch (error) {
			log.error("The language server could not be started.", error instanceof Error ? error : String(error));
			void sayStopped(vscode.l10n.t("Hullwright's language server could not be started, so Dockerfiles are not checked."));
		}
	}

	const ask = async <Answer>(request: string, parameters: object, harmless: Answer): Promise<Answer> =>
		client?.isRunning() ? client.sendRequest<Answer>(request, parameters) : harmless;

	await restart();
	const composeGraph = (uri: vscode.Uri): Promise<ComposeGraph | null> => ask<ComposeGraph | null>(composeGraphRequest, { uri: uri.toString() }, null);
	let states: Promise<vscode.Disposable> | undefined;
	async function loadStates(): Promise<vscode.Disposable> {
		const { showComposeStates } = await import("../compose/states.ts");
		return showComposeStates({ docker, log, graph: composeGraph, compare: (question) => ask(composeComparisonRequest, question, null) });
	}
	const stages = (uri: vscode.Uri): Promise<readonly StageRow[]> => ask<readonly StageRow[]>(stagesRequest, { uri: uri.toString() }, []);
	context.subscriptions.push(
		showStageDividers(stages),
		{ dispose: () => void states?.then((shown) => shown.dispose()) },
		...whenComposeIsOpen(() => void (states ??= loadStates())),
		localImages.onChange(() => {
			if (client?.isRunning()) void client.sendNotification(localImagesChanged);
		}),
		// The server is told at its start.
		vscode.workspace.onDidGrantWorkspaceTrust(() => void restart()),
		showLintStatus(async (document) =>
			documentSelector.some((selector) => vscode.languages.match(selector, document) > 0)
				? ask<LintState | undefined>(lintStateRequest, { uri: document.uri.toString() }, undefined)
				: undefined,
		),
	);
	return {
		stages,
		rules: (uri) => ask<readonly RuleRow[]>(rulesRequest, { uri: uri.toString() }, []),
		runLines: (uri) => ask<readonly RunLineRow[]>(runLinesRequest, { uri: uri.toString() }, []),
		isCompose: async (text) => (await ask<ComposeByContent>(composeByContentRequest, { text }, { isCompose: false })).isCompose,
		buildContexts: (uri) => ask<readonly BuildContextRow[]>(buildContextsRequest, { uri: uri.toString() }, []),
		composeGraph,
		serviceVariables: (question) => ask<readonly ServiceVariableRow[]>(serviceVariablesRequest, question, []),
		resolvedProject: (uri) => ask<ResolvedProject | null>(resolvedProjectRequest, { uri: uri.toString() }, null),
		placeOfWords: (uri, words) => ask<Location | null>(composeWordsRequest, { uri: uri.toString(), words }, null),
		fixes: (uris) => ask<readonly DocumentFixes[]>(fixesRequest, { uris }, []),
		restart,
		async fixAll({ uri }) {
			await client?.sendRequest(ExecuteCommandRequest.type, { command: fixAllCommand, arguments: [uri.toString()] });
		},
	};
}

/** Calls back with the first Compose file in view, and for those that come later. */
function whenComposeIsOpen(act: () => void): readonly vscode.Disposable[] {
	const look = (editors: readonly vscode.TextEditor[]): void => {
		if (editors.some(({ document }) => composeFiles.some((selector) => vscode.languages.match(selector, document) > 0))) act();
	};
	look(vscode.window.visibleTextEditors);
	return [vscode.window.onDidChangeVisibleTextEditors(look)];
}
