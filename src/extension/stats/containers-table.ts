import * as vscode from "vscode";
import type { Runs } from "../../docker/actions/look.ts";
import type { Docker } from "../../docker/docker.ts";
import type { Container } from "../../docker/resources/container.ts";
import { ownLimit } from "../../engine/stats/numbers.ts";
import type { Statistics } from "../../engine/stats/statistics.ts";
import { toArrangement } from "../../engine/stats/table.ts";
import type { FromPage, PageRow, TableView, ToPage } from "../../webviews/table/protocol.ts";
import { activityOf, healthText, iconOf, stateText } from "../explorer/container-state.ts";
import { portText } from "../explorer/ports.ts";
import { engineWhileSeen } from "../webviews/engine-while-seen.ts";
import { pageOf, pageOptions } from "../webviews/page.ts";
import { tableView } from "../webviews/view-types.ts";
import { SeenNumbers } from "./seen-numbers.ts";
import { columnTitles, tableWords } from "./table-words.ts";

/** The table of all containers, of which there is one. */
export type ContainersTable = vscode.Disposable & {
	show(): void;
	/** Fills a page that VS Code has kept. */
	restore(panel: vscode.WebviewPanel): void;
};

type Parts = {
	readonly extensionUri: vscode.Uri;
	readonly docker: () => Promise<Docker>;
	readonly memory: vscode.Memento;
	readonly log: vscode.LogOutputChannel;
};

const memoryKey = "hullwright.table";

export function createContainersTable(parts: Parts): ContainersTable {
	let panel: vscode.WebviewPanel | undefined;
	const fill = (made: vscode.WebviewPanel): void => {
		panel = made;
		const filling = fillPanel(made, parts);
		made.onDidDispose(() => {
			filling.dispose();
			if (panel === made) panel = undefined;
		});
	};
	return {
		show() {
			if (panel) panel.reveal();
			else fill(vscode.window.createWebviewPanel(tableView, vscode.l10n.t("Containers in a Table"), vscode.ViewColumn.Active, pageOptions(parts.extensionUri)));
		},
		restore(kept) {
			kept.webview.options = pageOptions(parts.extensionUri);
			fill(kept);
		},
		dispose: () => panel?.dispose(),
	};
}

/** So often numbers are written anew, in milliseconds. States are as soon as they change. */
const interval = 2_000;
/** So many containers are asked at once for what no list tells. */
const most = 6;

