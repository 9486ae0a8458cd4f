import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { isNamedAsCompose } from "./menus.ts";
import { showInformationMessage } from "../window.ts";

export default {
	id: "hullwright.fixAll",
	title: "Fix All in This File",
	// Somebody may have told the editor that a Compose file is YAML like any other.
	enablement: `editorLangId =~ /^docker(file|compose)$/ || ${isNamedAsCompose}`,
	async run({ language }) {
		const document = vscode.window.activeTextEditor?.document;
		if (document) await (await language.start()).fixAll(document);
		else void showInformationMessage(vscode.l10n.t("Open a Dockerfile or Compose file first; what can be fixed in it safely is fixed then."));
	},
} satisfies Command;
