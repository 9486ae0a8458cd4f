import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { Ends } from "../ends.ts";
import type { PageKind } from "./page-texts.ts";

const scheme = "hullwright-page";

/** Read-only documents that say how something of a container is at the moment. */
export type Pages = vscode.Disposable & {
	/** Opens the document, or brings one that is open up to date. */
	show(kind: PageKind | "end", id: string, name: string): Promise<void>;
	refresh(uri: vscode.Uri): void;
	/** Shows the secrets of a document, or masks them again. */
	toggleSecrets(uri: vscode.Uri): void;
};

export function registerPages(docker: () => Promise<Docker>, ends: Ends): Pages {
	const refreshed = new vscode.EventEmitter<vscode.Uri>();
	const withSecrets = new Set<string>();
	const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: refreshed.event,
		async provideTextDocumentContent(uri) {
			const { authority, query, fragment } = uri;
			const { endPage, pageText } = await import("./page-texts.ts");
			if (authority === "end") return endPage(ends, query, vscode.l10n.t);
			return pageText(await docker(), authority as PageKind, { id: query, name: fragment, showsSecrets: withSecrets.has(uri.toString()) }, vscode.l10n.t);
		},
	});
	// Who closes a page with secrets finds it masked again.
	const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => withSecrets.delete(uri.toString()));
	return {
		async show(kind, id, name) {
			const uri = vscode.Uri.from({ scheme, authority: kind, path: `/${name.replace(/[^\w.-]+/g, "-")} ${kind}.txt`, query: id, fragment: name });
			if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) refreshed.fire(uri);
			await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
		},
		refresh: (uri) => refreshed.fire(uri),
		toggleSecrets(uri) {
			const key = uri.toString();
			if (!withSecrets.delete(key)) withSecrets.add(key);
			refreshed.fire(uri);
		},
		dispose() {
			vscode.Disposable.from(provider, refreshed, closing).dispose();
		},
	};
}
