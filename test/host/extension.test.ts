import assert from "node:assert/strict";
import { join } from "node:path";
import { suite, test } from "mocha";
import * as vscode from "vscode";
import { until } from "./until.ts";

/** Named first in the alphabet, and so run before a test opens a Dockerfile. */
suite("activation", () => {
	const extension = vscode.extensions.getExtension("hullwright.hullwright");

	test("the installed VSIX is what is tested", () => {
		assert.ok(extension, "the extension is installed");
		assert.match(extension.extensionPath, /extensions.hullwright\.hullwright-/);
	});

	test("a text file does not wake the extension", async () => {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inWorkspace("README.md")));
		assert.equal(extension?.isActive, false);
	});

	test("a Dockerfile does", async () => {
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inWorkspace("ai-service/Dockerfile")));
		await until("the extension is active", () => extension?.isActive);
	});

	test("every command of the manifest exists", async () => {
		const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
		const registered = new Set(await vscode.commands.getCommands(true));
		assert.ok(declared.length > 0);
		assert.deepEqual(
			declared.map(({ command }) => command).filter((command) => !registered.has(command)),
			[],
		);
	});
});

function inWorkspace(path: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder);
	return vscode.Uri.file(join(folder.uri.fsPath, path));
}
