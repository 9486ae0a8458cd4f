import * as vscode from "vscode";
import type { Language, LanguageOptions } from "./client.ts";

/** Starts the language server when a Dockerfile is open, and no sooner; its client is loaded then, too. Returns what starts it anew, or for the first time. */
export function startLanguageWhenNeeded(options: LanguageOptions): () => Promise<void> {
	let language: Promise<Language> | undefined;
	const startFor = ({ languageId }: vscode.TextDocument): void => {
		if (languageId === "dockerfile") language ??= load(options);
	};
	options.context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(startFor));
	vscode.workspace.textDocuments.forEach(startFor);
	return async () => {
		if (language) await (await language).restart();
		else await (language = load(options));
	};
}

async function load(options: LanguageOptions): Promise<Language> {
	const { startLanguage } = await import("./client.ts");
	return startLanguage(options);
}
