import * as vscode from "vscode";
import { subjectFor } from "../../logs/log-sources.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, notDead, onRows } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.logsInTerminal",
	title: "Show Logs in Terminal",
	icon: "terminal",
	menus: [
		onRows("containers", { rows: notDead, orAmong: anyContainers, group: "1_logs@1", within: "show" }),
		onRows("containers", { rows: gathered(), group: "2_look@4" }),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const { chosen } = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers whose logs to show"),
		});
		if (chosen.length > 0) await (await services.logs()).showInTerminal(subjectFor(clicked, selected, chosen));
	},
} satisfies Command;
