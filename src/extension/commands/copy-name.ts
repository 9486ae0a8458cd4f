import * as vscode from "vscode";
import type { Node } from "../explorer/kind.ts";
import type { Command } from "./command.ts";
import { onAnyRow, withCopies } from "./menus.ts";
import { identitiesFor, type Target } from "./targets.ts";

export default {
	id: "hullwright.copyName",
	title: "Copy Name",
	menus: [onAnyRow({ except: withCopies, group: "5_copy@1" }), onAnyRow({ group: "1_name@1", within: "copy" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const rows = await identitiesFor(await services.docker(), clicked, selected, vscode.l10n.t("Containers whose name to copy"));
		if (rows.length > 0) await vscode.env.clipboard.writeText(rows.map(({ name }) => name).join("\n"));
	},
} satisfies Command;
