import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { RunningContainer } from "../../engine/compose/running/compare.ts";
import type { DescribedContainer, DescribedImage } from "../../engine/compose/running/described.ts";
import type { ComposeComparison, ComposeComparisonQuestion, ComposeGraph } from "../../server/protocol.ts";
import { Pace } from "../explorer/pace.ts";
import { composeFiles } from "../language/document-selector.ts";
import { serviceStates } from "../webviews/service-states.ts";

type Parts = {
	readonly docker: () => Promise<Docker>;
	readonly log: vscode.LogOutputChannel;
	graph(uri: vscode.Uri): Promise<ComposeGraph | null>;
	compare(question: ComposeComparisonQuestion): Promise<ComposeComparison | null>;
};

const section = "hullwright.compose.liveStates";
/** An engine is asked only for a workspace that the user trusts. */
const isWanted = (document: vscode.TextDocument): boolean =>
	vscode.workspace.isTrusted &&
	composeFiles.some((selector) => vscode.languages.match(selector, document) > 0) &&
	vscode.workspace.getConfiguration(undefined, document).get(section) !== false;

/** So long after the last change in milliseconds it is looked at anew. */
const pause = 300;

/**
 * Says at each service of the Compose files in view how its containers are and in what they differ from the file.
 * Nothing is asked of the engine while none is in view.
 */
export function showComposeStates({ docker, log, graph, compare }: Parts): vscode.Disposable {
	const mark = vscode.window.createTextEditorDecorationType({
		after: { margin: "0 0 0 2em", color: new vscode.ThemeColor("editorCodeLens.foreground") },
		rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
	});
	const described = new Map<string, Promise<Described>>();
	const pace = new Pace(() => showAll());
	let client: Docker | undefined;
	let release: (() => void) | undefined;
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const disposables: vscode.Disposable[] = [
		mark,
		pace,
		{ dispose: () => clearTimeout(waiting) },
		{ dispose: () => release?.() },
		vscode.window.onDidChangeVisibleTextEditors(showAll),
		vscode.workspace.onDidChangeTextDocument(({ document }) => {
			if (!isWanted(document)) return;
			clearTimeout(waiting);
			waiting = setTimeout(showAll, pause);
		}),
		vscode.workspace.onDidSaveTextDocument(showAll),
		vscode.workspace.onDidGrantWorkspaceTrust(showAll),
		vscode.workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(section)) showAll();
		}),
	];

	function showAll(): void {
		const editors = vscode.window.visibleTextEditors.filter(({ document }) => isWanted(document));
		for (const { document } of vscode.window.visibleTextEditors) if (!isWanted(document)) forget(document.uri);
		if (editors.length === 0) {
			release?.();
			release = undefined;
		} else void follow(editors);
	}

	function forget(uri: vscode.Uri): void {
		for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.toString() === uri.toString()) editor.setDecorations(mark, []);
	}

	async function follow(editors: readonly vscode.TextEditor[]): Promise<void> {
		try {
			client ??= listenTo(await docker());
			release ??= client.connection.hold();
			await Promise.all([client.settled("containers"), client.settled("images")]);
			const uris = new Map(editors.map(({ document }) => [document.uri.toString(), document]));
			for (const document of uris.values()) await show(document, client);
		} catch (error) {
			// Without an engine nothing is said, and the file is as good as before.
			log.debug(`States of services: ${String(error)}`);
		}
	}

	function listenTo(loaded: Docker): Docker {
		const stop = loaded.onChange((change) => {
			if (change.of === "containers") {
				for (const id of change.ids) {
					described.delete(id);
					pace.request(id);
				}
			} else if (change.of === "images" || change.of === "connection") {
				// A build that finds all in its cache makes no image anew, and says only of the one that there is when it was named last.
				described.clear();
				pace.request(change.of);
			}
		});
		disposables.push(new vscode.Disposable(stop));
		return loaded;
	}

	async function show(document: vscode.TextDocument, engine: Docker): Promise<void> {
		const { uri, version } = document;
		const known = engine.connection.status.kind === "connected" ? await graph(uri) : null;
		if (!known?.graph) return engine.connection.status.kind === "connected" ? undefined : forget(uri);
		const { name, services } = known.graph;
		const running = await describeAll(engine, name);
		const comparison = await compare({ uri: uri.toString(), running });
		// After a change it is asked for again.
		if (document.version !== version || document.isClosed) return;
		// Of a project that nobody has started there is nothing to say at each of its services.
		const states = running.length > 0 ? serviceStates(known.graph, engine.model.containers.values(), vscode.l10n.t) : {};
		const marks = services.flatMap((service): readonly vscode.DecorationOptions[] => {
			const state = states[service.name];
			if (!service.at || vscode.Uri.parse(service.at.uri).toString() !== uri.toString() || !state) return [];
			return [markOf(document, service.at.range.start, state.text, state.colour === "failed", comparison?.differences[service.name] ?? [])];
		});
		for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) editor.setDecorations(mark, marks);
	}

	async function describeAll(engine: Docker, project: string): Promise<readonly RunningContainer[]> {
		const containers = [...engine.model.containers.values()].filter((each) => each.project === project && each.service !== undefined && !each.transition);
		const all = await Promise.all(
			containers.map(async ({ id, service = "" }) => {
				const pending = described.get(id) ?? describe(engine, id);
				described.set(id, pending);
				const { container, image } = await pending;
				const tagged = tagIn(engine, container.Config?.Image);
				return { service, container, ...(image && { image }), ...(tagged !== undefined && { tagged }) };
			}),
		).catch(() => []);
		return all;
	}

	showAll();
	return { dispose: () => vscode.Disposable.from(...disposables).dispose() };
}

