import * as vscode from "vscode";
import { buildOfDevcontainer } from "../../engine/language/devcontainer/dockerfiles.ts";

/** More of them no workspace has that one looks through. */
const mostFiles = 50;

/** Takes for Dockerfiles what `devcontainer.json` files name so, whatever it is called, where the editor has found no language for it. */
export async function takeDevcontainersDockerfiles(): Promise<vscode.Disposable> {
	const named = new Set<string>();
	const files = await vscode.workspace.findFiles("**/{.devcontainer/**/devcontainer.json,.devcontainer.json}", "**/node_modules/**", mostFiles);
	for (const file of files) {
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file).then(undefined, () => new Uint8Array()));
		const path = buildOfDevcontainer(text)?.dockerfile;
		if (path !== undefined) named.add(vscode.Uri.joinPath(file, "..", path).toString());
	}
	const take = (document: vscode.TextDocument): void => {
		if (document.languageId === "plaintext" && named.has(document.uri.toString())) void vscode.languages.setTextDocumentLanguage(document, "dockerfile");
	};
	vscode.workspace.textDocuments.forEach(take);
	return vscode.workspace.onDidOpenTextDocument(take);
}
