import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
	type ClientCapabilities,
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Opened, openerFor, openers } from "../engine/language/languages.ts";
import { languageOfName } from "../engine/language/language-of-name.ts";
import type { DaemonFacts } from "../engine/compose/daemon-facts.ts";
import type { Dockerfile } from "../engine/dockerfile/syntax.ts";
import { baselineFileName } from "../engine/lint/baseline.ts";
import { configurationFileNames } from "../engine/lint/configuration.ts";
import { rules } from "../engine/rules/index.ts";
import { createBaselines } from "../files/baselines.ts";
import { createConfigurations } from "../files/configurations.ts";
import { createDisk } from "../files/disk.ts";
import { createEditorConfigs, editorConfigName } from "../files/editor-config.ts";
import type { Catalogue } from "../engine/text/message.ts";
import { type Analysed, type Analysis, createAnalyses } from "./analysis.ts";
import { createConfigurationProblems } from "./configuration-problems.ts";
import { createDocumentConfigurations, type DocumentConfiguration } from "./configurations.ts";
import { pathOf } from "./path-of.ts";
import { reasonOf } from "./guard.ts";
import { isConfiguration, isLinted, kindOf, nameOf } from "./kind.ts";
import { daemonFactsChanged, type Settings } from "./protocol.ts";
import { createShellchecks } from "./shellchecks.ts";

/** The open documents with all that they depend on: settings, configurations, and what rules look at besides. */
export type Workspace = {
	/**
	 * A Dockerfile's newest version, parsed and not linted; undefined once it is closed, and for what is none. At once, so that an answer that needs no more than
	 * the file is always about the version that was asked about.
	 */
	parsed(uri: string): { readonly document: TextDocument; readonly file: Dockerfile } | undefined;
	/** The same for whatever language it is in, once that is loaded. */
	opened(uri: string): ({ readonly document: TextDocument } & Opened) | undefined;
	/** What is known about a document's newest version; undefined once it is closed, and for what is not linted. */
	analysed(uri: string): Promise<Analysed | undefined>;
	/** The same at once, where that version has been linted already. */
	already(uri: string): Analysis | undefined;
	/** The same, at once or in little time: undefined for a long document whose newest version has not been linted yet. */
	analysedInTime(uri: string): Promise<Analysed | undefined>;
	/** The same for a document that need not be open: then it is read from the disk, and forgotten. */
	analysedAnywhere(uri: string): Promise<Analysed | undefined>;
	/** A file's text as it stands now: of one that is open as it is typed. Undefined for what cannot be read, or is larger than anybody writes. */
	textNow(path: string): string | undefined;
	/** How a document is linted, or what a configuration says of the files beside it. */
	configurationOf(uri: string): Promise<DocumentConfiguration>;
	/** What EditorConfig says of a document, by names in small letters; nothing of one that is on no disk. */
	editorConfigOf(uri: string): ReadonlyMap<string, string>;
	/** The editor's settings for a document, as they are now. */
	settingsOf(uri: string): Promise<Settings>;
	/** Whether the user wants problems told when a document is saved, and not at every change. */
	isLintedOnSave(uri: string): Promise<boolean>;
	/** Settles once all that open documents need has been loaded; undefined where it is. Until then nothing is answered. */
	loading(): Promise<unknown> | undefined;
	/** Nothing is answered until this has settled. */
	holdAnswers(loading: Promise<unknown>): void;
	/** Calls back whenever something that documents depend on has changed, so that all that was told about any of them may be another. */
	onRefresh(listener: () => void): void;
	/** Calls back once the client may be asked for something. */
	onReady(listener: () => void): void;
};

/** Its path; of one that is on no disk its URI, which is nobody's path. */
const keyOf = ({ uri }: TextDocument): string => pathOf(uri) ?? uri;

/** As an editor opens it, without a byte order mark; undefined for what is no text in UTF-8. */
function textAt(path: string): string | undefined {
	try {
		const bytes = readFileSync(path);
		return isUtf8(bytes) ? bytes.toString("utf8").replace(/^\uFEFF/, "") : undefined;
	} catch {
		// It has gone, or nobody may read it.
		return undefined;
	}
}

function foldersAbove(path: string): readonly string[] {
	const folder = dirname(path);
	return folder === path ? [] : [folder, ...foldersAbove(folder)];
}

/** A file of so many characters is not linted between two keys. */
const longToLint = 60_000;

