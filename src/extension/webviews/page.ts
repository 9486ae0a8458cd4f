import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** What a page may load: nothing but its own program. */
export const pageOptions = (extensionUri: vscode.Uri): vscode.WebviewOptions => ({
	enableScripts: true,
	localResourceRoots: [vscode.Uri.joinPath(extensionUri, "dist")],
});

/** The page whose program is a bundle of ours; it draws all else itself. */
export function pageOf(webview: vscode.Webview, extensionUri: vscode.Uri, bundle: string): string {
	const nonce = randomBytes(16).toString("hex");
	const program = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", `${bundle}.js`)).toString();
	return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'">
</head>
<body><script nonce="${nonce}" src="${program}"></script></body>
</html>`;
}
