import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type LanguageClientOptions } from "vscode-languageclient/browser";
import { rulePagesIn } from "../../l10n/rule-pages.ts";
import {
	type ComposeByContent,
	composeByContentRequest,
	fixAllCommand,
	type InitializationOptions,
	type StageRow,
	stagesRequest,
} from "../../server/protocol.ts";
import { createEnvironmentFile } from "../commands/create-environment-file.ts";
import { type CommandId, commandIds } from "../commands/ids.ts";
import { offerComposeByContent } from "../language/compose-by-content.ts";
import { hasComposeFormatter, hasComposeKeys } from "../language/compose-keys.ts";
import { takeDevcontainersDockerfiles } from "../language/devcontainers.ts";
import { documentSelector } from "../language/document-selector.ts";
import { setEnterRules } from "../language/enter-rules.ts";
import { middleware } from "../language/middleware.ts";
import { showStageDividers } from "../language/stage-dividers.ts";
import { showInformationMessage } from "../window.ts";

/** In a browser, as on vscode.dev, where there is no disk and no engine: the language server in a worker, and what the editor does by itself. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const client = createClient(context.extensionUri);
	const fixAll = async (): Promise<void> => {
		const document = vscode.window.activeTextEditor?.document;
		if (document) await client.sendRequest("workspace/executeCommand", { command: fixAllCommand, arguments: [document.uri.toString()] });
	};
	const restart = async (): Promise<void> => {
		await client.stop();
		await client.start();
	};
	const here: { readonly [id in CommandId]?: (...args: never[]) => Promise<void> } = {
		"hullwright.createEnvironmentFile": createEnvironmentFile,
		"hullwright.fixAll": fixAll,
		"hullwright.restartLanguageServer": restart,
	};
	context.subscriptions.push(client, ...commandIds.map((id) => vscode.commands.registerCommand(id, here[id] ?? sayNotHere)), setEnterRules());
	await client.start();
	context.subscriptions.push(
		showStageDividers((uri) => client.sendRequest<readonly StageRow[]>(stagesRequest, { uri: uri.toString() })),
		offerComposeByContent(async (text) => (await client.sendRequest<ComposeByContent>(composeByContentRequest, { text })).isCompose, context.workspaceState),
	);
	// Where the folder is far away it takes its time to look through it, and commands wait for the end of this.
	void takeDevcontainersDockerfiles().then((taking) => context.subscriptions.push(taking));
}

function createClient(extension: vscode.Uri): LanguageClient {
	const initializationOptions: InitializationOptions = {
		rulePages: `${vscode.Uri.joinPath(extension, ...rulePagesIn(vscode.env.language)).toString()}/`,
		suggestCommand: "editor.action.triggerSuggest",
		isTrusted: false,
		hasComposeKeys: hasComposeKeys(),
		hasComposeFormatter: hasComposeFormatter(),
	};
	const options: LanguageClientOptions = { documentSelector, initializationOptions, diagnosticCollectionName: "hullwright", middleware };
	const program = vscode.Uri.joinPath(extension, "dist", "server-browser.js").toString(true);
	let worker: Worker | undefined;
	return new LanguageClient(
		"hullwright",
		"Hullwright",
		async () => {
			worker?.terminate();
			worker = new Worker(program);
			return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
		},
		options,
	);
}

/** The manifest lists the commands wherever the extension runs, and none of them is to fail without a word. */
const sayNotHere = async (): Promise<void> =>
	void (await showInformationMessage(
		vscode.l10n.t(
			"In the browser Hullwright checks and completes files. For this, open the folder in VS Code on a machine that has Docker, or over a remote connection.",
		),
	));

declare class Worker {
	constructor(address: string);
	terminate(): void;
}
