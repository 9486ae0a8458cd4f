import * as vscode from "vscode";
import type { Command } from "./command.ts";

export default {
	id: "hullwright.reportProblem",
	title: "Report a Problem…",
	/** VS Code's own form, where the user sees and changes all that is sent; it knows our version and its own. */
	async run() {
		await vscode.commands.executeCommand("workbench.action.openIssueReporter", { extensionId: "hullwright.hullwright" });
	},
} satisfies Command;
