import * as vscode from "vscode";
import type { Command } from "./command.ts";

/** Opens the walkthrough that package.json describes. */
export default {
	id: "hullwright.showFirstSteps",
	title: "Show First Steps",
	button: "First Steps",
	async run() {
		await vscode.commands.executeCommand("workbench.action.openWalkthrough", "hullwright.hullwright#first-steps", false);
	},
} satisfies Command;
