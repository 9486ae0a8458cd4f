import * as vscode from "vscode";
import type { EventSubject, ToldEvent } from "../../docker/actions/events.ts";
import type { Docker } from "../../docker/docker.ts";
import { explain } from "../commands/explain.ts";
import { createScreen, linkify } from "../terminals/screen.ts";
import { type EventKind, eventKinds, eventLine, kindOf, nameOfKind } from "./event-text.ts";
import { showQuickPick } from "../window.ts";

/** So many events are kept while it is open, to be shown again when others are wanted. */
const mostKept = 5_000;
/** Events as they happen, in a terminal, until it is closed. */
export type EventTerminal = { readonly terminal: vscode.Terminal; chooseKinds(): Promise<void> };

const open = new Map<string, EventTerminal>();

/** The terminal with these events; a new one where there is none. */
export function openEventTerminal(docker: Docker, subject: EventSubject, title: string): EventTerminal {
	return open.get(JSON.stringify(subject)) ?? createEventTerminal(docker, subject, title);
}

/** The events that are in front, if some are. */
export const activeEventTerminal = (): EventTerminal | undefined => [...open.values()].find(({ terminal }) => terminal === vscode.window.activeTerminal);

function createEventTerminal(docker: Docker, subject: EventSubject, title: string): EventTerminal {
	const { t } = vscode.l10n;
	const screen = createScreen();
	const { write, note } = screen;
	const ending = new AbortController();
	const choose = t("[Choose Kinds…]");
	let kept: ToldEvent[] = [];
	let wanted: ReadonlySet<EventKind> = new Set(eventKinds.filter((kind) => kind !== "program"));
	let isLost = false;

	const begin = (): void => note(`${t("Events of {0}, from the last hour on", title)}  ${choose}`);
	const nameOf = (id: string): string | undefined => docker.model.containers.get(id)?.name;
	const show = (event: ToldEvent): void => {
		if (wanted.has(kindOf(event))) write(`${eventLine(event, nameOf)}\r\n`);
	};

	const reader = {
		take(event: ToldEvent): void {
			isLost = false;
			kept.push(event);
			if (kept.length > 2 * mostKept) kept = kept.slice(-mostKept);
			show(event);
		},
		lost(error: unknown): void {
			// Said once, however often it is tried.
			if (!isLost) note(t("{0} Events go on once there is an engine again.", explain(error)));
			isLost = true;
		},
	};
	const pty: vscode.Pseudoterminal = {
		onDidWrite: screen.onDidWrite,
		open() {
			begin();
			void docker.events.follow(subject, reader, ending.signal).catch((error: unknown) => note(explain(error)));
		},
		close() {
			ending.abort();
			screen.dispose();
			linking.dispose();
			open.delete(JSON.stringify(subject));
			tellIfOpen();
		},
	};
	const terminal = vscode.window.createTerminal({ name: t("Events: {0}", title), pty, iconPath: new vscode.ThemeIcon("pulse"), isTransient: true });
	const shown: EventTerminal = {
		terminal,
		async chooseKinds() {
			const items = eventKinds.map((kind) => ({ label: nameOfKind(kind, t), kind: vscode.QuickPickItemKind.Default, of: kind, picked: wanted.has(kind) }));
			const chosen = await showQuickPick(items, { canPickMany: true, placeHolder: t("Kinds of events to show") });
			if (!chosen) return;
			wanted = new Set(chosen.map(({ of }) => of));
			screen.clear();
			begin();
			for (const event of kept.slice(-mostKept)) show(event);
		},
	};
	const linking = linkify(terminal, new Map([[choose, () => void shown.chooseKinds()]]));
	open.set(JSON.stringify(subject), shown);
	tellIfOpen();
	return shown;
}

/** For the command that is about one. */
function tellIfOpen(): void {
	void vscode.commands.executeCommand("setContext", "hullwright.events.isOpen", open.size > 0);
}
