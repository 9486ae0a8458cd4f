import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows, onTable } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

const isProject = (target: Target): target is Node & { readonly name: string } => typeof target === "object" && target.kind === "project";

export default {
	id: "hullwright.container.liveNumbers",
	title: "Show Live Numbers",
	icon: "graph-line",
	menus: [
		onRows("containers", { rows: "^container ", group: "1_now@3", within: "show" }),
		onRows("containers", { rows: "^project (?!absent)", group: "2_look@4" }),
		onTable(".", "2_look@2"),
	],
	async run(services, clicked?: Target) {
		const pages = await services.statsPages();
		if (isProject(clicked)) return pages.show({ kind: "project", name: clicked.name });
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Container whose live numbers to show"),
			suits: ({ state }) => state === "running" || state === "paused",
			none: vscode.l10n.t("No container is running."),
		});
		if (container) pages.show({ kind: "container", name: container.name });
	},
} satisfies Command;
