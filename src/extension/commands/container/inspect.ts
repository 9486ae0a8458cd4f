import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows, onTable } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.inspect",
	title: "Inspect Container",
	icon: "json",
	menus: [onRows("containers", { rows: "^container ", orAmong: "^container ", group: "2_look@8" }), onTable(".", "2_look@3")],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { chosen } = await containersFor(await services.docker(), clicked, selected, {
			placeholder: vscode.l10n.t("Containers to inspect"),
		});
		for (const container of chosen) await services.inspections.show("container", container.id, container.name);
	},
} satisfies Command;
