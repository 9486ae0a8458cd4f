import * as vscode from "vscode";

/** Where the daemon is, by the settings; empty where they do not say. VS Code leaves out what an untrusted workspace has set: see `restrictedConfigurations` in package.json. */
export function connectionSettings(): { readonly host: string; readonly context: string } {
	const configuration = vscode.workspace.getConfiguration("hullwright.docker");
	return { host: configuration.get("host", "").trim(), context: configuration.get("context", "").trim() };
}
