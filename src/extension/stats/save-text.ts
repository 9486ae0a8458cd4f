import * as vscode from "vscode";

/** Asks where, in the workspace's folder at first. */
export async function saveText(name: string, format: string, extension: string, text: string): Promise<void> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const target = await vscode.window.showSaveDialog({
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, name.replace(/[^\w.-]+/g, "-")) }),
		filters: { [format]: [extension] },
	});
	if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
