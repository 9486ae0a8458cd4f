import * as vscode from "vscode";
import { subjectFor } from "../../logs/log-sources.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { anyContainers, gathered, notDead, onRows, onTable } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.logs",
	title: "Show Logs",
	icon: "output",
	menus: [
		onRows("containers", { rows: notDead, group: "inline@2" }),
		onRows("containers", { rows: `${notDead}|${gathered()}`, orAmong: anyContainers, group: "2_look@3" }),
		onTable(".", "2_look@1"),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const { chosen } = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers whose logs to show"),
		});
		if (chosen.length > 0) await (await services.logs()).show(subjectFor(clicked, selected, chosen));
	},
} satisfies Command;
