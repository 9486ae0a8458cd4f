import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows, onTable } from "../menus.ts";
import { containerFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.inspect",
	title: "Inspect Container",
	icon: "json",
	menus: [onRows("containers", { rows: "^container ", group: "2_look@8" }), onTable(".", "2_look@3")],
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Container to inspect"),
			suits: () => true,
			none: vscode.l10n.t("There are no containers."),
		});
		if (container) await services.inspections.show("container", container.id, container.name);
	},
} satisfies Command;
