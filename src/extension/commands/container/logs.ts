import * as vscode from "vscode";
import { openLog } from "../../logs/log-terminal.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.logs",
	title: "Follow Logs",
	icon: "output",
	menus: [onRows("containers", { rows: "^container ", group: "inline@2" }), onRows("containers", { rows: "^container ", group: "2_look@3" })],
	async run(services, clicked?: Target) {
		const docker = await services.docker();
		const container = await containerFor(docker, clicked, {
			placeholder: vscode.l10n.t("Container whose logs to follow"),
			suits: () => true,
			none: vscode.l10n.t("There are no containers."),
		});
		if (container) openLog(docker, container).terminal.show();
	},
} satisfies Command;
