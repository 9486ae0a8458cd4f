import * as vscode from "vscode";
import { isWithin } from "../../../docker/files/entry.ts";
import type { FolderMeasure } from "../../../docker/files/measure.ts";
import { plainText } from "../../../docker/plain-text.ts";
import { sizeText } from "../../../engine/text/size.ts";
import { filesChosen, withoutInner } from "../../files/chosen.ts";
import type { FileNode } from "../../files/file-node.ts";
import { explain } from "../explain.ts";
import type { Command } from "../command.ts";
import { onRows } from "../menus.ts";
import { list } from "../targets.ts";
import { showWarningMessage, withProgress } from "../../window.ts";

export default {
	id: "hullwright.files.remove",
	title: "Delete File…",
	needsTrust: true,
	enablement: "hullwright.files.isOpen",
	menus: [onRows("files", { rows: "^(file|folder|device) .*writable", orAmong: "^(file|folder|device) ", group: "7_change@2" })],
	async run(services, clicked?: FileNode, selected?: readonly FileNode[]) {
		const { t } = vscode.l10n;
		const view = await services.files.view();
		const chosen = withoutInner(filesChosen(view, clicked, selected).filter(({ kind }) => kind === "file"));
		const nodes = chosen.filter(({ isReadOnly }) => !isReadOnly);
		const [first] = nodes;
		if (!first && chosen[0]) throw new Error(t("Nothing is deleted: {0} is read-only.", chosen[0].of));
		if (!first) return;
		const { files } = await services.docker();
		const measuring = nodes
			.slice(0, mostListed)
			.map(async (node) => (node.entry?.kind === "folder" ? files.measure(node.place, node.uri.path).catch(() => undefined) : undefined));
		const measures = await withProgress({ location: { viewId: "hullwright.files" } }, () => Promise.all(measuring));
		const places = [...new Set(nodes.map(({ of }) => of))].join(", ");
		const lines = nodes.map((node, index) => `${places === first.of ? "" : `${node.of}: `}${lineOf(node, measures[index])}`);
		const question =
			nodes.length === 1 ? t("Delete {0} in {1}?", plainText(first.entry?.name), first.of) : t("Delete {0} files and folders in {1}?", nodes.length, places);
		const detail = `${list(lines)}\n\n${t("This cannot be undone.")}`;
		const remove = t("Delete");
		if ((await showWarningMessage(question, { modal: true, detail }, remove)) !== remove) return;
		const failures: string[] = [];
		await withProgress({ location: { viewId: "hullwright.files" } }, async () => {
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

/** So many lines does the question have: of the folders behind them it is not said how much is in them. */
const mostListed = 20;

/** What goes, with how much of it. */
function lineOf({ uri, entry }: FileNode, measure: FolderMeasure | undefined): string {
	const { t } = vscode.l10n;
	const path = plainText(uri.path, 200);
	if (entry?.kind !== "folder") return `${path} (${sizeText(entry?.size ?? 0)})`;
	if (!measure || (measure.files === 0 && measure.isPartial)) return t("{0}, with all that is in it", path);
	const { files, bytes, isPartial } = measure;
	if (isPartial) return t("{0}, with more than {1} files in it ({2} and more)", path, files, sizeText(bytes));
	if (files === 0) return t("{0}, without a file in it", path);
	return files === 1 ? t("{0}, with one file in it ({1})", path, sizeText(bytes)) : t("{0}, with {1} files in it ({2})", path, files, sizeText(bytes));
}

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
