import * as vscode from "vscode";
import { joinPath } from "../../../docker/files/entry.ts";
import { uriOf } from "../../files/places.ts";
import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { notDead, onRows } from "../menus.ts";
import type { Target } from "../targets.ts";
import { placeFor } from "./browse.ts";
import { showInputBox } from "../../window.ts";

export default {
	id: "hullwright.files.openPath",
	title: "Open File by Path…",
	menus: [onRows("containers", { rows: notDead, group: "2_files@2", within: "show" }), onRows("files", { rows: "^files-root ", group: "2_look@1" })],
	async run(services, clicked?: FileNode | Target) {
		const { t } = vscode.l10n;
		const ofView = typeof clicked === "object" && "place" in clicked ? { place: clicked.place, name: clicked.of } : undefined;
		const found = ofView ?? (await placeFor(services, clicked as Target));
		if (!found) return;
		const path = await showInputBox({
			title: t("Open a File of {0}", found.name),
			placeHolder: "/etc/hosts",
			validateInput: (text) => (text.startsWith("/") ? undefined : t("A path begins with a slash.")),
		});
		if (!path) return;
		const full = joinPath(path);
		const uri = uriOf(found.place, full);
		const view = await services.files.view();
		const { type } = await view.files.stat(uri);
		if ((type & vscode.FileType.Directory) !== 0) await view.open(found.place, found.name, full);
		else await vscode.commands.executeCommand("vscode.open", uri);
	},
} satisfies Command;
