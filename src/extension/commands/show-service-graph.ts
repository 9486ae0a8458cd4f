import type * as vscode from "vscode";
import { composeFileIn } from "../compose/compose-file.ts";
import type { Command } from "./command.ts";
import { onComposeFile } from "./menus.ts";

/** Shows how the services of a Compose file hang together, beside the file. */
export default {
	id: "hullwright.showServiceGraph",
	title: "Show Service Graph",
	icon: "type-hierarchy",
	menus: [onComposeFile("navigation@5")],
	async run({ composeGraphs }, clicked?: vscode.Uri | string) {
		const uri = composeFileIn(clicked);
		if (uri) (await composeGraphs()).show(uri);
	},
} satisfies Command;
