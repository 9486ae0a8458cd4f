import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { imagesFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.image.history",
	title: "Show Image History",
	icon: "history",
	menus: [onRows("images", { rows: "^image ", group: "2_look@2" })],
	async run(services, clicked?: Target) {
		for (const { image, reference } of await imagesFor(await services.docker(), clicked, undefined, vscode.l10n.t("Images whose history to show")))
			await services.inspections.show("history", image.id, reference);
	},
} satisfies Command;
