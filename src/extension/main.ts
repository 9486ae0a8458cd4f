import * as vscode from "vscode";
import type { DaemonFacts } from "../engine/compose/daemon-facts.ts";
import type { Docker } from "../docker/docker.ts";
import { registerCommands } from "./commands/register.ts";
import { registerConnectionReport } from "./connection/report-document.ts";
import { rememberEnds } from "./ends.ts";
import { engineChoice } from "./engine-choice.ts";
import { createDiskView } from "./explorer/disk-view.ts";
import type { Explorer } from "./explorer/explorer.ts";
import type { Node } from "./explorer/kind.ts";
import { type Changed, createExplorerView, type ExplorerView } from "./explorer/view.ts";
import { registerFiles } from "./files/register.ts";
import { registerInspections } from "./inspection.ts";
import { registerPages } from "./pages/pages.ts";
import { registerResolvedProjects } from "./resolved-projects.ts";
import { rulePagesIn } from "../l10n/rule-pages.ts";
import type { DaemonSource, LocalImageSource } from "./language/client.ts";
import { startLanguageWhenNeeded } from "./language/start.ts";
import { noticesKey } from "./notices/key.ts";
import { composeGraphView, logView, statsView, tableView } from "./webviews/view-types.ts";

// What there has to be before there is a row.
const importDocker = () => Promise.all([import("../docker/docker.ts"), import("./connection/display.ts")]);
const importExplorer = () => import("./explorer/load.ts");

