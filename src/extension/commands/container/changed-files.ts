import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { notDead, onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.changedFiles",
	title: "Show Changed Files",
	menus: [onRows("containers", { rows: notDead, group: "2_files@1", within: "show" })],
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Container whose changed files to show"),
		});
		if (container) await services.pages.show("changes", container.id, container.name);
	},
} satisfies Command;
