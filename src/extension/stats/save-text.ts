import * as vscode from "vscode";
import { fileNameOf, inWorkspace } from "../commands/long-task.ts";

/** Asks where, in the workspace's folder at first. */
export async function saveText(name: string, format: string, extension: string, text: string): Promise<void> {
	const target = await vscode.window.showSaveDialog({ ...inWorkspace(fileNameOf(name)), filters: { [format]: [extension] } });
	if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
