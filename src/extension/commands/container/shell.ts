import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { runningContainerFor, type Target } from "../targets.ts";
import { habitOf, openShellTerminal, tellNoShell } from "../../terminals/container-shell.ts";

export default {
	id: "hullwright.container.shell",
	title: "Open Shell",
	icon: "terminal",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container running", group: "inline@3" }), onRows("containers", { rows: "^container running", group: "2_look@4" })],
	/** As it was opened last in this container's image, see *Open Shell As…*. */
	async run(services, clicked?: Target) {
		const docker = await services.docker();
		const container = await runningContainerFor(docker, clicked, vscode.l10n.t("Running container to open a shell in"));
		if (!container) return;
		const habit = habitOf(services.remembered, container);
		const [first] = await docker.containers.shells(container.id, 1);
		const isWanted = habit.shell !== undefined && (await docker.containers.shells(container.id)).includes(habit.shell);
		const shell = isWanted ? habit.shell : first;
		if (shell) openShellTerminal(docker, container, { ...habit, shell });
		else await tellNoShell(container);
	},
} satisfies Command;
