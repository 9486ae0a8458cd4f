import * as vscode from "vscode";
import { canBeChanged } from "../../explorer/container-state.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.recreate",
	title: "Edit and Recreate…",
	needsTrust: true,
	menus: [onRows("containers", { rows: "^container (running|paused|restarting|stopped)", group: "1_whole@2", within: "change" })],
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Container to edit and make again"),
			suits: canBeChanged,
			none: vscode.l10n.t("There is no container that could be made again."),
		});
		if (container) await (await services.runForms()).recreate(container);
	},
} satisfies Command;
