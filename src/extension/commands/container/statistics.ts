import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.statistics",
	title: "Show Resource Use",
	menus: [onRows("containers", { rows: "^container (running|paused)", group: "1_now@2", within: "show" })],
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Running container whose use of resources to show"),
			suits: ({ state }) => state === "running" || state === "paused",
			none: vscode.l10n.t("No container is running."),
		});
		if (container) await services.pages.show("statistics", container.id, container.name);
	},
} satisfies Command;
