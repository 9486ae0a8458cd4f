import * as vscode from "vscode";
import type { WorkspaceProject } from "../explorer/kind.ts";
import type { LanguageStarter } from "../language/start.ts";

/** The Compose projects of the workspace's files, as far as they are known by now. */
export type WorkspaceProjects = vscode.Disposable & {
	readonly current: readonly WorkspaceProject[];
	/** So many Compose files are looked at, where there are more. */
	readonly cutAt: number | undefined;
	readonly onDidChange: vscode.Event<void>;
};

/** Without empty alternatives, for what searches on the disk knows none. */
const pattern = "**/{compose,compose.*,compose-*,docker-compose,docker-compose.*,docker-compose-*}.{yaml,yml}";
/** More Compose files than this nobody has in view; the rest is found by opening them. That there are more is said. */
const mostFiles = 100;
/** So long after the last change in milliseconds files are looked at anew. */
const pause = 500;

/** Looks for Compose files, and again whenever one of them is stored, comes or goes. */
export function findWorkspaceProjects(language: LanguageStarter, log: vscode.LogOutputChannel): WorkspaceProjects {
	const changed = new vscode.EventEmitter<void>();
	const watcher = vscode.workspace.createFileSystemWatcher(pattern);
	let current: readonly WorkspaceProject[] = [];
	let isCut = false;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let order = 0;

	async function look(): Promise<void> {
		const own = ++order;
		try {
			const uris = await vscode.workspace.findFiles(pattern, "**/{node_modules,vendor,.git}/**", mostFiles + 1);
			// Without such a file the language server is not needed for this.
			const found = uris.length > 0 ? await projectsOf(uris.slice(0, mostFiles), language) : [];
			if (own !== order) return;
			const isSame = isCut === uris.length > mostFiles && JSON.stringify(found) === JSON.stringify(current);
			[current, isCut] = [found, uris.length > mostFiles];
			if (!isSame) changed.fire();
		} catch (error) {
			log.error(`Compose files of the workspace: ${String(error)}`);
		}
	}

	function lookSoon(): void {
		clearTimeout(waiting);
		waiting = setTimeout(() => void look(), pause);
	}

	void look();
	const disposables = [
		changed,
		watcher,
		watcher.onDidCreate(lookSoon),
		watcher.onDidChange(lookSoon),
		watcher.onDidDelete(lookSoon),
		{ dispose: () => clearTimeout(waiting) },
	];
	return {
		get current() {
			return current;
		},
		get cutAt() {
			return isCut ? mostFiles : undefined;
		},
		onDidChange: changed.event,
		dispose: () => vscode.Disposable.from(...disposables).dispose(),
	};
}

/** Files that are merged are one project, whichever of them is asked about. */
async function projectsOf(uris: readonly vscode.Uri[], language: LanguageStarter): Promise<readonly WorkspaceProject[]> {
	const started = await language.start();
	const projects = new Map<string, Map<string, WorkspaceProject["services"][number]>>();
	for (const uri of uris.toSorted((one, other) => (one.toString() < other.toString() ? -1 : 1))) {
		const graph = (await started.composeGraph(uri))?.graph;
		if (!graph || graph.name === "") continue;
		const services = projects.get(graph.name) ?? new Map<string, WorkspaceProject["services"][number]>();
		projects.set(graph.name, services);
		for (const { name, at, profiles, isUnattached } of graph.services)
			if (at && !services.has(name)) services.set(name, { name, at, profiles, ...(isUnattached && { isUnattached }) });
	}
	return [...projects].map(([name, services]) => ({ name, services: [...services.values()] }));
}
