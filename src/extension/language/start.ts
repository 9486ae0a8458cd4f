import * as vscode from "vscode";
import type { Language, LanguageOptions } from "./client.ts";
import { offerComposeByContent } from "./compose-by-content.ts";
import { documentSelector } from "./document-selector.ts";
import { setEnterRules } from "./enter-rules.ts";

export type LanguageStarter = {
	/** Starts the language server where it does not run yet. */
	start(): Promise<Language>;
	/** Starts it anew, or for the first time. */
	restart(): Promise<void>;
};

/**
 * Starts the language server when a document of its own is open, and no sooner; its client is loaded then, too. Returns what starts it otherwise.
 * `meanwhile` is called once, while the server works on its first answer and this process has nothing to do.
 */
export function startLanguageWhenNeeded(options: LanguageOptions, meanwhile: () => void): LanguageStarter {
	let language: Promise<Language> | undefined;
	const start = (): Promise<Language> => (language ??= load(options, meanwhile));
	const startFor = (document: vscode.TextDocument): void => {
		if (documentSelector.some((selector) => vscode.languages.match(selector, document) > 0)) void start();
	};
	const isCompose = async (text: string): Promise<boolean> => (await start()).isCompose(text);
	options.context.subscriptions.push(
		vscode.workspace.onDidOpenTextDocument(startFor),
		setEnterRules(),
		offerComposeByContent(isCompose, options.context.workspaceState),
	);
	vscode.workspace.textDocuments.forEach(startFor);
	// What they make a Dockerfile of is opened anew, and so starts the server.
	void import("./devcontainers.ts").then(async (module) => options.context.subscriptions.push(await module.takeDevcontainersDockerfiles()));
	return {
		start,
		async restart() {
			if (language) await (await language).restart();
			else await start();
		},
	};
}

async function load(options: LanguageOptions, meanwhile: () => void): Promise<Language> {
	const { startLanguage } = await import("./client.ts");
	const language = await startLanguage(options);
	setImmediate(meanwhile);
	return language;
}
