import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Container } from "../../docker/resources/container.ts";
import { csvOf } from "../../engine/stats/delimited.ts";
import { keepHistory, type Moment } from "../../engine/stats/history.ts";
import { historyRows } from "../../engine/stats/history-rows.ts";
import { ownLimit } from "../../engine/stats/numbers.ts";
import type { FromPage, StatsSubject, StatsView, ToPage } from "../../webviews/stats/protocol.ts";
import { iconOf, stateText } from "../explorer/container-state.ts";
import { compareNames } from "../explorer/kind.ts";
import { engineWhileSeen } from "../webviews/engine-while-seen.ts";
import { pageOf, pageOptions } from "../webviews/page.ts";
import { statsView } from "../webviews/view-types.ts";
import { chartWords } from "./chart-words.ts";
import { saveText } from "./save-text.ts";
import { SeenNumbers } from "./seen-numbers.ts";

/** The pages with numbers of a container or a project, one for each. */
export type StatsPages = vscode.Disposable & {
	/** Opens the page, or brings it to the front. */
	show(subject: StatsSubject): void;
	/** Fills a page that VS Code has kept. */
	restore(panel: vscode.WebviewPanel, state: unknown): void;
};

type Parts = { readonly extensionUri: vscode.Uri; readonly docker: () => Promise<Docker>; readonly log: vscode.LogOutputChannel };

export function createStatsPages(parts: Parts): StatsPages {
	const panels = new Map<string, vscode.WebviewPanel>();
	const keyOf = ({ kind, name }: StatsSubject): string => `${kind} ${name}`;

	function fill(panel: vscode.WebviewPanel, subject: StatsSubject): void {
		panels.set(keyOf(subject), panel);
		const filling = fillPanel(panel, subject, parts);
		panel.onDidDispose(() => {
			panels.delete(keyOf(subject));
			filling.dispose();
		});
	}

	return {
		show(subject) {
			const open = panels.get(keyOf(subject));
			if (open) return open.reveal();
			fill(vscode.window.createWebviewPanel(statsView, titleOf(subject), vscode.ViewColumn.Active, pageOptions(parts.extensionUri)), subject);
		},
		restore(panel, state) {
			const { subject } = (state ?? {}) as { readonly subject?: Partial<StatsSubject> };
			if (typeof subject?.name !== "string" || (subject.kind !== "container" && subject.kind !== "project")) return panel.dispose();
			panel.webview.options = pageOptions(parts.extensionUri);
			fill(panel, { kind: subject.kind, name: subject.name });
		},
		dispose: () => panels.forEach((panel) => void panel.dispose()),
	};
}

const titleOf = ({ name }: StatsSubject): string => vscode.l10n.t("Live Numbers of {0}", name);

/** So often the page hears of new moments, in milliseconds: about as often as there are some. */
const interval = 1_000;

/** Keeps a page true while it is seen. Nothing is asked of the engine for one that nobody sees: that is the gap in its lines. */
function fillPanel(panel: vscode.WebviewPanel, subject: StatsSubject, { extensionUri, docker, log }: Parts): vscode.Disposable {
	const histories = new Map<string, readonly Moment[]>();
	const seen = new SeenNumbers(() => engine.isSeen());
	/** Moments that the page has not heard of. */
	let fresh = new Map<string, Moment[]>();
	let sending: ReturnType<typeof setTimeout> | undefined;
	let isReady = false;
	let shown = "";
	const words = chartWords();
	const post = (message: ToPage): void => void (isReady && panel.visible && panel.webview.postMessage(message));

	/** A container by its name, so that what takes its place goes on in its line. */
	const membersNow = (): readonly Container[] => {
		const all = [...(engine.client?.model.containers.values() ?? [])];
		const members = all.filter(({ name, project }) => (subject.kind === "project" ? project === subject.name : name === subject.name));
		return members.sort((one, other) => compareNames(one.name, other.name));
	};

	function update(): void {
		const members = membersNow();
		follow(members);
		const view = viewOf(members);
		const text = JSON.stringify(view);
		if (text === shown || !isReady || !panel.visible) return;
		shown = text;
		post({ kind: "show", view });
	}

	function viewOf(members: readonly Container[]): StatsView {
		const status = engine.client?.connection.status;
		const machine = status?.kind === "connected" ? (status.machine?.memory ?? 0) : 0;
		const { t } = vscode.l10n;
		const runs = members.some(({ state }) => state === "running" || state === "paused");
		return {
			subject,
			title: titleOf(subject),
			members: members.map((member) => {
				const last = histories.get(member.name)?.at(-1)?.of;
				return {
					name: member.name,
					state: stateText(member, t),
					colour: iconOf(member).colour ?? "stopped",
					limit: last && machine > 0 ? ownLimit(last, machine) : 0,
				};
			}),
			trouble:
				status?.kind === "away"
					? t("No engine is connected, so there are no numbers now.")
					: status?.kind !== "connected" || runs
						? ""
						: members.length === 0
							? t("There is no container of {0} now.", subject.name)
							: t("Nothing of {0} runs, so there are no numbers now.", subject.name),
			words,
		};
	}

	function follow(members: readonly Container[]): void {
		const { client } = engine;
		if (!client) return;
		const names = new Map(members.map(({ id, name }) => [id, name]));
		const nameOf = (id: string): string => client.model.containers.get(id)?.name ?? names.get(id) ?? "";
		seen.show(
			client.live,
			names.keys(),
			(id, moment) => take(nameOf(id), moment),
			(id) => {
				const since = histories.get(nameOf(id))?.at(-1)?.at ?? 0;
				// Rows may have been followed before the page was opened.
				for (const moment of client.live.history(id)) if (moment.at > since) take(nameOf(id), moment);
			},
		);
	}

	function take(name: string, moment: Moment): void {
		const isFirst = !histories.has(name);
		histories.set(name, [...keepHistory(histories.get(name) ?? [], moment.at), moment]);
		const waiting = fresh.get(name);
		if (waiting) waiting.push(moment);
		else fresh.set(name, [moment]);
		sending ??= setTimeout(send, interval);
		// From now on its limit is known.
		if (isFirst) engine.updateNow();
	}

	function send(): void {
		clearTimeout(sending);
		sending = undefined;
		const of = [...fresh];
		fresh = new Map();
		if (of.length > 0) post({ kind: "moments", of });
	}

	const engine = engineWhileSeen(panel, {
		docker,
		update,
		hidden() {
			// The page is gone, too: VS Code keeps none that is hidden.
			isReady = false;
			clearTimeout(sending);
			sending = undefined;
			seen.hide();
		},
		failed: (error) => log.debug(`Live numbers: ${String(error)}`),
	});
	const listening = panel.webview.onDidReceiveMessage((message: FromPage) => {
		if (message.kind === "export") return void saveText(`${subject.name}.csv`, "CSV", "csv", csvOf(historyRows(histories)));
		isReady = true;
		shown = "";
		fresh = new Map([...histories].map(([name, moments]) => [name, [...moments]]));
		update();
		send();
	});
	panel.webview.html = pageOf(panel.webview, extensionUri, "stats-page");
	return vscode.Disposable.from(engine, listening);
}
