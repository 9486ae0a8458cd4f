import * as vscode from "vscode";
import { wordsOf } from "../../../engine/run/words.ts";
import { habitOf } from "../../terminals/container-shell.ts";
import { openProgramTerminal } from "../../terminals/program-terminal.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { runningContainerFor, type Target } from "../targets.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.container.runCommand",
	title: "Run Command in Container…",
	icon: "run",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container running", group: "1_shell@2", within: "terminal" })],
	/** By a shell of the container; without one, word by word. */
	async run(services, clicked?: Target) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const container = await runningContainerFor(docker, clicked, t("Running container to run a command in"));
		if (!container) return;
		const key = `command:${container.image}`;
		const [shell] = await docker.containers.shells(container.id, 1);
		const { user, directory } = habitOf(services.remembered, container);
		const typed = await showInputBox({
			title: user ? t("Run in {0} as {1}", container.name, user) : t("Run in {0}", container.name),
			prompt: shell
				? t("{0} reads the line", shell)
				: t("There is no shell in it: a program of the image with its arguments, by its whole path where that is needed"),
			value: services.remembered.get<string>(key) ?? "",
			validateInput: (line) => (commandOf(line, shell) ? undefined : t("This is no command.")),
		});
		const command = typed === undefined ? undefined : commandOf(typed, shell);
		if (!command) return;
		await services.remembered.update(key, typed);
		openProgramTerminal({
			name: `${container.name}: ${command.at(-1)?.split(/\s/)[0] ?? ""}`,
			icon: "run",
			start: (size, output) => docker.containers.runProgram(container.id, { command, user, directory }, size, output),
			end: (exitCode) => endOf(exitCode, container.name),
		});
	},
} satisfies Command;

/** Undefined for what is no command. */
function commandOf(line: string, shell: string | undefined): readonly string[] | undefined {
	if (line.trim() === "") return undefined;
	if (shell) return [shell, shell === "cmd" ? "/c" : "-c", line];
	const words = wordsOf(line) ?? [];
	return words.length > 0 ? words : undefined;
}

function endOf(exitCode: number | undefined, name: string): string {
	const { t } = vscode.l10n;
	switch (exitCode) {
		case undefined:
			return t("The connection to {0} was lost.", name);
		case 126:
			return t("Exit code {0}: it was found, and cannot be executed.", exitCode);
		case 127:
			return t("Exit code {0}: there is no such program in {1}.", exitCode, name);
		default:
			return t("Exit code {0}.", exitCode);
	}
}
