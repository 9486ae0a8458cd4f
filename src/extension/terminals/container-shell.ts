import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Container } from "../../docker/resources/container.ts";
import type { CommandId } from "../commands/ids.ts";
import { openProgramTerminal } from "./program-terminal.ts";
import { showWarningMessage } from "../window.ts";

/** How shells are opened in containers of an image; what is not said is as the container has it. */
export type ShellHabit = { readonly shell?: string | undefined; readonly user?: string | undefined; readonly directory?: string | undefined };

const keyOf = ({ image }: Container): string => `shell:${image}`;

export const habitOf = (remembered: vscode.Memento, container: Container): ShellHabit => remembered.get<ShellHabit>(keyOf(container)) ?? {};

export const rememberHabit = (remembered: vscode.Memento, container: Container, habit: ShellHabit): Thenable<void> =>
	remembered.update(keyOf(container), Object.values(habit).some(Boolean) ? habit : undefined);

export function openShellTerminal(docker: Docker, container: Container, { shell = "", user, directory }: ShellHabit): void {
	const { t } = vscode.l10n;
	openProgramTerminal({
		name: user ? t("{0} as {1}", container.name, user) : container.name,
		icon: "terminal",
		start: (size, output) => docker.containers.runProgram(container.id, { command: [shell], user, directory }, size, output),
		end: (exitCode) => (exitCode === undefined ? t("The connection to {0} was lost.", container.name) : undefined),
	});
}

/** What can be done in a container whose image holds no shell, as distroless ones. */
export async function tellNoShell(container: Container): Promise<void> {
	const { t } = vscode.l10n;
	const all = await vscode.commands.getCommands(true);
	const ways: readonly { readonly title: string; readonly command: string }[] = [
		{ title: t("Open Debug Shell"), command: "hullwright.container.debugShell" },
		{ title: t("Run a Program of It…"), command: "hullwright.container.runCommand" satisfies CommandId },
		{ title: t("Show Processes"), command: "hullwright.container.processes" satisfies CommandId },
	];
	const possible = ways.filter(({ command }) => all.includes(command)).slice(0, 2);
	const chosen = await showWarningMessage(
		t(
			"There is no shell in {0}: its image ({1}) holds none. Programs that it has can be run, and its processes and files looked at from outside.",
			container.name,
			container.image,
		),
		...possible.map(({ title }) => title),
	);
	const command = possible.find(({ title }) => title === chosen)?.command;
	if (command) await vscode.commands.executeCommand(command, container.id);
}
