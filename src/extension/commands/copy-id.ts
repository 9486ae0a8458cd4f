import * as vscode from "vscode";
import type { Node } from "../explorer/kind.ts";
import type { Command } from "./command.ts";
import { onAnyRow, withCopies } from "./menus.ts";
import { identitiesFor, type Target } from "./targets.ts";

export default {
	id: "hullwright.copyId",
	title: "Copy ID",
	menus: [onAnyRow({ except: `${withCopies}|^(project|group|service|gathering)`, group: "5_copy@2" }), onAnyRow({ group: "1_name@2", within: "copy" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const rows = await identitiesFor(await services.docker(), clicked, selected, vscode.l10n.t("Containers whose ID to copy"));
		if (rows.length > 0) await vscode.env.clipboard.writeText(rows.map(({ id }) => id).join("\n"));
	},
} satisfies Command;
