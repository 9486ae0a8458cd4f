import * as vscode from "vscode";
import type { Command } from "./command.ts";

export default {
	id: "hullwright.copyRunLine",
	title: "Copy Service as docker run…",
	enablement: "editorLangId == dockercompose || resourceFilename =~ /^(docker-)?compose([.-].*)?\\.ya?ml$/",
	async run({ language }) {
		const document = vscode.window.activeTextEditor?.document;
		const lines = document ? await (await language.start()).runLines(document.uri) : [];
		if (lines.length === 0) {
			void vscode.window.showInformationMessage(vscode.l10n.t("No service of this file can be run: Compose refuses the file, or it has none."));
			return;
		}
		const items = lines.map(({ service, text }) => ({ label: service, detail: text.split("\n").at(-1)?.trim() ?? "", text }));
		const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Service to copy as “docker run”") });
		if (!chosen) return;
		await vscode.env.clipboard.writeText(chosen.text);
		vscode.window.setStatusBarMessage(vscode.l10n.t("“{0}” is on the clipboard as “docker run”.", chosen.label), 5000);
	},
} satisfies Command;
