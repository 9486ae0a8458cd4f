import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { isNamedAsCompose } from "./menus.ts";
import { setStatusBarMessage, showInformationMessage, showQuickPick } from "../window.ts";

export default {
	id: "hullwright.copyRunLine",
	title: "Copy Service as docker run…",
	enablement: `editorLangId == dockercompose || ${isNamedAsCompose}`,
	/** With a URI and the name of a service, from the line above it; else the user is asked. */
	async run({ language }, clicked?: unknown, service?: string) {
		const uri = typeof clicked === "string" ? vscode.Uri.parse(clicked) : vscode.window.activeTextEditor?.document.uri;
		const all = uri ? await (await language.start()).runLines(uri) : [];
		const lines = service === undefined ? all : all.filter((line) => line.service === service);
		if (lines.length === 0 && service !== undefined) {
			void showInformationMessage(vscode.l10n.t("“{0}” cannot be run by itself: Compose refuses the project, or a profile leaves the service out.", service));
			return;
		}
		if (lines.length === 0) {
			void showInformationMessage(vscode.l10n.t("No service of this file can be run: Compose refuses the file, or it has none."));
			return;
		}
		const items = lines.map(({ service, text }) => ({ label: service, detail: text.split("\n").at(-1)?.trim() ?? "", text }));
		const chosen = items.length === 1 ? items[0] : await showQuickPick(items, { placeHolder: vscode.l10n.t("Service to copy as “docker run”") });
		if (!chosen) return;
		await vscode.env.clipboard.writeText(chosen.text);
		setStatusBarMessage(vscode.l10n.t("“{0}” is on the clipboard as “docker run”.", chosen.label), 5000);
	},
} satisfies Command;
