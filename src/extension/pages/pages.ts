import * as vscode from "vscode";
import type { Docker } from "../../docker/docker.ts";
import type { ComposeSources } from "../compose/files-of-container.ts";
import type { Ends } from "../ends.ts";
import type { PageLink } from "./environment.ts";
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

export function registerPages(docker: () => Promise<Docker>, ends: Ends, sources: ComposeSources): Pages {
	const refreshed = new vscode.EventEmitter<vscode.Uri>();
	const withSecrets = new Set<string>();
	const links = new Map<string, readonly PageLink[]>();
	const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: refreshed.event,
		async provideTextDocumentContent(uri) {
			const { authority, query, fragment } = uri;
			const { endPage, pageText } = await import("./page-texts.ts");
			if (authority === "end") return endPage(ends, query, vscode.l10n.t);
			const of = { id: query, name: fragment, showsSecrets: withSecrets.has(uri.toString()) };
			const page = await pageText(await docker(), sources, authority as PageKind, of, vscode.l10n.t);
			links.set(uri.toString(), page.links);
			return page.text;
		},
	});
	const linking = vscode.languages.registerDocumentLinkProvider(
		{ scheme },
		{
			provideDocumentLinks: (document) =>
				(links.get(document.uri.toString()) ?? []).map(({ start, end, place }) => {
					const { line, character } = place.range.start;
					// So does VS Code name a place in a file.
					const target = vscode.Uri.parse(place.uri).with({ fragment: `L${line + 1},${character + 1}` });
					return new vscode.DocumentLink(new vscode.Range(document.positionAt(start), document.positionAt(end)), target);
				}),
		},
	);
	// Who closes a page with secrets finds it masked again.
	const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
		withSecrets.delete(uri.toString());
		links.delete(uri.toString());
	});
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
			vscode.Disposable.from(provider, linking, refreshed, closing).dispose();
		},
	};
}
