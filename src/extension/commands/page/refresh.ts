import * as vscode from "vscode";
import type { Command } from "../command.ts";

export default {
	id: "hullwright.page.refresh",
	title: "Refresh Page",
	icon: "refresh",
	enablement: "resourceScheme == hullwright-page",
	menus: [{ menu: "editor/title", when: "resourceScheme == hullwright-page", group: "navigation@1" }],
	async run({ pages }, clicked?: vscode.Uri) {
		const uri = clicked ?? vscode.window.activeTextEditor?.document.uri;
		if (uri?.scheme === "hullwright-page") pages.refresh(uri);
	},
} satisfies Command;
