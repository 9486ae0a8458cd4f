import * as vscode from "vscode";
import { activeLogTerminal } from "../../logs/log-terminal.ts";
import type { Command } from "../command.ts";

export default {
	id: "hullwright.log.showAllLines",
	title: "Show All Lines of This Log",
	enablement: "hullwright.logs.isOpen",
	async run() {
		const log = activeLogTerminal();
		if (!log) throw new Error(vscode.l10n.t("No log is in front: follow the logs of a container first."));
		log.showAllLines();
	},
} satisfies Command;
