import * as vscode from "vscode";
import { loadCatalogue } from "../../l10n/locales.ts";
import type { Command } from "./command.ts";
import { showInputBox } from "../window.ts";

export default {
	id: "hullwright.convertRun",
	title: "Convert docker run to Compose…",
	async run() {
		const { composeFromRun } = await import("../../engine/language/compose/containers/compose-files.ts");
		const catalogue = await loadCatalogue(vscode.env.language);
		const editor = vscode.window.activeTextEditor;
		const selected = editor ? editor.document.getText(editor.selection) : "";
		// What is selected or copied is most likely what is meant.
		const known = [selected, await vscode.env.clipboard.readText()].find((text) => composeFromRun(text) !== undefined);
		const text =
			known ??
			(await showInputBox({
				prompt: vscode.l10n.t("The “docker run” to make a Compose file of; one in several lines can be selected in an editor, or copied, first"),
				placeHolder: "docker run -d --name web -p 8080:80 nginx",
				ignoreFocusOut: true,
				validateInput: (typed) =>
					typed === "" || composeFromRun(typed) !== undefined ? undefined : vscode.l10n.t("This has no “docker run” in it that can be read."),
			}));
		const content = text === undefined ? undefined : composeFromRun(text, catalogue);
		if (content === undefined) return;
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: "dockercompose", content }), { preview: false });
	},
} satisfies Command;
