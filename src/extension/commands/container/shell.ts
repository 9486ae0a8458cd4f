import * as vscode from "vscode";
import type { Docker } from "../../../docker/docker.ts";
import type { Container } from "../../../docker/resources/container.ts";
import type { Shell, TerminalSize } from "../../../docker/actions/shell.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { explain } from "../explain.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.shell",
	title: "Open Shell",
	icon: "terminal",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container running", group: "inline@3" }), onRows("containers", { rows: "^container running", group: "2_look@2" })],
	async run(services, clicked?: Target) {
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: vscode.l10n.t("Running container to open a shell in"),
			suits: ({ state }) => state === "running",
			none: vscode.l10n.t("No container is running."),
		});
		if (container?.state === "running") vscode.window.createTerminal(shellTerminal(docker, container)).show();
		else if (container) throw new Error(vscode.l10n.t("{0} is not running: start it to open a shell in it.", container.name));
	},
} satisfies Command;

/** Engines answer so where the program to run does not exist in the container. */
const noSuchProgram: readonly (number | undefined)[] = [126, 127];

function shellTerminal(docker: Docker, container: Container): vscode.ExtensionTerminalOptions {
	const written = new vscode.EventEmitter<string>();
	const closed = new vscode.EventEmitter<void>();
	let shell: Shell | undefined;
	let size: TerminalSize = { columns: 80, rows: 24 };
	let isOver = false;
	let hasBeenUsed = false;
	const stay = (reason: string): void => {
		isOver = true;
		written.fire(`\r\n${reason}\r\n${vscode.l10n.t("Press a key to close this terminal.")}\r\n`);
	};
	const start = async (): Promise<void> => {
		shell = await docker.containers.openShell(container.id, size, (text) => written.fire(text));
		const exitCode = await shell.ended;
		if (!hasBeenUsed && noSuchProgram.includes(exitCode)) stay(vscode.l10n.t("There is no shell in {0}: its image holds neither bash nor sh.", container.name));
		else if (exitCode === undefined) stay(vscode.l10n.t("The connection to {0} was lost.", container.name));
		else closed.fire();
	};
	const pty: vscode.Pseudoterminal = {
		onDidWrite: written.event,
		onDidClose: closed.event,
		open(initial) {
			size = initial ?? size;
			start().catch((error: unknown) => stay(explain(error)));
		},
		handleInput(text) {
			if (isOver) closed.fire();
			hasBeenUsed = true;
			shell?.write(text);
		},
		setDimensions(to) {
			size = to;
			shell?.resize(to);
		},
		close() {
			shell?.close();
		},
	};
	return { name: container.name, pty, iconPath: new vscode.ThemeIcon("terminal"), isTransient: true };
}
