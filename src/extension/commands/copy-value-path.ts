import * as vscode from "vscode";
import type { Command } from "./command.ts";
import { setStatusBarMessage } from "../window.ts";

export default {
	id: "hullwright.copyValuePath",
	title: "Copy Path of Value",
	enablement: "resourceScheme == hullwright-inspect",
	menus: [{ menu: "editor/context", when: "resourceScheme == hullwright-inspect", group: "9_cutcopypaste@9" }],
	/** As a template of `docker inspect --format`: the one that a hover gives, or that of the value at the cursor. */
	async run({ inspections }, known?: unknown) {
		const editor = vscode.window.activeTextEditor;
		const template = typeof known === "string" ? known : editor && (await inspections.templateAt(editor.document, editor.selection.active));
		if (!template) throw new Error(vscode.l10n.t("Open the description of a container or an image with “Inspect”, and put the cursor on a value."));
		await vscode.env.clipboard.writeText(template);
		setStatusBarMessage(vscode.l10n.t("“{0}” is on the clipboard.", template), 5000);
	},
} satisfies Command;