/** The only place where the parts are put together. Nothing imports this file. Whatever is not needed at once is loaded when it is. */
export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel("Hullwright", { log: true });
	let client: Promise<Docker> | undefined;
	const docker = (): Promise<Docker> => (client ??= loadDocker());
	/** Loaded when it is first asked for, and disposed with the extension. */
	const once = <Of extends vscode.Disposable>(load: () => Promise<Of>): (() => Promise<Of>) => {
		let loading: Promise<Of> | undefined;
		const loadNow = async (): Promise<Of> => {
			const loaded = await load();
			context.subscriptions.push(loaded);
			return loaded;
		};
		return () => (loading ??= loadNow());
	};
	const ends = rememberEnds(context.workspaceState);
	const explorers = [
		{ id: "hullwright.containers", hasLevels: true },
		{ id: "hullwright.images", hasLevels: false },
		{ id: "hullwright.volumes", hasLevels: true },
		{ id: "hullwright.networks", hasLevels: true },
	].map(({ id, hasLevels }) => createExplorerView(id, { hasLevels, load: (view, changed) => loadExplorer(id, view, changed) }));
	const disk = createDiskView(docker);
	const explorer = (view: string): ExplorerView | undefined => explorers.find(({ id }) => id === view);
	const selectionIn = (view: string): readonly Node[] => explorer(view)?.view.selection ?? [];

	const rulePages = vscode.Uri.joinPath(context.extensionUri, ...rulePagesIn(vscode.env.language));
	const localImagesChanged = new vscode.EventEmitter<void>();
	const localImages: LocalImageSource = {
		tags: async () => (await docker()).images.tags(),
		describe: async (name) => (await docker()).images.describe(name),
		onChange: localImagesChanged.event,
	};
	const daemonChanged = new vscode.EventEmitter<void>();
	let daemonFacts: () => DaemonFacts | undefined = () => undefined;
	const daemon: DaemonSource = {
		facts: () => daemonFacts(),
		listening: async (ports) => (await docker()).listening(ports),
		onChange: daemonChanged.event,
		hold() {
			const release = docker().then(({ connection }) => connection.hold());
			return new vscode.Disposable(() => void release.then((end) => end()));
		},
	};
	const language = startLanguageWhenNeeded({ context, log, rulePages, localImages, daemon, docker }, () => void prepareExplorer());
	const engine = engineChoice(context.workspaceState);
	const connectionReport = registerConnectionReport(docker, context.extension);
	const files = registerFiles(docker);
	const inspections = registerInspections(docker);
	const resolvedProjects = registerResolvedProjects(language);
	const { extensionUri, workspaceState, globalState, extension } = context;
	const workspaceProjects = once(async () => (await import("./compose/workspace-projects.ts")).findWorkspaceProjects(language, log));
	const pages = registerPages(docker, ends, { language, workspaceProjects });
	const composeGraphs = once(async () => (await import("./webviews/compose-graph.ts")).createComposeGraphs({ extensionUri, docker, language, log }));
	const runForms = once(async () => (await import("./webviews/run-form.ts")).createRunForms({ extensionUri, docker, memory: workspaceState, log }));
	const logs = once(async () => {
		const { createLogViews } = await import("./logs/log-views.ts");
		return createLogViews({ extensionUri, docker, projects: workspaceProjects, memory: globalState, extensionId: extension.id, log });
	});
	const statsPages = once(async () => (await import("./stats/charts.ts")).createStatsPages({ extensionUri, docker, log }));
	const containersTable = once(async () =>
		(await import("./stats/containers-table.ts")).createContainersTable({ extensionUri, docker, memory: workspaceState, log }),
	);
	const notices = once(async () => (await import("./notices/notices.ts")).createNotices({ docker, memory: workspaceState, log }));
	if ((workspaceState.get<readonly unknown[]>(noticesKey)?.length ?? 0) > 0) void notices();

	context.subscriptions.push(
		log,
		localImagesChanged,
		daemonChanged,
		...explorers,
		disk,
		ends,
		connectionReport,
		files,
		inspections,
		pages,
		resolvedProjects,
		registerCommands({
			docker,
			engine,
			connectionReport,
			log,
			language,
			rulePages,
			files,
			inspections,
			pages,
			ends,
			remembered: context.workspaceState,
			resolvedProjects,
			composeGraphs,
			runForms,
			logs,
			statsPages,
			containersTable,
			notices,
			workspaceProjects,
			explorer,
			disk,
			selectionIn,
		}),
		vscode.window.registerWebviewPanelSerializer(composeGraphView, {
			deserializeWebviewPanel: async (panel, state) => (await composeGraphs()).restore(panel, state),
		}),
		vscode.window.registerWebviewPanelSerializer(logView, {
			deserializeWebviewPanel: async (panel, state) => (await logs()).restore(panel, state),
		}),
		vscode.window.registerUriHandler({ handleUri: async (uri) => (await logs()).open(uri) }),
		vscode.window.registerWebviewPanelSerializer(statsView, {
			deserializeWebviewPanel: async (panel, state) => (await statsPages()).restore(panel, state),
		}),
		vscode.window.registerWebviewPanelSerializer(tableView, {
			deserializeWebviewPanel: async (panel) => (await containersTable()).restore(panel),
		}),
	);

	/** Whoever works on such a file may look at his containers next, and would wait for the reading and compiling of these. Nothing is asked or shown. */
	async function prepareExplorer(): Promise<void> {
		const [[{ rehearse }]] = await Promise.all([importDocker(), importExplorer()]);
		await rehearse();
	}

	async function loadExplorer(id: string, view: vscode.TreeView<Node>, changed: Changed): Promise<Explorer> {
		// Both are needed before there is a row.
		const [{ createExplorer }] = await Promise.all([importExplorer(), docker()]);
		return createExplorer(id, { view, changed, connect: docker, findProjects: workspaceProjects, ends, remembered: context.workspaceState });
	}

	async function loadDocker(): Promise<Docker> {
		const [{ connect }, { showConnection }] = await importDocker();
		const loaded = connect(engine.settings, log);
		daemonFacts = loaded.facts;
		context.subscriptions.push(
			new vscode.Disposable(() => loaded.dispose()),
			new vscode.Disposable(loaded.onChange(({ of }) => of !== "images" && daemonChanged.fire())),
			new vscode.Disposable(loaded.onChange(({ of }) => of === "images" && localImagesChanged.fire())),
			new vscode.Disposable(loaded.onEnd((end) => void ends.keep(end))),
			...explorers.slice(0, 1).map((first) => showConnection(loaded, first.view)),
			vscode.workspace.onDidChangeConfiguration((event) => {
				if (event.affectsConfiguration("hullwright.docker")) loaded.connection.reconnect();
			}),
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused) void loaded.connection.check();
			}),
			// It may have been a build or `docker load`, of which the engine does not always tell.
			vscode.window.onDidEndTerminalShellExecution(() => void loaded.connection.check()),
			vscode.tasks.onDidEndTaskProcess(() => void loaded.connection.check()),
		);
		return loaded;
	}
}
