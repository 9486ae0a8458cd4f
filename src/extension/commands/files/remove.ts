import * as vscode from "vscode";
import { plainText } from "../../../docker/plain-text.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { filesChosen } from "../../files/chosen.ts";
import { type FileNode, isFolder } from "../../files/file-node.ts";
import { explain } from "../explain.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { list } from "../targets.ts";

export default {
	id: "hullwright.files.remove",
	title: "Delete File in Container…",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(file|folder|device) .*writable", group: "3_change@2" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const { t } = vscode.l10n;
		const view = await services.files.view();
		const nodes = filesChosen(view, clicked, selected).filter(({ kind, isReadOnly }) => kind === "file" && !isReadOnly);
		const [first] = nodes;
		if (!first) return;
		const lines = nodes.map((node) => {
			const path = plainText(node.uri.path, 200);
			return isFolder(node) && node.entry?.kind === "folder" ? t("{0}, with all that is in it", path) : `${path} (${sizeText(node.entry?.size ?? 0)})`;
		});
		const question =
			nodes.length === 1 ? t("Delete {0} in {1}?", plainText(first.entry?.name), first.of) : t("Delete {0} files and folders in {1}?", nodes.length, first.of);
		const detail = `${list(lines)}\n\n${t("They cannot be brought back.")}`;
		const remove = t("Delete");
		if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) !== remove) return;
		const failures: string[] = [];
		await vscode.window.withProgress({ location: { viewId: "hullwright.files" } }, async () => {
			for (const { uri } of nodes) await view.files.delete(uri).catch((error: unknown) => failures.push(`${plainText(uri.path, 200)}: ${explain(error)}`));
		});
		if (failures.length > 0) throw new Error(failures.join(" "));
	},
} satisfies Command;
