import * as vscode from "vscode";
import type { Docker } from "../docker/docker.ts";
import { historyText } from "./history-text.ts";

const scheme = "hullwright-inspect";

const json = (description: unknown): string => `${JSON.stringify(description, undefined, 2)}\n`;

/** What can be shown, each by its id. */
const texts = {
	container: async ({ containers }: Docker, id: string) => json(await containers.inspect(id)),
	image: async ({ images }: Docker, id: string) => json(await images.inspect(id)),
	volume: async ({ volumes }: Docker, id: string) => json(await volumes.inspect(id)),
	network: async ({ networks }: Docker, id: string) => json(await networks.inspect(id)),
	history: async ({ images }: Docker, id: string, name: string) => historyText(name, await images.history(id), vscode.l10n.t),
};

/** Read-only documents with the engine's own description of what there is, secrets masked. */
export type Inspections = vscode.Disposable & {
	/** Opens the document, or brings one that is open up to date. */
	show(kind: keyof typeof texts, id: string, name: string): Promise<void>;
};

export function registerInspections(docker: () => Promise<Docker>): Inspections {
	const refreshed = new vscode.EventEmitter<vscode.Uri>();
	const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: refreshed.event,
		provideTextDocumentContent: async ({ authority, query, fragment }) => texts[authority as keyof typeof texts](await docker(), query, fragment),
	});
	return {
		async show(kind, id, name) {
			const path = `/${name.replace(/[^\w.:@-]+/g, "-")}.${kind === "history" ? "history.txt" : "json"}`;
			const uri = vscode.Uri.from({ scheme, authority: kind, path, query: id, fragment: kind === "history" ? name : "" });
			if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) refreshed.fire(uri);
			await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
		},
		dispose() {
			vscode.Disposable.from(provider, refreshed).dispose();
		},
	};
}
