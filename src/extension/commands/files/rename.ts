import * as vscode from "vscode";
import { folderOf, joinPath, nameOf } from "../../../docker/files/entry.ts";
import { askForName, filesChosen } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { withProgress } from "../../window.ts";

export default {
	id: "hullwright.files.rename",
	title: "Rename File…",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(file|folder) .*writable", group: "7_change@1" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const view = await services.files.view();
		const [node] = filesChosen(view, clicked, selected);
		if (!node?.parent) return;
		if (node.isReadOnly) throw new Error(vscode.l10n.t("Nothing is renamed: {0} is read-only.", node.of));
		const { path } = node.uri;
		const name = await askForName(view, node.parent.uri, vscode.l10n.t("New Name"), nameOf(path));
		if (!name || name === nameOf(path)) return;
		const options = { location: { viewId: "hullwright.files" } };
		const to = node.uri.with({ path: joinPath(folderOf(path), name) });
		await withProgress(options, async () => {
			// Editors go along with an edit of the workspace; why one fails is not told.
			const edit = new vscode.WorkspaceEdit();
			edit.renameFile(node.uri, to);
			if (!(await vscode.workspace.applyEdit(edit))) await view.files.rename(node.uri, to, { overwrite: false });
		});
	},
} satisfies Command;
