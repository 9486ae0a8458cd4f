import * as vscode from "vscode";
import type { LogTail } from "../../docker/actions/logs.ts";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { Container } from "../../docker/resources/container.ts";
import { explain } from "../commands/explain.ts";
import { isBad, markText } from "./log-marks.ts";
import { makeLogWriter, shortTime } from "./log-writer.ts";

/** So many lines from before are shown at first. */
const firstTail = 1_000;
/** Output arrives in many small pieces; the terminal is given what came within this time, in milliseconds. */
const gathering = 16;
/** Clears the screen and what was scrolled away. */
const clearAll = "\x1b[2J\x1b[3J\x1b[H";

/** One container's log in a terminal, until it is closed: across restarts and replacements of the container. */
export type LogTerminal = {
	readonly terminal: vscode.Terminal;
	/** The container that is followed now, under the id that it has by now. */
	readonly container: () => Container;
	showAllLines(): void;
	toggleTimes(): void;
	/** Begins anew with this container, which has taken the place of the one that was followed. */
	follow(container: Container): void;
};

const open = new Set<LogTerminal>();

/** The terminal with the log of this container, or of the one that it has replaced; a new one where there is none. */
export function openLog(docker: Docker, container: Container): LogTerminal {
	const found = [...open].find((log) => isSame(log.container(), container, docker));
	if (!found) return createLog(docker, container);
	// It may have come and gone unseen.
	if (found.container().id !== container.id) found.follow(container);
	return found;
}

/** The log that is in front, if one is. */
export const activeLog = (): LogTerminal | undefined => [...open].find(({ terminal }) => terminal === vscode.window.activeTerminal);

function isSame(followed: Container, asked: Container, { model }: Docker): boolean {
	if (followed.id === asked.id) return true;
	// Two containers that are both there are two.
	if (model.containers.has(followed.id)) return false;
	return followed.name === asked.name || Boolean(asked.service && followed.project === asked.project && followed.service === asked.service);
}

function createLog(docker: Docker, first: Container): LogTerminal {
	const { t } = vscode.l10n;
	const written = new vscode.EventEmitter<string>();
	const links = { all: t("[All Lines]"), times: t("[Timestamps]"), save: t("[Save…]") };
	let container = first;
	let tail: LogTail = firstTail;
	let hasTimes = false;
	let following = new AbortController();
	let waiting = "";
	let timer: NodeJS.Timeout | undefined;
	const flush = (): void => {
		timer = undefined;
		written.fire(waiting);
		waiting = "";
	};
	const write = (text: string): void => {
		waiting += text;
		timer ??= setTimeout(flush, gathering);
	};
	const note = (text: string, colour: "dim" | "red" = "dim"): void => write(`\x1b[0;${colour === "red" ? 31 : 2}m── ${plainText(text, 2_000)} ──\x1b[0m\r\n`);
	const start = (): void => {
		following.abort();
		following = new AbortController();
		const { signal } = following;
		const writer = makeLogWriter({ hasTimes, lineEnd: "\r\n", formatTime: (time) => `\x1b[0;2m${shortTime(time)}\x1b[0m` });
		const begin = tail === "all" ? t("{0}, all lines", container.name) : t("{0}, from the last {1} lines on", container.name, tail.toLocaleString());
		note([begin, ...(tail === "all" ? [] : [links.all]), links.times, links.save].join("  "));
		const unlessOver = (text: () => void): void => {
			if (!signal.aborted) text();
		};
		docker.containers
			.followLogs(
				container,
				{
					output: (stream, text, time) => unlessOver(() => write(writer.write(stream, text, time))),
					mark: (mark) =>
						unlessOver(() => {
							if (mark.kind === "replaced") container = docker.model.containers.get(mark.id) ?? container;
							write("\r\n");
							note(markText(mark, container.name, writer.lastLine(), explain, t), isBad(mark) ? "red" : "dim");
						}),
				},
				tail,
				signal,
			)
			.catch((error: unknown) => unlessOver(() => write(`\r\n${explain(error)}\r\n`)));
	};
	const startAnew = (): void => {
		clearTimeout(timer);
		[timer, waiting] = [undefined, ""];
		written.fire(clearAll);
		start();
	};
	const pty: vscode.Pseudoterminal = {
		onDidWrite: written.event,
		open: start,
		close() {
			following.abort();
			clearTimeout(timer);
			linking.dispose();
			open.delete(log);
			tellIfOpen();
		},
	};
	const terminal = vscode.window.createTerminal({ name: t("Logs: {0}", first.name), pty, iconPath: new vscode.ThemeIcon("output"), isTransient: true });
	const log: LogTerminal = {
		terminal,
		container: () => docker.model.containers.get(container.id) ?? container,
		showAllLines() {
			tail = "all";
			startAnew();
		},
		toggleTimes() {
			hasTimes = !hasTimes;
			startAnew();
		},
		follow(other) {
			container = other;
			startAnew();
		},
	};
	const actions = new Map<string, () => void>([
		[links.all, log.showAllLines],
		[links.times, log.toggleTimes],
		[links.save, () => void vscode.commands.executeCommand("hullwright.container.saveLogs", log.container().id)],
	]);
	const linking = linkify(terminal, actions);
	open.add(log);
	tellIfOpen();
	return log;
}

/** For commands that are about a log. */
function tellIfOpen(): void {
	void vscode.commands.executeCommand("setContext", "hullwright.logs.isOpen", open.size > 0);
}

/** Makes these words clickable in the lines that are ours, and in no output of a container. */
function linkify(terminal: vscode.Terminal, actions: ReadonlyMap<string, () => void>): vscode.Disposable {
	return vscode.window.registerTerminalLinkProvider({
		provideTerminalLinks({ line, terminal: shown }) {
			if (shown !== terminal || !line.startsWith("── ")) return [];
			return [...actions.keys()].flatMap((text) => {
				const startIndex = line.indexOf(text);
				return startIndex < 0 ? [] : [{ startIndex, length: text.length, tooltip: text.slice(1, -1) }];
			});
		},
		handleTerminalLink: ({ tooltip }) => actions.get(`[${tooltip}]`)?.(),
	});
}
