import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import type { InitializationOptions } from "../../server/protocol.ts";
import { documentSelector } from "../language/document-selector.ts";

/** In a browser, as on vscode.dev, where there is no disk and no engine: the language server alone, in a worker. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, "dist", "server-browser.js").toString(true));
	const initializationOptions: InitializationOptions = { suggestCommand: "editor.action.triggerSuggest", isTrusted: false };
	const client = new LanguageClient("hullwright", "Hullwright", { documentSelector, initializationOptions, diagnosticCollectionName: "hullwright" }, worker);
	context.subscriptions.push(client);
	await client.start();
}

declare class Worker {
	constructor(address: string);
}
