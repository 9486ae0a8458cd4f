import * as vscode from "vscode";
import type { LogSpan } from "../../docker/logs/log.ts";
import type { Docker } from "../../docker/docker.ts";
import { plainText } from "../../docker/plain-text.ts";
import type { LogSubject } from "../../webviews/logs/protocol.ts";
import { explain } from "../commands/explain.ts";
import { createScreen, linkify } from "../terminals/screen.ts";
import { isBad, markText } from "./log-marks.ts";
import { startLogSession, type LogSession } from "./log-session.ts";
import { isSameLog, titleOf, type Source } from "./log-sources.ts";
import { saveLogs } from "./save-logs.ts";
import { makeLogWriter, shortTime, type LogWriter } from "./log-writer.ts";
import { showErrorMessage } from "../window.ts";

/** So many lines from before are shown at first, of each container. */
const firstTail = 1_000;
/** By which containers are told apart; red is for what went wrong. */
const labelColours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];

/** A log in a terminal, until it is closed: across restarts and replacements of the containers. */
export type LogTerminal = {
	readonly terminal: vscode.Terminal;
	readonly subject: LogSubject;
	/** The containers that are followed now. */
	readonly sources: () => readonly Source[];
	showAllLines(): void;
	toggleTimes(): void;
};

const open = new Set<LogTerminal>();

/** The terminal with this log; a new one where there is none. `opened` is called when there is one more, or one less. */
export function openLogTerminal(docker: Docker, subject: LogSubject, opened: () => void): LogTerminal {
	return [...open].find((log) => isSameLog(log, subject)) ?? createLogTerminal(docker, subject, opened);
}

export const hasLogTerminals = (): boolean => open.size > 0;

/** The log that is in front, if one is. */
export const activeLogTerminal = (): LogTerminal | undefined => [...open].find(({ terminal }) => terminal === vscode.window.activeTerminal);

function createLogTerminal(docker: Docker, subject: LogSubject, opened: () => void): LogTerminal {
	const { t } = vscode.l10n;
	const title = titleOf(subject);
	const screen = createScreen();
	const { write, note } = screen;
	const links = { all: t("[All Lines]"), times: t("[Timestamps]"), save: t("[Save…]") };
	let span: LogSpan = { tail: firstTail, since: "" };
	let hasTimes = false;
	let session: LogSession | undefined;
	function start(): void {
		session?.dispose();
		const writers = new Map<Source, LogWriter>();
		const isMerged = subject.kind === "project" || subject.names.length > 1;
		const formatTime = (time: string): string => `\x1b[0;2m${shortTime(time)}\x1b[0m`;
		const writerOf = (source: Source): LogWriter => {
			const found = writers.get(source);
			if (found) return found;
			const colour = labelColours[writers.size % labelColours.length];
			const label = isMerged ? `\x1b[0;${colour}m${plainText(labelOf(source, subject), 60)}\x1b[0m │ ` : "";
			const made = makeLogWriter({ lineEnd: "\r\n", formatTime: hasTimes ? formatTime : undefined, label });
			writers.set(source, made);
			return made;
		};
		const begin = span.tail === "all" ? t("{0}, all lines", title) : t("{0}, from the last {1} lines on", title, span.tail.toLocaleString());
		note([begin, ...(span.tail === "all" ? [] : [links.all]), links.times, links.save].join("  "), "dim");
		session = startLogSession({
			docker,
			subject,
			span,
			isWanted: () => true,
			take(entries) {
				for (const { source, line, mark } of entries) {
					if (line) write(writerOf(source).write(line));
					else note(markText(mark, source.container.name, writerOf(source).lastLine(), explain, t), isBad(mark) ? "red" : "dim");
				}
				return screen.room();
			},
			caughtUp: () => {},
			changed: () => {},
			failed: (_source, error) => note(explain(error), "red"),
		});
	}

	function startAnew(): void {
		screen.clear();
		start();
	}

	const pty: vscode.Pseudoterminal = {
		onDidWrite: screen.onDidWrite,
		open: start,
		close() {
			session?.dispose();
			screen.dispose();
			linking.dispose();
			open.delete(log);
			opened();
		},
	};
	const terminal = vscode.window.createTerminal({ name: t("Logs: {0}", title), pty, iconPath: new vscode.ThemeIcon("output"), isTransient: true });
	const log: LogTerminal = {
		terminal,
		subject,
		sources: () => session?.sources ?? [],
		showAllLines() {
			span = { tail: "all", since: "" };
			startAnew();
		},
		toggleTimes() {
			hasTimes = !hasTimes;
			startAnew();
		},
	};
	const actions = new Map<string, () => void>([
		[links.all, log.showAllLines],
		[links.times, log.toggleTimes],
		[links.save, () => void save()],
	]);
	const save = async (): Promise<void> => {
		try {
			await saveLogs(
				docker,
				log.sources().map(({ container }) => container),
				title,
			);
		} catch (error) {
			void showErrorMessage(explain(error));
		}
	};
	const linking = linkify(terminal, actions);
	open.add(log);
	opened();
	return log;
}

/** Short, for it is before each line: the service, and of several containers of one service which. */
function labelOf({ container: { name, service, project } }: Source, subject: LogSubject): string {
	if (subject.kind === "containers" || !service || !project) return name;
	return name.startsWith(`${project}-`) ? name.slice(project.length + 1).replace(/-1$/, "") : name;
}
