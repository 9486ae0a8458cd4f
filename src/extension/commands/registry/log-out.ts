import * as vscode from "vscode";
import type { Command } from "../command.ts";
import { registryName } from "../registry-task.ts";
import { showInformationMessage, showQuickPick } from "../../window.ts";

export default {
	id: "hullwright.registry.logOut",
	title: "Log Out of Registry…",
	needsTrust: true,
	async run(services) {
		const { t } = vscode.l10n;
		const { registries } = await services.docker();
		const known = await registries.known();
		if (known.length === 0) return void showInformationMessage(t("You are not logged in to any registry."));
		const items = known.map((registry) => ({ label: registryName(registry), registry }));
		const item = await showQuickPick(items, { placeHolder: t("Registry whose password is forgotten, also by the Docker CLI") });
		if (item) await registries.logOut(item.registry);
	},
} satisfies Command;
