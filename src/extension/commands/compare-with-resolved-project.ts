import * as vscode from "vscode";
import { composeFileIn } from "../compose/compose-file.ts";
import type { Command } from "./command.ts";
import { onComposeFile } from "./menus.ts";

/** Shows a Compose file beside what Compose makes of it. */
export default {
	id: "hullwright.compareWithResolvedProject",
	title: "Compare with Resolved Project",
	menus: [onComposeFile("1_hullwright@2")],
	async run({ resolvedProjects }, clicked?: vscode.Uri) {
		const file = composeFileIn(clicked);
		if (!file) return;
		const title = vscode.l10n.t("{0} ↔ resolved project", file.path.split("/").at(-1) ?? "");
		await vscode.commands.executeCommand("vscode.diff", file, resolvedProjects.of(file), title, { preview: true });
	},
} satisfies Command;
