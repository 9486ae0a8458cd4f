import * as vscode from "vscode";
import { composeFileIn } from "../compose/compose-file.ts";
import type { Command } from "./command.ts";
import { onComposeFile } from "./menus.ts";

/** Shows what Compose makes of a file, with all that is merged with it. */
export default {
	id: "hullwright.showResolvedProject",
	title: "Show Resolved Project",
	menus: [onComposeFile("1_hullwright@1")],
	async run({ resolvedProjects }, clicked?: vscode.Uri | string) {
		const file = composeFileIn(clicked);
		if (!file) return;
		const document = await vscode.workspace.openTextDocument(resolvedProjects.of(file));
		await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
	},
} satisfies Command;
