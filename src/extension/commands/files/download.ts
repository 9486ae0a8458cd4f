import * as vscode from "vscode";
import { nameOf } from "../../../docker/files/entry.ts";
import { plainText } from "../../../docker/plain-text.ts";
import { filesChosen, withoutInner } from "../../files/chosen.ts";
import { type FileNode, isFolder } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";

export default {
	id: "hullwright.files.download",
	title: "Download Files…",
	icon: "cloud-download",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(file|folder) ", orAmong: "^(file|folder|device) ", group: "4_transfer@2" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const { t } = vscode.l10n;
		const view = await services.files.view();
		const nodes = withoutInner(filesChosen(view, clicked, selected).filter(({ kind }) => kind === "file"));
		const [first] = nodes;
		if (!first) return;
		const [workspace] = vscode.workspace.workspaceFolders ?? [];
		if (nodes.length === 1 && !isFolder(first)) {
			const name = nameOf(first.uri.path).replace(/[^\w .@+=-]+/g, "-");
			const target = await vscode.window.showSaveDialog({
				title: t("Download {0}", name),
				...(workspace && { defaultUri: vscode.Uri.joinPath(workspace.uri, name) }),
			});
			if (target) await view.download([first], target, "file");
			return;
		}
		const [folder] =
			(await vscode.window.showOpenDialog({
				title: t("Download {0}", plainText(nodes.map(({ uri }) => nameOf(uri.path)).join(", "), 200)),
				canSelectFolders: true,
				canSelectFiles: false,
				openLabel: t("Download Here"),
				...(workspace && { defaultUri: workspace.uri }),
			})) ?? [];
		if (folder) await view.download(nodes, folder, "folder");
	},
} satisfies Command;