/** Keeps the page true while it is seen; while nobody sees it nothing is asked of the engine. */
function fillPanel(panel: vscode.WebviewPanel, { extensionUri, docker, memory, log }: Parts): vscode.Disposable {
	const seen = new SeenNumbers(() => isSeen());
	const numbers = new Map<string, Statistics>();
	const runs = new Map<string, Runs>();
	/** Of whom it is to be asked how often they were restarted, and since when they run. */
	const unasked = new Set<string>();
	let asking = 0;
	/** What the page has, by ids. */
	let sent = new Map<string, string>();
	let isFresh = true;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isReady = false;
	let shownView = "";
	const post = (message: ToPage): void => void (isReady && isSeen() && panel.webview.postMessage(message));

	function update(): void {
		const { client } = engine;
		if (!client || !isSeen()) return;
		const containers = [...client.model.containers.values()];
		follow(client, containers);
		for (const { id } of containers) if (!runs.has(id)) unasked.add(id);
		for (const id of runs.keys()) if (!client.model.containers.has(id)) runs.delete(id);
		ask();
		sendSoon(0);
	}

	function follow({ live }: Docker, containers: readonly Container[]): void {
		const running = containers.flatMap(({ id, state }) => (state === "running" || state === "paused" ? [id] : []));
		seen.show(live, running, (id, { of }) => {
			const isFirst = !numbers.has(id);
			numbers.set(id, of);
			sendSoon(isFirst ? 300 : interval);
		});
		for (const id of numbers.keys()) if (!seen.has(id)) numbers.delete(id);
	}

	function ask(): void {
		const { client } = engine;
		for (const id of unasked) {
			if (asking >= most || !client || !isSeen()) return;
			unasked.delete(id);
			asking += 1;
			void client.containers
				.runs(id)
				.then((found) => runs.set(id, found))
				// It has gone meanwhile.
				.catch(() => {})
				.finally(() => {
					asking -= 1;
					sendSoon(200);
					ask();
				});
		}
	}

	let due = Number.POSITIVE_INFINITY;
	function sendSoon(milliseconds: number): void {
		const at = Date.now() + milliseconds;
		if (at >= due) return;
		due = at;
		clearTimeout(timer);
		timer = setTimeout(send, milliseconds);
	}

	/** What has changed since the page has heard of it. */
	function send(): void {
		due = Number.POSITIVE_INFINITY;
		const { client } = engine;
		if (!client || !isReady || !isSeen()) return;
		sendView(client);
		const rows = [...client.model.containers.values()].map((container) => rowOf(container));
		const now = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
		const changed = rows.filter(({ id }) => isFresh || now.get(id) !== sent.get(id));
		const gone = [...sent.keys()].filter((id) => !now.has(id));
		if (isFresh || changed.length > 0 || gone.length > 0) post({ kind: "rows", rows: changed, gone, isAll: isFresh });
		sent = now;
		isFresh = false;
	}

	function sendView({ connection }: Docker): void {
		const view: TableView = {
			arrangement: toArrangement(memory.get(memoryKey)),
			trouble: connection.status.kind === "away" ? vscode.l10n.t("No engine is connected, so there are no numbers now.") : "",
			titles: columnTitles(),
			words: tableWords(),
		};
		const text = JSON.stringify(view);
		if (text === shownView) return;
		shownView = text;
		post({ kind: "show", view });
	}

	function rowOf(container: Container): PageRow {
		const { t } = vscode.l10n;
		const { id, name, project, health, image, createdAt } = container;
		const of = numbers.get(id);
		const run = runs.get(id);
		const runsNow = container.state === "running" || container.state === "paused";
		const status = engine.client?.connection.status;
		return {
			id,
			name,
			project: project ?? null,
			state: stateText(withoutHealth(container), t),
			health: health ? healthText(health, t) : "",
			colour: iconOf(container).colour ?? "stopped",
			activity: activityOf(container),
			cpu: of?.cpu === undefined || of.cpu === null ? null : Math.round(of.cpu * 10_000) / 100,
			memory: of?.memory ?? null,
			memoryLimit: of && status?.kind === "connected" ? ownLimit(of, status.machine?.memory ?? 0) : 0,
			received: of?.received ?? null,
			sent: of?.sent ?? null,
			read: of?.read ?? null,
			written: of?.written ?? null,
			restarts: run?.restarts ?? null,
			startedAt: runsNow ? (run?.startedAt ?? null) : null,
			createdAt: createdAt === undefined ? null : createdAt * 1000,
			ports: container.ports
				.filter(({ host }) => host)
				.map(portText)
				.join(" "),
			image,
		};
	}

	const engine = engineWhileSeen(panel, {
		docker,
		update,
		hidden() {
			// The page is gone, too: VS Code keeps none that is hidden.
			isReady = false;
			clearTimeout(timer);
			due = Number.POSITIVE_INFINITY;
			seen.hide();
			numbers.clear();
			// What happens meanwhile is not heard.
			runs.clear();
			unasked.clear();
		},
		connected: ({ onEvent }) => [
			new vscode.Disposable(onEvent(({ type, action, id }) => void (type === "container" && ["start", "die", "restart"].includes(action) && runs.delete(id)))),
		],
		failed: (error) => log.debug(`Table of containers: ${String(error)}`),
	});
	const { isSeen } = engine;
	const listening = panel.webview.onDidReceiveMessage((message: FromPage) => {
		switch (message.kind) {
			case "ready":
				isReady = true;
				isFresh = true;
				shownView = "";
				return sendSoon(0);
			case "arranged":
				return void memory.update(memoryKey, toArrangement(message.arrangement));
			case "open":
				return void vscode.commands.executeCommand("hullwright.container.logs", message.id);
			case "copy":
				return void vscode.env.clipboard.writeText(message.text);
		}
	});
	panel.webview.html = pageOf(panel.webview, extensionUri, "table-page");
	return vscode.Disposable.from(engine, listening);
}

/** It has a column of its own. */
const withoutHealth = ({ health: _health, ...container }: Container): Container => container;
