import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { runInTerminal } from "./run-in-terminal.ts";
import { showInformationMessage, showQuickPick } from "../window.ts";

export default {
	id: "hullwright.startEngine",
	title: "Start Engine…",
	needsTrust: true,
	enablement: "hullwright.connection != connected",
	async run({ docker }) {
		const { t } = vscode.l10n;
		const installed = await (await docker()).installed();
		if (installed.length === 0) {
			const message = t("No engine was found that could be started: neither Docker nor Podman nor any of their desktop programs is installed here.");
			await showInformationMessage(message);
			return;
		}
		const items = installed.map(({ product, start }) => ({ label: product, description: start, start }));
		// The one that there is is started where it is seen to be; of several one is asked for.
		const chosen = items.length === 1 ? items[0] : await showQuickPick(items, { title: t("Start Engine"), matchOnDescription: true });
		if (chosen) runInTerminal(t("Start {0}", chosen.label), chosen.start);
	},
} satisfies Command;
