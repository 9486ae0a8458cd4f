import * as vscode from "vscode";
import type { FilePlace } from "../webviews/compose-graph/protocol.ts";

/** Shows where something is written, in the editor in which its file is open already, else in the column. */
export async function showPlace({ uri, range: { start, end } }: FilePlace, column: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<void> {
	const target = vscode.Uri.parse(uri);
	const isTarget = (other: vscode.Uri): boolean => other.toString() === target.toString();
	const open = vscode.window.visibleTextEditors.find(({ document }) => isTarget(document.uri));
	const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && isTarget(input.uri)));
	const selection = new vscode.Range(start.line, start.character, end.line, end.character);
	await vscode.window.showTextDocument(target, { selection, viewColumn: open?.viewColumn ?? group?.viewColumn ?? column });
}
