import * as vscode from "vscode";
import { openEventTerminal } from "../../events/event-terminal.ts";
import type { Command } from "../command.ts";
import { onTitle } from "../menus.ts";

export default {
	id: "hullwright.system.events",
	title: "Show Events of Engine",
	icon: "pulse",
	menus: [onTitle("containers", "2_show@2")],
	async run(services) {
		openEventTerminal(await services.docker(), { kind: "engine" }, vscode.l10n.t("the engine")).terminal.show();
	},
} satisfies Command;
