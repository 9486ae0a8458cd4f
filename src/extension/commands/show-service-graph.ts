import * as vscode from "vscode";
import type { Command } from "./command.ts";

/** Shows how the services of a Compose file hang together, beside the file. */
export default {
	id: "hullwright.showServiceGraph",
	title: "Show Service Graph",
	icon: "type-hierarchy",
	async run({ composeGraphs }, clicked?: vscode.Uri) {
		const document = vscode.window.activeTextEditor?.document;
		const uri = clicked instanceof vscode.Uri ? clicked : document && /ya?ml|compose/i.test(document.languageId) ? document.uri : undefined;
		if (uri) (await composeGraphs()).show(uri);
		else void vscode.window.showInformationMessage(vscode.l10n.t("Open a Compose file; its services can be shown then."));
	},
} satisfies Command;
