import * as vscode from "vscode";
import { saveAsShown } from "../save.ts";
import { nameOf } from "./preview.ts";

/** `replaces`: there is such a file, and the user wants it replaced. */
export type NewFile = { readonly uri: vscode.Uri; readonly text: string; readonly replaces: boolean };

/** Writes all files; one that has appeared since the user was asked is not overwritten, and then none is written. */
export async function write(files: readonly NewFile[]): Promise<void> {
	for (const { uri } of files.filter(({ replaces }) => !replaces)) {
		const appeared = await vscode.workspace.fs.stat(uri).then(
			() => true,
			() => false,
		);
		if (appeared) throw new Error(vscode.l10n.t("{0} has appeared in the meantime, so nothing was written. Start again to decide about it.", nameOf(uri)));
	}
	for (const file of files) {
		if (file.replaces) await replace(file);
		else await vscode.workspace.fs.writeFile(file.uri, new TextEncoder().encode(file.text));
	}
}

/** In an editor that stays open, so that it can be undone. */
async function replace({ uri, text }: NewFile): Promise<void> {
	const { document } = await vscode.window.showTextDocument(uri, { preview: false });
	const edit = new vscode.WorkspaceEdit();
	edit.replace(uri, document.validateRange(new vscode.Range(0, 0, document.lineCount, 0)), text);
	if (!(await vscode.workspace.applyEdit(edit)) || !(await saveAsShown(document))) {
		throw new Error(vscode.l10n.t("{0} could not be replaced. Is it read-only?", nameOf(uri)));
	}
}
