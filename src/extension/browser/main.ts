import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { fixAllCommand, type InitializationOptions } from "../../server/protocol.ts";
import { commandIds } from "../commands/ids.ts";
import { documentSelector } from "../language/document-selector.ts";

/** In a browser, as on vscode.dev, where there is no disk and no engine: the language server alone, in a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, "dist", "server-browser.js").toString(true));
	const initializationOptions: InitializationOptions = { suggestCommand: "editor.action.triggerSuggest", isTrusted: false };
	const client = new LanguageClient("hullwright", "Hullwright", { documentSelector, initializationOptions, diagnosticCollectionName: "hullwright" }, worker);
	const fixAll = async (): Promise<void> => {
		const document = vscode.window.activeTextEditor?.document;
		if (document) await client.sendRequest("workspace/executeCommand", { command: fixAllCommand, arguments: [document.uri.toString()] });
	};
	context.subscriptions.push(
		client,
		...commandIds.map((id) => vscode.commands.registerCommand(id, () => (id === "hullwright.fixAll" ? fixAll() : void sayNotHere()))),
	);
	await client.start();
}

/** The manifest lists the commands wherever the extension runs, and none of them is to fail without a word. */
const sayNotHere = async (): Promise<void> =>
	void (await vscode.window.showInformationMessage(
		vscode.l10n.t(
			"In the browser Hullwright checks and completes files. For this, open the folder in VS Code on a machine that has Docker, or over a remote connection.",
		),
	));

declare class Worker {
	constructor(address: string);
}
