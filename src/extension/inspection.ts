import * as vscode from "vscode";
import type { Docker } from "../docker/docker.ts";

const scheme = "hullwright-inspect";

/** Read-only documents with the engine's own description of a container or an image, secrets masked. */
export type Inspections = vscode.Disposable & {
	/** Opens the document, or brings one that is open up to date. */
	show(kind: "container" | "image", id: string, name: string): Promise<void>;
};

export function registerInspections(docker: () => Promise<Docker>): Inspections {
	const refreshed = new vscode.EventEmitter<vscode.Uri>();
	const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: refreshed.event,
		async provideTextDocumentContent({ authority, query }) {
			const client = await docker();
			const description = authority === "image" ? await client.images.inspect(query) : await client.containers.inspect(query);
			return `${JSON.stringify(description, undefined, 2)}\n`;
		},
	});
	return {
		async show(kind, id, name) {
			const uri = vscode.Uri.from({ scheme, authority: kind, path: `/${name.replace(/[^\w.:@-]+/g, "-")}.json`, query: id });
			if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) refreshed.fire(uri);
			await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
		},
		dispose() {
			vscode.Disposable.from(provider, refreshed).dispose();
		},
	};
}
