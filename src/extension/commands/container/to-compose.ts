import * as vscode from "vscode";
import { loadCatalogue } from "../../../l10n/locales.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { gathered, onRows } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";

export default {
	id: "hullwright.container.toCompose",
	title: "Create Compose File…",
	icon: "new-file",
	menus: [
		onRows("containers", { rows: "^container ", orAmong: "^container ", group: "2_again@2", within: "save" }),
		onRows("containers", { rows: gathered(), orAmong: gathered(), group: "5_copy@3" }),
	],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const docker = await services.docker();
		const { chosen } = await containersFor(docker, clicked, selected, {
			placeholder: vscode.l10n.t("Containers to make a Compose file of"),
		});
		if (chosen.length === 0) return;
		const { composeFromContainers } = await import("../../../engine/language/compose/containers/compose-files.ts");
		const content = composeFromContainers(await Promise.all(chosen.map(({ id }) => docker.containers.describe(id))), await loadCatalogue(vscode.env.language));
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "dockercompose", content }), { preview: false });
	},
} satisfies Command;
