import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { LogMark } from "../../../docker/actions/logs.ts";
import type { Container } from "../../../docker/resources/container.ts";
import { colouredText } from "../../../docker/plain-text.ts";
import type { Command } from "../command.ts";
import { explain } from "../explain.ts";
import { containerFor, type Target } from "../targets.ts";

/** By container id: asking twice shows the same terminal. */
const open = new Map<string, vscode.Terminal>();

export default {
	id: "hullwright.container.logs",
	title: "Follow Logs",
	icon: "output",
	async run(services, clicked?: Target) {
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: vscode.l10n.t("Container whose logs to follow"),
			suits: () => true,
			none: vscode.l10n.t("There are no containers."),
		});
		if (!container) return;
		const terminal = open.get(container.id) ?? vscode.window.createTerminal(logTerminal(docker, container, () => open.delete(container.id)));
		open.set(container.id, terminal);
		terminal.show();
	},
} satisfies Command;

/** Output arrives in many small pieces; the terminal is given what came within this time, in milliseconds. */
const gathering = 16;

/** A terminal that shows a container's output as it comes, until it is closed: across restarts and replacements of the container. */
function logTerminal(docker: Docker, container: Container, closed: () => void): vscode.ExtensionTerminalOptions {
	const written = new vscode.EventEmitter<string>();
	const following = new AbortController();
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
	const output = (_stream: string, text: string): void => write(colouredText(text).replace(/\r?\n/g, "\r\n"));
	const mark = (of: LogMark): void => write(`\r\n\x1b[0;2m── ${colouredText(markText(of, container.name))} ──\x1b[0m\r\n`);
	const pty: vscode.Pseudoterminal = {
		onDidWrite: written.event,
		open() {
			docker.containers.followLogs(container, { output, mark }, following.signal).catch((error: unknown) => write(`\r\n${explain(error)}\r\n`));
		},
		close() {
			following.abort();
			clearTimeout(timer);
			closed();
		},
	};
	return { name: vscode.l10n.t("Logs: {0}", container.name), pty, iconPath: new vscode.ThemeIcon("output"), isTransient: true };
}

function markText(mark: LogMark, name: string): string {
	const { t } = vscode.l10n;
	switch (mark.kind) {
		case "started":
			return t("{0} has started", name);
		case "exited":
			return mark.exitCode === undefined
				? t("{0} has ended", name)
				: t("{0} has ended with exit code {1}; its next start will be followed", name, mark.exitCode);
		case "removed":
			return t("{0} was removed; a new container of this name will be followed", name);
		case "lost":
			return t("connection lost; waiting for the engine. {0}", explain(mark.error));
		case "unreadable":
			return t("the logs cannot be read. {0}", explain(mark.error));
	}
}
