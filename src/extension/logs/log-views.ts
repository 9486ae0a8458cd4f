import * as vscode from "vscode";
import type { LogSpan, LogSubject } from "../../webviews/logs/protocol.ts";
import { pageOf, pageOptions } from "../webviews/page.ts";
import { logView } from "../webviews/view-types.ts";
import { readLink, toSubject } from "./log-link.ts";
import { fillLogPage, type LogPage, type LogPageParts } from "./log-page.ts";
import { isSameLog, titleOf } from "./log-sources.ts";
import { activeLogTerminal, hasLogTerminals, openLogTerminal } from "./log-terminal.ts";
import { showInformationMessage } from "../window.ts";

/** A log that is in front, in an editor or in a terminal. */
export type ActiveLog = { showAllLines(): void; toggleTimes(): void };

/** The logs that are shown. */
export type LogViews = vscode.Disposable & {
	/** Where the user wants logs to be shown. */
	show(subject: LogSubject): Promise<void>;
	showInTerminal(subject: LogSubject): Promise<void>;
	active(): ActiveLog | undefined;
	/** Fills a page that VS Code has kept. */
	restore(panel: vscode.WebviewPanel, state: unknown): void;
	/** Shows the line that a link leads to. */
	open(link: vscode.Uri): void;
};

type Parts = Omit<LogPageParts, "openTerminal"> & { readonly extensionUri: vscode.Uri };

/** How long before a line a log begins that is opened for it, in milliseconds. */
const before = 60_000;

export function createLogViews(parts: Parts): LogViews {
	const pages = new Map<vscode.WebviewPanel, LogPage>();

	function fill(panel: vscode.WebviewPanel, subject: LogSubject, span: LogSpan): LogPage {
		const page = fillLogPage(panel, subject, span, { ...parts, openTerminal: (of) => void showInTerminal(of) });
		pages.set(panel, page);
		tellIfOpen();
		panel.onDidDispose(() => {
			pages.delete(panel);
			page.dispose();
			tellIfOpen();
		});
		panel.webview.html = pageOf(panel.webview, parts.extensionUri, "logs-page");
		return page;
	}

	function showPage(subject: LogSubject, span: LogSpan): LogPage {
		const [panel, page] = [...pages].find(([, open]) => isSameLog(open, subject)) ?? [];
		if (panel && page) {
			panel.reveal();
			return page;
		}
		const title = vscode.l10n.t("Logs: {0}", titleOf(subject));
		// What is written while another tab is in front is not to be missed.
		const options = { ...pageOptions(parts.extensionUri), retainContextWhenHidden: true };
		return fill(vscode.window.createWebviewPanel(logView, title, vscode.ViewColumn.Active, options), subject, span);
	}

	async function showInTerminal(subject: LogSubject): Promise<void> {
		openLogTerminal(await parts.docker(), subject, tellIfOpen).terminal.show();
	}

	/** For commands that are about a log. */
	function tellIfOpen(): void {
		void vscode.commands.executeCommand("setContext", "hullwright.logs.isOpen", pages.size > 0 || hasLogTerminals());
	}

	return {
		async show(subject) {
			const settings = vscode.workspace.getConfiguration("hullwright.logs");
			if (settings.get("openIn") === "terminal") await showInTerminal(subject);
			else showPage(subject, { tail: settings.get("tail", 1_000), since: null });
		},
		showInTerminal,
		active() {
			const page = [...pages].find(([panel]) => panel.active)?.[1];
			return page ? { showAllLines: page.showAllLines, toggleTimes: () => page.post({ kind: "act", action: "times" }) } : activeLogTerminal();
		},
		restore(panel, state) {
			const { subject, span } = (state ?? {}) as { readonly subject?: unknown; readonly span?: Partial<LogSpan> };
			const known = toSubject(subject);
			if (!known) return panel.dispose();
			panel.webview.options = pageOptions(parts.extensionUri);
			fill(panel, known, {
				tail: typeof span?.tail === "number" || span?.tail === "all" ? span.tail : 1_000,
				since: typeof span?.since === "string" ? span.since : null,
			});
		},
		open(uri) {
			const link = readLink(uri);
			if (!link) {
				void showInformationMessage(vscode.l10n.t("The link leads to no line of a log."));
				return;
			}
			const since = new Date(Date.parse(link.line.time) - before).toISOString();
			showPage(link.subject, { tail: "all", since }).reveal(link.line);
		},
		dispose: () => [...pages.keys()].forEach((panel) => void panel.dispose()),
	};
}
