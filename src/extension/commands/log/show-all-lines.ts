import * as vscode from "vscode";
import type { Command } from "../command.ts";

export default {
	id: "hullwright.log.showAllLines",
	title: "Show All Lines of This Log",
	enablement: "hullwright.logs.isOpen",
	async run(services) {
		const log = (await services.logs()).active();
		if (!log) throw new Error(vscode.l10n.t("No log is in front: show the logs of a container first."));
		log.showAllLines();
	},
} satisfies Command;
