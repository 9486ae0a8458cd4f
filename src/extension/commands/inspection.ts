import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";

const scheme = "hullwright-inspect";
const refreshed = new vscode.EventEmitter<vscode.Uri>();

/** Read-only documents with the engine's own description of a container or an image, secrets masked. */
export function registerInspections(docker: () => Promise<Docker>): vscode.Disposable {
	return vscode.workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: refreshed.event,
		async provideTextDocumentContent({ authority, query }) {
			const client = await docker();
			const description = authority === "image" ? await client.inspectImage(query) : await client.inspectContainer(query);
			return `${JSON.stringify(description, undefined, 2)}\n`;
		},
	});
}

/** Opens the document, or brings one that is open up to date. */
export async function showInspection(kind: "container" | "image", id: string, name: string): Promise<void> {
	const uri = vscode.Uri.from({ scheme, authority: kind, path: `/${name.replace(/[^\w.:@-]+/g, "-")}.json`, query: id });
	if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) refreshed.fire(uri);
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}
