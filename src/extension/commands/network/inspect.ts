import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { networksFor } from "../rows-for.ts";
import type { Target } from "../targets.ts";

export default {
	id: "hullwright.network.inspect",
	title: "Inspect Network",
	icon: "json",
	menus: [onRows("networks", { rows: "^network ", orAmong: "^network ", group: "2_look@1" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const question = { placeholder: t("Networks to inspect"), none: t("There are no networks.") };
		for (const { network } of await networksFor(await services.docker(), clicked, selected, question))
			await services.inspections.show("network", network.id, network.name);
	},
} satisfies Command;
