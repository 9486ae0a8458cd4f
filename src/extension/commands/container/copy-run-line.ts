import * as vscode from "vscode";
import { loadCatalogue } from "../../../l10n/locales.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { containersFor, type Target } from "../targets.ts";
import { setStatusBarMessage } from "../../window.ts";

export default {
	id: "hullwright.container.copyRunLine",
	title: "Copy docker run",
	menus: [onRows("containers", { rows: "^container ", orAmong: "^container ", group: "2_more@2", within: "copy" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const docker = await services.docker();
		const { chosen } = await containersFor(docker, clicked, selected, {
			placeholder: t("Containers to copy as “docker run”"),
		});
		if (chosen.length === 0) return;
		const { runLinesFromContainers } = await import("../../../engine/language/compose/containers/compose-files.ts");
		const described = await Promise.all(chosen.map(({ id }) => docker.containers.describe(id)));
		await vscode.env.clipboard.writeText(runLinesFromContainers(described, await loadCatalogue(vscode.env.language)));
		setStatusBarMessage(t("“{0}” is on the clipboard as “docker run”, with its secrets.", chosen.map(({ name }) => name).join(", ")), 5000);
	},
} satisfies Command;
