import * as vscode from "vscode";
import { saveLogs } from "../../logs/save-logs.ts";
import { subjectFor, titleOf } from "../../logs/log-sources.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { notDead, onRows } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.saveLogs",
	title: "Save Logs…",
	icon: "save",
	menus: [onRows("containers", { rows: notDead, orAmong: "^container ", group: "1_file@1", within: "save" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const { chosen } = await containersFor(docker, clicked, selected, {
			placeholder: t("Containers whose logs to save"),
		});
		if (chosen.length > 0) await saveLogs(docker, chosen, titleOf(subjectFor(clicked, selected, chosen)));
	},
} satisfies Command;
