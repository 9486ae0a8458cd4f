import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Merged } from "../../docker/logs/merge.ts";
import type { FromPage, LogMark, LogPreferences, LogSource, LogSpan, LogSubject, LogView, LinePlace, RawLine, ToPage } from "../../webviews/logs/protocol.ts";
import type { WorkspaceProjects } from "../compose/workspace-projects.ts";
import { explain } from "../commands/explain.ts";
import { stateText } from "../explorer/container-state.ts";
import { openFileOfLine } from "./log-files.ts";
import { linkTo } from "./log-link.ts";
import { isBad, markText } from "./log-marks.ts";
import { startLogSession, type LogSession } from "./log-session.ts";
import { titleOf, type Source } from "./log-sources.ts";
import { logWords } from "./log-words.ts";
import { saveLogs, saveText } from "./save-logs.ts";
import { setStatusBarMessage, showErrorMessage } from "../window.ts";

/** A panel with a log in it. */
export type LogPage = {
	readonly subject: LogSubject;
	readonly sources: () => readonly Source[];
	post(message: ToPage): void;
	showAllLines(): void;
	/** Shows the line once it has come. */
	reveal(line: LinePlace): void;
	dispose(): void;
};

export type LogPageParts = {
	readonly docker: () => Promise<Docker>;
	readonly projects: () => Promise<WorkspaceProjects>;
	/** How the user wants logs to be shown. */
	readonly memory: vscode.Memento;
	readonly extensionId: string;
	readonly openTerminal: (subject: LogSubject) => void;
	readonly log: vscode.LogOutputChannel;
};

/** So many characters are sent in one message at most, but for a single line, and so many messages before the page has taken the first. */
const largest = 256 * 1024;
const ahead = 3;
const preferencesKey = "hullwright.logs.preferences";

