import { basename } from "node:path";
import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { ComposeGraph } from "../../server/protocol.ts";
import type { FromPage, GraphView, Pictures, ToPage } from "../../webviews/compose-graph/protocol.ts";
import type { LanguageStarter } from "../language/start.ts";
import { showPlace } from "../show-place.ts";
import { engineWhileSeen } from "./engine-while-seen.ts";
import { graphWords } from "./graph-words.ts";
import { pageOf, pageOptions } from "./page.ts";
import { serviceStates } from "./service-states.ts";
import { composeGraphView } from "./view-types.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

/** The graphs that are shown, one for each Compose file. */
export type ComposeGraphs = vscode.Disposable & {
	/** Opens the graph of the file beside it, or brings one that is open to the front. */
	show(uri: vscode.Uri): void;
	/** Fills a page that VS Code has kept. */
	restore(panel: vscode.WebviewPanel, state: unknown): void;
};

type Parts = {
	readonly extensionUri: vscode.Uri;
	readonly docker: () => Promise<Docker>;
	readonly language: LanguageStarter;
	readonly log: vscode.LogOutputChannel;
};

export function createComposeGraphs(parts: Parts): ComposeGraphs {
	const panels = new Map<string, vscode.WebviewPanel>();

	function fill(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
		const key = uri.toString();
		panels.set(key, panel);
		const filling = fillPanel(panel, uri, parts);
		panel.onDidDispose(() => {
			panels.delete(key);
			filling.dispose();
		});
	}

	return {
		show(uri) {
			const open = panels.get(uri.toString());
			if (open) return open.reveal();
			const title = vscode.l10n.t("Services of {0}", basename(uri.path));
			fill(vscode.window.createWebviewPanel(composeGraphView, title, vscode.ViewColumn.Beside, pageOptions(parts.extensionUri)), uri);
		},
		restore(panel, state) {
			const { uri } = (state ?? {}) as { readonly uri?: unknown };
			if (typeof uri !== "string") return panel.dispose();
			panel.webview.options = pageOptions(parts.extensionUri);
			fill(panel, vscode.Uri.parse(uri));
		},
		dispose: () => panels.forEach((panel) => void panel.dispose()),
	};
}

/** So long after the last change in milliseconds the graph is asked for anew. */
const pause = 200;

/** Keeps a page true: to its file as it is typed, and, while it is seen, to the containers. */
function fillPanel(panel: vscode.WebviewPanel, uri: vscode.Uri, { extensionUri, docker, language, log }: Parts): vscode.Disposable {
	const key = uri.toString();
	let known: ComposeGraph = { graph: null, problem: null, files: [key] };
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let asked = 0;
	let isReady = false;
	const words = graphWords(basename(uri.path));

	function post(): void {
		if (!isReady || !panel.visible) return;
		const { client } = engine;
		const isConnected = client?.connection.status.kind === "connected";
		const states = client && isConnected && known.graph ? serviceStates(known.graph, client.model.containers.values(), vscode.l10n.t) : null;
		const view: GraphView = { uri: key, graph: known.graph, problem: known.problem, states, words };
		void panel.webview.postMessage({ kind: "show", view } satisfies ToPage);
	}

	async function ask(): Promise<void> {
		const order = ++asked;
		try {
			const found = await (await language.start()).composeGraph(uri);
			if (!found || order !== asked) return;
			// A file that is being written is refused now and then; what was drawn stays, with the reason.
			known = { ...found, graph: found.graph ?? known.graph, files: [...new Set([key, ...found.files.map(asVsCodeHasIt)])] };
			post();
		} catch (error) {
			log.error(`Service graph: ${String(error)}`);
		}
	}

	function askSoon(): void {
		clearTimeout(waiting);
		waiting = setTimeout(() => void ask(), pause);
	}

	const engine = engineWhileSeen(panel, {
		docker,
		// Without an engine there is a graph all the same.
		update: post,
		failed: (error) => log.debug(`Service graph: ${String(error)}`),
	});
	const isOfProject = (document: vscode.Uri): boolean => known.files.includes(document.toString());
	const disposables: vscode.Disposable[] = [
		engine,
		vscode.workspace.onDidChangeTextDocument(({ document }) => isOfProject(document.uri) && askSoon()),
		vscode.workspace.onDidSaveTextDocument((document) => isOfProject(document.uri) && askSoon()),
		vscode.workspace.onDidOpenTextDocument((document) => isOfProject(document.uri) && askSoon()),
		panel.onDidChangeViewState(() => {
			if (panel.visible) void ask();
		}),
		panel.webview.onDidReceiveMessage((message: FromPage) => {
			switch (message.kind) {
				case "ready":
					isReady = true;
					return post();
				case "go":
					// Only to files of the project.
					if (known.files.includes(asVsCodeHasIt(message.at.uri))) void showPlace(message.at, vscode.ViewColumn.Beside);
					return;
				case "take":
					return void take(message.to, message.pictures, uri);
			}
		}),
	];
	panel.webview.html = pageOf(panel.webview, extensionUri, "compose-graph-page");
	void ask();
	return {
		dispose() {
			clearTimeout(waiting);
			vscode.Disposable.from(...disposables).dispose();
		},
	};
}

const asVsCodeHasIt = (uri: string): string => vscode.Uri.parse(uri).toString();

const formats = [
	{ label: "SVG", extension: "svg", name: "svg" },
	{ label: "Mermaid", extension: "mmd", name: "mermaid" },
	{ label: "DOT", extension: "dot", name: "dot" },
] as const;

async function take(to: "file" | "clipboard", pictures: Pictures, uri: vscode.Uri): Promise<void> {
	const placeHolder = to === "file" ? vscode.l10n.t("Format to save the graph in") : vscode.l10n.t("Format to copy the graph in");
	const format = await showQuickPick(formats, { placeHolder });
	if (!format) return;
	const text = pictures[format.name];
	if (to === "clipboard") {
		await vscode.env.clipboard.writeText(text);
		void showInformationMessage(vscode.l10n.t("The graph is in the clipboard, as {0}.", format.label));
		return;
	}
	const name = `${basename(uri.path).replace(/\.ya?ml$/, "")}.${format.extension}`;
	const folder = uri.scheme === "untitled" ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, "..");
	const target = await vscode.window.showSaveDialog({
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
		filters: { [format.label]: [format.extension] },
	});
	if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
