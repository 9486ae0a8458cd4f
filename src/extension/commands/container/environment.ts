import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.environment",
	title: "Show Environment",
	menus: [onRows("containers", { rows: "^container ", group: "1_now@3", within: "show" })],
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Container whose environment to show"),
		});
		if (container) await services.pages.show("environment", container.id, container.name);
	},
} satisfies Command;