/** Keeps the page of a panel true until it is closed. Nothing is read of a log before its page listens, nor more than it takes. */
export function fillLogPage(panel: vscode.WebviewPanel, subject: LogSubject, firstSpan: LogSpan, parts: LogPageParts): LogPage {
	const { t } = vscode.l10n;
	const title = titleOf(subject);
	const words = logWords();
	let span = firstSpan;
	let docker: Docker | undefined;
	let session: LogSession | undefined;
	let projects: WorkspaceProjects | undefined;
	let trouble = "";
	/** Those whose lines the page wants; until it says so, those that are not muted at first. */
	let wanted: ReadonlySet<string> | undefined;
	let shown = "";
	let sent = 0;
	let taken = 0;
	let goOn = (): void => {};
	let isOver = false;
	let awaited: LinePlace | undefined;
	const behind = new Set<string>();
	const lastLines = new Map<Source, string>();

	const post = (message: ToPage): void => void panel.webview.postMessage(message);

	const isMutedAtFirst = ({ container: { project, service } }: Source): boolean =>
		Boolean(projects?.current.find(({ name }) => name === project)?.services.find(({ name }) => name === service)?.isUnattached);

	function toSource(source: Source): LogSource {
		const { name, project = null, service = null, state } = source.container;
		const isRunning = state === "running" || state === "paused";
		return { id: source.id, name, project, service, isMutedAtFirst: isMutedAtFirst(source), state: stateText(source.container, t), isRunning };
	}

	/** What is to be seen besides lines, where it has changed. */
	function show(): void {
		const sources = session?.sources.map(toSource) ?? [];
		const preferences = parts.memory.get<LogPreferences>(preferencesKey) ?? { times: null, wraps: null };
		const status = docker?.connection.status;
		const view: LogView = { title, subject, span, sources, preferences, trouble: status?.kind === "away" ? explain(status.error) : trouble, words };
		const text = JSON.stringify(view);
		if (text !== shown) post({ kind: "show", view });
		shown = text;
	}

	/** Sends what has come; resolves when the page has room again. */
	async function take(entries: readonly Merged<Source>[]): Promise<void> {
		let batch: (RawLine | LogMark)[] = [];
		let size = 0;
		const send = async (): Promise<void> => {
			if (batch.length === 0) return;
			sent += 1;
			post({ kind: "batch", batch: sent, entries: batch });
			[batch, size] = [[], 0];
			if (sent - taken >= ahead) await new Promise<void>((resolve) => (goOn = resolve));
		};
		for (const { source, line, mark, place } of entries) {
			if (line) {
				const { stream, time, text, run, cut } = line;
				if (text.trim() !== "") lastLines.set(source, text.slice(0, 2_000));
				batch.push({ source: source.id, stream, time, text, run, ...(cut && { cut }) });
				size += text.length + 100;
			} else {
				const text = markText(mark, source.container.name, lastLines.get(source) ?? "", explain, t);
				batch.push({ source: source.id, run: place.run, time: place.time, kind: mark.kind === "exited" ? "ended" : mark.kind, text, isBad: isBad(mark) });
			}
			if (size >= largest) await send();
			if (isOver) return;
		}
		await send();
	}

	function caughtUp({ id }: Source): void {
		behind.delete(id);
		post({ kind: "caughtUp", sources: [id] });
		if (behind.size === 0 && awaited) {
			post({ kind: "reveal", line: awaited });
			awaited = undefined;
		}
	}

	const isWanted = (source: Source): boolean => (wanted ? wanted.has(source.id) : !isMutedAtFirst(source));

	/** Begins anew, in a page that is empty. */
	async function start(): Promise<void> {
		session?.dispose();
		session = undefined;
		[sent, taken, shown] = [0, 0, ""];
		goOn();
		lastLines.clear();
		try {
			docker ??= await parts.docker();
			projects ??= await parts.projects().catch(() => undefined);
			await docker.connection.use(() => docker?.settled("containers") ?? Promise.resolve());
			trouble = "";
		} catch (error) {
			// It is followed all the same, for when the engine is there.
			trouble = explain(error);
		}
		if (isOver || !docker) return show();
		post({ kind: "clear" });
		const made = startLogSession({
			docker,
			subject,
			span: { tail: span.tail, since: span.since ?? "" },
			isWanted,
			take: (entries) => (made === session ? take(entries) : undefined),
			caughtUp: (source) => made === session && caughtUp(source),
			changed: show,
			failed: (source, error) => parts.log.error(`Log of ${source.id}: ${String(error)}`),
		});
		session = made;
		for (const source of made.sources) if (isWanted(source)) behind.add(source.id);
		show();
		if (behind.size === 0 && awaited) post({ kind: "reveal", line: awaited });
	}

	async function answer(message: FromPage): Promise<void> {
		switch (message.kind) {
			case "ready":
				return start();
			case "took":
				taken = message.batch;
				return goOn();
			case "want":
				wanted = new Set(message.sources);
				return session?.want(isWanted);
			case "reload":
				span = message.span;
				return start();
			case "openFile": {
				const source = session?.sources.find(({ id }) => id === message.source);
				if (docker) await openFileOfLine(docker, source?.container, message);
				return;
			}
			case "openUrl":
				// VS Code asks about hosts that are not trusted.
				if (/^https?:\/\//i.test(message.url) && URL.canParse(message.url)) await vscode.env.openExternal(vscode.Uri.parse(message.url, true));
				return;
			case "copy":
				return vscode.env.clipboard.writeText(message.text);
			case "copyLink":
				await vscode.env.clipboard.writeText(linkTo(subject, message.line, parts.extensionId).toString());
				setStatusBarMessage(t("The link to the line is in the clipboard."), 3_000);
				return;
			case "saveShown":
				return saveText(message.text, title);
			case "saveAll":
				if (docker && session)
					await saveLogs(
						docker,
						session.sources.map(({ container }) => container),
						title,
					);
				return;
			case "openTerminal":
				return parts.openTerminal(subject);
			case "remember":
				return parts.memory.update(preferencesKey, message.preferences);
		}
	}

	const listening = panel.webview.onDidReceiveMessage((message: FromPage) => {
		answer(message).catch((error: unknown) => void showErrorMessage(explain(error)));
	});
	return {
		subject,
		sources: () => session?.sources ?? [],
		post,
		showAllLines() {
			span = { tail: "all", since: null };
			void start();
		},
		reveal(line) {
			if (session && behind.size === 0) post({ kind: "reveal", line });
			else awaited = line;
		},
		dispose() {
			isOver = true;
			listening.dispose();
			session?.dispose();
			goOn();
		},
	};
}
