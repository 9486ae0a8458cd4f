import * as vscode from "vscode";
import { plainText } from "../../../docker/plain-text.ts";
import type { Node } from "../../explorer/kind.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { volumesFor } from "../rows-for.ts";
import type { Target } from "../targets.ts";

export default {
	id: "hullwright.volume.inspect",
	title: "Inspect Volume",
	icon: "json",
	menus: [onRows("volumes", { rows: "^volume ", orAmong: "^volume ", group: "2_look@1" })],
	async run(services, clicked?: Target, selected?: readonly Node[]) {
		const { t } = vscode.l10n;
		const question = { placeholder: t("Volumes to inspect"), none: t("There are no volumes.") };
		for (const { volume } of await volumesFor(await services.docker(), clicked, selected, question))
			await services.inspections.show("volume", volume.id, plainText(volume.id));
	},
} satisfies Command;
