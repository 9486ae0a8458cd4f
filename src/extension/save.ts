import type * as vscode from "vscode";

/** Whether what the editor shows is stored then. `save` alone answers that nothing was saved where VS Code has saved by itself meanwhile. */
export async function saveAsShown(document: vscode.TextDocument): Promise<boolean> {
	if (document.isDirty) await document.save();
	return !document.isDirty;
}
