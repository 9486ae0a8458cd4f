import * as vscode from "vscode";
import { isWithin } from "../../../docker/files/entry.ts";
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
	title: "Delete File…",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(file|folder|device) .*writable", group: "7_change@2" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const { t } = vscode.l10n;
		const view = await services.files.view();
		const chosen = filesChosen(view, clicked, selected).filter(({ kind }) => kind === "file");
		const nodes = chosen.filter(({ isReadOnly }) => !isReadOnly);
		const [first] = nodes;
		if (!first && chosen[0]) throw new Error(t("Nothing is deleted: {0} is read-only.", chosen[0].of));
		if (!first) return;
		const lines = nodes.map((node) => {
			const path = plainText(node.uri.path, 200);
			return isFolder(node) && node.entry?.kind === "folder" ? t("{0}, with all that is in it", path) : `${path} (${sizeText(node.entry?.size ?? 0)})`;
		});
		const question =
			nodes.length === 1 ? t("Delete {0} in {1}?", plainText(first.entry?.name), first.of) : t("Delete {0} files and folders in {1}?", nodes.length, first.of);
		const detail = `${list(lines)}\n\n${t("This cannot be undone.")}`;
		const remove = t("Delete");
		if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) !== remove) return;
		const failures: string[] = [];
		await vscode.window.withProgress({ location: { viewId: "hullwright.files" } }, async () => {
			for (const { uri } of nodes) {
				try {
					await view.files.delete(uri);
					await closeEditors(uri);
				} catch (error) {
					failures.push(`${plainText(uri.path, 200)}: ${explain(error)}`);
				}
			}
		});
		if (failures.length > 0) throw new Error(failures.join(" "));
	},
} satisfies Command;

/** Of what is gone, as VS Code does it. One with changes that are not saved stays: its text is nowhere else. */
async function closeEditors(gone: vscode.Uri): Promise<void> {
	const isGone = ({ input, isDirty }: vscode.Tab): boolean =>
		!isDirty &&
		input instanceof vscode.TabInputText &&
		input.uri.scheme === gone.scheme &&
		input.uri.authority === gone.authority &&
		isWithin(input.uri.path, gone.path);
	await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isGone)));
}
