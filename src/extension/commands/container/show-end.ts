import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { endsFor } from "../ends-for.ts";
import { onRows } from "../menus.ts";
import type { Target } from "../targets.ts";

export default {
	id: "hullwright.container.showEnd",
	title: "Show Last Output and State",
	icon: "output",
	menus: [onRows("containers", { rows: "^ended", group: "inline@1" }), onRows("containers", { rows: "^ended", group: "2_look@1" })],
	async run({ ends, pages }, clicked?: Target) {
		const [end] = await endsFor(ends, clicked, undefined, { placeholder: vscode.l10n.t("Container that removed itself"), isMany: false });
		if (end) await pages.show("end", end.id, end.name);
	},
} satisfies Command;
