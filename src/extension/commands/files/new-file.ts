import * as vscode from "vscode";
import { joinPath } from "../../../docker/files/entry.ts";
import { askForName, filesChosen, folderOfNode } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";

export default {
	id: "hullwright.files.newFile",
	title: "New File…",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(folder|files-root) .*writable", group: "1_new@1" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const view = await services.files.view();
		const [node] = filesChosen(view, clicked, selected);
		if (!node) return;
		const folder = folderOfNode(node);
		const name = await askForName(view, folder.uri, vscode.l10n.t("Name of the New File"));
		if (!name) return;
		const uri = folder.uri.with({ path: joinPath(folder.uri.path, name) });
		await view.files.writeFile(uri, new Uint8Array(), { create: true, overwrite: false });
		await vscode.commands.executeCommand("vscode.open", uri);
	},
} satisfies Command;
