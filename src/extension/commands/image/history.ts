import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.history",
	title: "Show Image History",
	icon: "history",
	menus: [onRows("images", { rows: "^image ", orAmong: "^image ", group: "2_look@2" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		for (const { image, reference } of await imagesFor(await services.docker(), clicked, selected, vscode.l10n.t("Images whose history to show")))
			await services.inspections.show("history", image.id, reference);
	},
} satisfies Command;
