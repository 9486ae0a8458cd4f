import * as vscode from "vscode";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { endsFor } from "../ends-for.ts";
import { onRows } from "../menus.ts";
import type { Target } from "../targets.ts";

export default {
	id: "hullwright.container.forgetEnd",
	title: "Forget Container That Removed Itself",
	icon: "close",
	menus: [onRows("containers", { rows: "^ended", group: "inline@2" }), onRows("containers", { rows: "^ended", orAmong: "^ended", group: "9_remove@1" })],
	async run({ ends }, clicked?: Target, selected?: readonly Node[]) {
		const chosen = await endsFor(ends, clicked, selected, { placeholder: vscode.l10n.t("Containers that removed themselves, to forget"), isMany: true });
		await ends.forget(new Set(chosen.map(({ id }) => id)));
	},
} satisfies Command;
