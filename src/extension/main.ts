import * as vscode from "vscode";
import type { DaemonFacts } from "../engine/compose/daemon-facts.ts";
import type { Docker } from "../docker/docker.ts";
import { registerCommands } from "./commands/register.ts";
import type { WorkspaceProjects } from "./compose/workspace-projects.ts";
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
import type { Notices } from "./notices/notices.ts";
import type { StatsPages } from "./stats/charts.ts";
import type { ContainersTable } from "./stats/containers-table.ts";
import type { ComposeGraphs } from "./webviews/compose-graph.ts";
import type { LogViews } from "./logs/log-views.ts";
import type { RunForms } from "./webviews/run-form.ts";
import { composeGraphView, logView, statsView, tableView } from "./webviews/view-types.ts";

/** The only place where the parts are put together. Nothing imports this file. Whatever is not needed at once is loaded when it is. */
export function activate(context: vscode.ExtensionContext): void {
	const log = vscode.window.createOutputChannel("Hullwright", { log: true });
	let client: Promise<Docker> | undefined;
	const docker = (): Promise<Docker> => (client ??= loadDocker());
	let projects: Promise<WorkspaceProjects> | undefined;
	const workspaceProjects = (): Promise<WorkspaceProjects> => (projects ??= loadProjects());
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
	const language = startLanguageWhenNeeded({ context, log, rulePages, localImages, daemon, docker });
	const engine = engineChoice(context.workspaceState);
	const connectionReport = registerConnectionReport(docker, context.extension);
	const files = registerFiles(docker);
	const inspections = registerInspections(docker);
	const pages = registerPages(docker, ends);
	const resolvedProjects = registerResolvedProjects(language);
	let graphs: Promise<ComposeGraphs> | undefined;
	const composeGraphs = (): Promise<ComposeGraphs> => (graphs ??= loadGraphs());

	let forms: Promise<RunForms> | undefined;
	const runForms = (): Promise<RunForms> => (forms ??= loadForms());

	let logs: Promise<LogViews> | undefined;
	const logViews = (): Promise<LogViews> => (logs ??= loadLogs());
	let numbers: Promise<StatsPages> | undefined;
	const statsPages = (): Promise<StatsPages> => (numbers ??= loadStatsPages());

	let telling: Promise<Notices> | undefined;
	const notices = (): Promise<Notices> => (telling ??= loadNotices());
	if ((context.workspaceState.get<readonly unknown[]>(noticesKey)?.length ?? 0) > 0) void notices();

	let table: Promise<ContainersTable> | undefined;
	const containersTable = (): Promise<ContainersTable> => (table ??= loadTable());

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
			logs: logViews,
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
			deserializeWebviewPanel: async (panel, state) => (await logViews()).restore(panel, state),
		}),
		vscode.window.registerUriHandler({ handleUri: async (uri) => (await logViews()).open(uri) }),
		vscode.window.registerWebviewPanelSerializer(statsView, {
			deserializeWebviewPanel: async (panel, state) => (await statsPages()).restore(panel, state),
		}),
		vscode.window.registerWebviewPanelSerializer(tableView, {
			deserializeWebviewPanel: async (panel) => (await containersTable()).restore(panel),
		}),
	);

	async function loadStatsPages(): Promise<StatsPages> {
		const { createStatsPages } = await import("./stats/charts.ts");
		const loaded = createStatsPages({ extensionUri: context.extensionUri, docker, log });
		context.subscriptions.push(loaded);
		return loaded;
	}

	async function loadNotices(): Promise<Notices> {
		const { createNotices } = await import("./notices/notices.ts");
		const loaded = createNotices({ docker, memory: context.workspaceState, log });
		context.subscriptions.push(loaded);
		return loaded;
	}

	async function loadTable(): Promise<ContainersTable> {
		const { createContainersTable } = await import("./stats/containers-table.ts");
		const loaded = createContainersTable({ extensionUri: context.extensionUri, docker, memory: context.workspaceState, log });
		context.subscriptions.push(loaded);
		return loaded;
	}

	async function loadExplorer(id: string, view: vscode.TreeView<Node>, changed: Changed): Promise<Explorer> {
		const { createExplorer } = await import("./explorer/load.ts");
		return createExplorer(id, { view, changed, connect: docker, findProjects: workspaceProjects, ends, remembered: context.workspaceState });
	}

	async function loadProjects(): Promise<WorkspaceProjects> {
		const { findWorkspaceProjects } = await import("./compose/workspace-projects.ts");
		const loaded = findWorkspaceProjects(language, log);
		context.subscriptions.push(loaded);
		return loaded;
	}

	async function loadGraphs(): Promise<ComposeGraphs> {
		const { createComposeGraphs } = await import("./webviews/compose-graph.ts");
		const loaded = createComposeGraphs({ extensionUri: context.extensionUri, docker, language, log });
		context.subscriptions.push(loaded);
		return loaded;
	}

	async function loadLogs(): Promise<LogViews> {
		const { createLogViews } = await import("./logs/log-views.ts");
		const { extensionUri, globalState: memory, extension } = context;
		const loaded = createLogViews({ extensionUri, docker, projects: workspaceProjects, memory, extensionId: extension.id, log });
		context.subscriptions.push(loaded);
		return loaded;
	}

	async function loadForms(): Promise<RunForms> {
		const { createRunForms } = await import("./webviews/run-form.ts");
		const loaded = createRunForms({ extensionUri: context.extensionUri, docker, memory: context.workspaceState, log });
		context.subscriptions.push(loaded);
		return loaded;
	}

	async function loadDocker(): Promise<Docker> {
		const [{ connect }, { showConnection }] = await Promise.all([import("../docker/docker.ts"), import("./connection/display.ts")]);
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