type Described = { readonly container: DescribedContainer; readonly image: DescribedImage | undefined };

/** What a container was made with never changes while it is there; its networks do, and are told of by events. */
async function describe(engine: Docker, id: string): Promise<Described> {
	const container = (await engine.containers.settings(id)) as DescribedContainer;
	const image = container.Image ? ((await engine.images.settings(container.Image).catch(() => undefined)) as DescribedImage | undefined) : undefined;
	return { container, image };
}

/** The image that has the name by now. */
function tagIn(engine: Docker, name: string | undefined): string | undefined {
	if (!name || name.startsWith("sha256:")) return undefined;
	const full = name.includes("@") || /:[^/]*$/.test(name) ? name : `${name}:latest`;
	return [...engine.model.images.values()].find(({ tags }) => tags.includes(full))?.id;
}

function markOf(
	document: vscode.TextDocument,
	at: { readonly line: number; readonly character: number },
	state: string,
	isFailed: boolean,
	differences: readonly { readonly key: string; readonly text: string; readonly needsBuild?: true }[],
): vscode.DecorationOptions {
	const { t } = vscode.l10n;
	const keys = [...new Set(differences.map(({ key }) => key))];
	const badge = keys.length > 0 ? ` · ${t("differs from the file: {0}", keys.join(", "))}` : "";
	const hover = new vscode.MarkdownString();
	hover.appendText(state);
	if (differences.length > 0) {
		hover.appendText(`\n\n${t("The container is not as the file says:")}\n\n`);
		for (const { text } of differences) hover.appendMarkdown("- ").appendText(`${plainText(text, 400)}\n`);
		const needsBuild = differences.some((each) => each.needsBuild);
		hover.appendText(`\n${needsBuild ? t("“docker compose up --build” builds its image and makes it anew.") : t("“docker compose up” makes it anew.")}`);
	}
	const end = document.lineAt(at.line).range.end;
	return {
		range: new vscode.Range(at.line, Math.min(at.character, end.character), end.line, end.character),
		hoverMessage: hover,
		renderOptions: {
			after: { contentText: `● ${plainText(state, 60)}${badge}`, ...(isFailed && { color: new vscode.ThemeColor("hullwright.failedForeground") }) },
		},
	};
}
