import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { runInTerminal } from "./run-in-terminal.ts";
import { showWarningMessage } from "../window.ts";

export default {
	id: "hullwright.joinDockerGroup",
	title: "Join the Group docker…",
	needsTrust: true,
	enablement: "hullwright.connection =~ /^denied/",
	async run() {
		const { t } = vscode.l10n;
		const join = t("Join");
		const message = t("Join the group docker?");
		const detail = t(
			"Who is in it may use the engine, and by it everything on this machine, as root may. It counts from the next log-in on: log out and in again, or restart VS Code's server where this window is remote; newgrp docker lets one terminal have it at once.",
		);
		if ((await showWarningMessage(message, { modal: true, detail }, join)) !== join) return;
		runInTerminal(t("Join the group docker"), 'sudo usermod -aG docker "$USER"');
	},
} satisfies Command;
