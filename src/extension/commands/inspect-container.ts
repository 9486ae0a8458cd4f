import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { showInspection } from "./inspection.ts";
import { containerFor, type Target } from "./targets.ts";

export const inspectContainer: Command = {
	id: "hullwright.container.inspect",
	async run(services, clicked?: Target) {
		const container = await containerFor(await services.docker(), clicked, {
			placeholder: vscode.l10n.t("Container to inspect"),
			suits: () => true,
			none: vscode.l10n.t("There are no containers."),
		});
		if (container) await showInspection("container", container.id, container.name);
	},
};
