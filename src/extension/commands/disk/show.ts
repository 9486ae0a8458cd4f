import * as vscode from "vscode";
import type { DiskNode } from "../../explorer/disk.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { showInformationMessage } from "../../window.ts";

const withView = "(images|containers|volumes)";

export default {
	id: "hullwright.disk.show",
	title: "Show What Can Be Freed in Its View",
	icon: "filter",
	menus: [
		onRows("disk", { rows: `^disk ${withView} reclaimable`, group: "inline@0" }),
		onRows("disk", { rows: `^disk ${withView} reclaimable`, group: "2_look@1" }),
	],
	/** Of a class all that nothing needs, from where it is removed; of what belongs to one, its row. */
	async run({ explorer }, clicked?: DiskNode) {
		const { t } = vscode.l10n;
		const of = clicked?.of ?? "images";
		const view = `hullwright.${of}`;
		const shown = await explorer(view)?.explorer();
		if (!shown) return;
		const item = clicked?.kind === "disk-item" ? clicked.item : undefined;
		const isLeftOut = item !== undefined && (shown.arrangement.filter || shown.arrangement.scope || (item.isNameless && shown.arrangement.hidesUntagged));
		if (!item) shown.setArrangement({ ...shown.arrangement, filter: "", scope: of === "containers" ? "stopped" : "unused", hidesUntagged: false });
		else if (isLeftOut) shown.setArrangement({ ...shown.arrangement, filter: "", scope: undefined, hidesUntagged: false });
		await vscode.commands.executeCommand(`${view}.focus`);
		if (!item) return;
		const kind = of.slice(0, -1);
		const names = item.tags && item.tags.length > 0 ? item.tags : [item.id];
		const isThere = await shown.reveal(names.map((name) => `${kind}:${name}`));
		if (!isThere) void showInformationMessage(t("{0} is not there any more.", item.name));
	},
} satisfies Command;
