import * as vscode from "vscode";
import { activeEventTerminal } from "../../events/event-terminal.ts";
import type { Command } from "../command.ts";

export default {
	id: "hullwright.event.chooseKinds",
	title: "Choose Kinds of Events…",
	enablement: "hullwright.events.isOpen",
	async run() {
		const events = activeEventTerminal();
		if (!events) throw new Error(vscode.l10n.t("No events are in front: show those of the engine or of a container first."));
		await events.chooseKinds();
	},
} satisfies Command;
