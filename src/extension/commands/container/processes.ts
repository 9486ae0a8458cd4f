import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.processes",
	title: "Show Processes",
	menus: [onRows("containers", { rows: "^container (running|paused)", group: "1_now@1", within: "show" })],
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Running container whose processes to show"),
			suits: ({ state }) => state === "running" || state === "paused",
			none: vscode.l10n.t("No container is running."),
		});
		if (container) await services.pages.show("processes", container.id, container.name);
	},
} satisfies Command;
