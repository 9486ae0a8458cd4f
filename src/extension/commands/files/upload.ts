import * as vscode from "vscode";
import { filesChosen, folderOfNode } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";

export default {
	id: "hullwright.files.upload",
	title: "Upload Files…",
	icon: "cloud-upload",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(folder|files-root) .*writable", group: "4_transfer@1" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const { t } = vscode.l10n;
		const view = await services.files.view();
		const [node] = filesChosen(view, clicked, selected);
		if (!node) return;
		const options = { canSelectMany: true, canSelectFiles: true, title: t("Upload to {0}", node.of), openLabel: t("Upload") };
		const sources = await vscode.window.showOpenDialog(options);
		if (sources) await view.upload(folderOfNode(node), sources);
	},
} satisfies Command;
