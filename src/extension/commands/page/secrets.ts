import * as vscode from "vscode";
import type { Command } from "../command.ts";

export default {
	id: "hullwright.page.secrets",
	title: "Show or Mask Secrets",
	icon: "eye",
	enablement: "resourceScheme == hullwright-page && resourceFilename =~ / environment\\.txt$/",
	menus: [{ menu: "editor/title", when: "resourceScheme == hullwright-page && resourceFilename =~ / environment\\.txt$/", group: "navigation@2" }],
	async run({ pages }, clicked?: vscode.Uri) {
		const uri = clicked ?? vscode.window.activeTextEditor?.document.uri;
		if (uri?.scheme === "hullwright-page") pages.toggleSecrets(uri);
	},
} satisfies Command;
