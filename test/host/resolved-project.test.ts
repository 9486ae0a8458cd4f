import assert from "node:assert/strict";
import { suite, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { until } from "./until.ts";

suite("the resolved project", () => {
	suiteTeardown(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

	test("is shown beside its file, follows it as it is typed, and says why there is none", async () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.ok(folder);
		const uri = vscode.Uri.joinPath(folder.uri, "resolved", "compose.yaml");
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode("services:\n  web:\n    image: nginx:1.27\n"));
		const document = await vscode.workspace.openTextDocument(uri);
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand("hullwright.showResolvedProject", uri);
		const shown = await until("the resolved project", () => vscode.workspace.textDocuments.find(({ uri: { scheme } }) => scheme === "hullwright-project"));
		assert.match(shown.getText(), /^name: resolved\n[^]*image: nginx:1\.27\n/);
		const edit = new vscode.WorkspaceEdit();
		edit.insert(uri, new vscode.Position(3, 0), "    restart: always\n");
		await vscode.workspace.applyEdit(edit);
		await until("what was typed", () => shown.getText().includes("restart: always"));
		const mistake = new vscode.WorkspaceEdit();
		mistake.insert(uri, new vscode.Position(4, 0), "    imag: nginx\n");
		await vscode.workspace.applyEdit(mistake);
		await until("the reason", () => /^# Compose refuses the project:\n# compose\.yaml:5: .*image/.test(shown.getText()));
		await document.save();
	});

	test("is compared with its file", async () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.ok(folder);
		await vscode.commands.executeCommand("hullwright.compareWithResolvedProject", vscode.Uri.joinPath(folder.uri, "resolved", "compose.yaml"));
		await until("the two beside each other", () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
	});
});