/** To be made before others listen to the documents: what they are told to look at again is forgotten first. */
export function createWorkspace(
	connection: Connection,
	documents: TextDocuments<TextDocument>,
	client: () => ClientCapabilities,
	catalogue: () => Catalogue | undefined,
	isTrusted: () => boolean,
): Workspace {
	const log = connection.console;
	/** URIs of the open documents, by path. What somebody types counts before it is saved. */
	const open = new Map<string, string>();
	const disk = createDisk((path) => documents.get(open.get(path) ?? "")?.getText());
	const files = createConfigurations(disk, rules);
	const baselines = createBaselines(disk);
	const editorConfigs = createEditorConfigs(disk);
	const configurations = createDocumentConfigurations(loadSettings, files, baselines, log);
	const shellchecks = createShellchecks(connection, { isTrusted, catalogue }, (uri) => {
		const document = documents.get(uri);
		if (document) analyses.forget(document);
		refresh();
	});
	let daemon: DaemonFacts | undefined;
	const analyses = createAnalyses(disk, log, () => daemon, shellchecks.of);
	const showProblems = createConfigurationProblems(
		(path) => open.get(path) ?? pathToFileURL(path).href,
		(uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
		catalogue,
	);
	const listeners: (() => void)[] = [];
	const readyListeners: (() => void)[] = [];
	const watched = new Set<string>();
	const usedBaselines = new Set<string>();
	/** What parses documents, by their kinds. A language that is loaded lazily is among them from its first document on. */
	const loaded = new Map(Object.entries(openers));
	const pending = new Set<Promise<unknown>>();
	let pushedSettings: Settings = {};

	async function loadSettings(uri: string): Promise<Settings> {
		if (!client().workspace?.configuration) return pushedSettings;
		return ((await connection.workspace.getConfiguration({ scopeUri: uri, section: "hullwright" })) as Settings | null) ?? {};
	}

	function opened(uri: string): ({ readonly document: TextDocument } & Opened) | undefined {
		const document = documents.get(uri);
		const open = document && loaded.get(kindOf(document) ?? "");
		return document && open && { document, ...analyses.opened(document, open) };
	}

	function holdAnswers(loading: Promise<unknown>): void {
		pending.add(loading);
		void loading.catch((error: unknown) => log.error(`A language could not be loaded. ${reasonOf(error)}`)).then(() => pending.delete(loading));
	}

	function loadFor(document: TextDocument): void {
		const kind = kindOf(document);
		if (isLinted(kind) && !loaded.has(kind)) holdAnswers(openerFor(kind).then((open) => loaded.set(kind, open)));
	}

	function parsed(uri: string): { document: TextDocument; file: Dockerfile } | undefined {
		const found = opened(uri);
		return found?.id === "dockerfile" ? found : undefined;
	}

	async function analysed(uri: string): Promise<Analysed | undefined> {
		const document = documents.get(uri);
		const kind = document && kindOf(document);
		if (!document || !isLinted(kind)) return undefined;
		const configuration = await configurations.of(uri);
		const open = await openerFor(kind);
		if (documents.get(uri) !== document) return undefined;
		showProblems(uri, configuration.file);
		const analysis = analyses.of(document, configuration, open);
		watch(configuration.baseline === undefined ? analysis.paths : [...analysis.paths, configuration.baseline]);
		if (configuration.baseline !== undefined) usedBaselines.add(configuration.baseline);
		shellchecks.ask(uri, analysis);
		return { document, analysis };
	}

	function already(uri: string): Analysis | undefined {
		const document = documents.get(uri);
		return document && analyses.already(document);
	}

	async function analysedInTime(uri: string): Promise<Analysed | undefined> {
		const document = documents.get(uri);
		return document && document.getText().length > longToLint && !analyses.already(document) ? undefined : analysed(uri);
	}

	async function analysedAnywhere(uri: string): Promise<Analysed | undefined> {
		if (documents.get(uri)) return analysed(uri);
		const path = pathOf(uri);
		const kind = path === undefined ? undefined : languageOfName(basename(path));
		const text = path === undefined ? undefined : textAt(path);
		if (kind === undefined || text === undefined) return undefined;
		const document = TextDocument.create(uri, kind, 0, text);
		const configuration = await configurations.of(uri);
		const analysis = analyses.of(document, configuration, await openerFor(kind));
		if (!documents.get(uri)) configurations.close(uri);
		return { document, analysis };
	}

	function textNow(path: string): string | undefined {
		disk.forget(path);
		const reading = disk.read(path);
		return reading && "text" in reading ? reading.text.replace(/^\uFEFF/, "") : undefined;
	}

	async function showOwnProblems(document: TextDocument): Promise<void> {
		if (isConfiguration(keyOf(document))) showProblems(document.uri, await files.read(keyOf(document)));
	}

	/** Asks the client to tell when files of these names change. */
	function watch(paths: readonly string[]): void {
		if (!client().workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
		const names = paths.map((path) => basename(path).replace(/[*?[\]{}]/g, "?")).filter((name) => !watched.has(name));
		if (names.length === 0) return;
		for (const name of names) watched.add(name);
		void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: names.map((name) => ({ globPattern: `**/${name}` })) });
	}

	/** What is not in the client's workspace is not watched, so it is looked at again now and then. */
	function lookAgain(document: TextDocument): void {
		for (const path of analyses.forget(document)) disk.forget(path);
		const path = pathOf(document.uri);
		const folders = path === undefined ? [] : foldersAbove(path);
		for (const folder of folders) {
			for (const name of configurationFileNames) files.forget(join(folder, name));
			baselines.forget(join(folder, baselineFileName));
			disk.forget(join(folder, editorConfigName));
		}
		for (const baseline of usedBaselines) baselines.forget(baseline);
	}

	const dependentsOn = (path: string): TextDocument[] => documents.all().filter((document) => analyses.pathsOf(document).includes(path));

	/** The files are read anew; all documents are, where one depends on them. */
	function change(paths: readonly string[]): void {
		const dependents = paths.flatMap(dependentsOn);
		for (const path of paths) files.forget(path);
		const isBaseline = (path: string): boolean => nameOf(path) === baselineFileName || usedBaselines.has(path);
		for (const path of paths) if (isBaseline(path)) baselines.forget(path);
		for (const document of dependents) analyses.forget(document);
		if (dependents.length > 0 || paths.some((path) => isConfiguration(path) || isBaseline(path))) refresh();
	}

	function refresh(): void {
		for (const document of documents.all()) void showOwnProblems(document);
		for (const listener of listeners) listener();
	}

	documents.onDidOpen(({ document }) => {
		open.set(keyOf(document), document.uri);
		loadFor(document);
		lookAgain(document);
	});
	documents.onDidSave(({ document }) => lookAgain(document));
	documents.onDidChangeContent(({ document }) => {
		const path = keyOf(document);
		if (isConfiguration(path) || dependentsOn(path).length > 0) change([path]);
	});
	documents.onDidClose(({ document }) => {
		showProblems(document.uri, undefined);
		configurations.close(document.uri);
		open.delete(keyOf(document));
		change([keyOf(document)]);
	});

	connection.onInitialized(() => {
		if (client().workspace?.didChangeConfiguration?.dynamicRegistration)
			void connection.client.register(DidChangeConfigurationNotification.type, { section: "hullwright" });
		watch([...configurationFileNames, baselineFileName, editorConfigName]);
		for (const listener of readyListeners) listener();
	});
	connection.onDidChangeConfiguration(({ settings }) => {
		pushedSettings = (settings as { hullwright?: Settings } | null)?.hullwright ?? {};
		configurations.forgetSettings();
		refresh();
	});
	connection.onNotification(daemonFactsChanged, (facts: DaemonFacts | null) => {
		daemon = facts ?? undefined;
		const dependents = documents.all().filter((document) => kindOf(document) === "compose");
		for (const document of dependents) analyses.forget(document);
		if (dependents.length > 0) refresh();
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		change(changes.flatMap(({ uri }) => pathOf(uri) ?? []));
	});

	return {
		parsed,
		opened,
		analysed,
		already,
		analysedInTime,
		analysedAnywhere,
		textNow,
		configurationOf: (uri) => configurations.of(uri),
		editorConfigOf: (uri) => {
			const path = pathOf(uri);
			return path === undefined ? new Map() : editorConfigs.settingsOf(path);
		},
		settingsOf: loadSettings,
		isLintedOnSave: async (uri) => (await configurations.of(uri)).isLintedOnSave,
		loading: () => (pending.size > 0 ? Promise.allSettled(pending) : undefined),
		holdAnswers,
		onRefresh: (listener) => void listeners.push(listener),
		onReady: (listener) => void readyListeners.push(listener),
	};
}
