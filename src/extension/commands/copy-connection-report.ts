import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { setStatusBarMessage } from "../window.ts";

export default {
	id: "hullwright.copyConnectionReport",
	title: "Copy Connection Report",
	button: "Copy Report",
	async run({ connectionReport }) {
		await vscode.env.clipboard.writeText(await connectionReport.text());
		setStatusBarMessage(vscode.l10n.t("The connection report was copied."), 3000);
	},
} satisfies Command;
