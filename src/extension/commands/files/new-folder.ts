import * as vscode from "vscode";
import { joinPath } from "../../../docker/files/entry.ts";
import { askForName, filesChosen, folderOfNode } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";

export default {
	id: "hullwright.files.newFolder",
	title: "New Folder…",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(folder|files-root) .*writable", group: "1_new@2" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const view = await services.files.view();
		const [node] = filesChosen(view, clicked, selected);
		if (!node) return;
		const folder = folderOfNode(node);
		const name = await askForName(view, folder.uri, vscode.l10n.t("Name of the New Folder"));
		if (name) await view.files.createDirectory(folder.uri.with({ path: joinPath(folder.uri.path, name) }));
	},
} satisfies Command;
