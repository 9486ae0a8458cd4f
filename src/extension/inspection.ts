import * as vscode from "vscode";
import { visibleText } from "../engine/text/visible-text.ts";
import type { Docker } from "../docker/docker.ts";
import { historyText } from "./history-text.ts";
import type { InspectedKind } from "./inspect/links.ts";

const scheme = "hullwright-inspect";

const json = (description: unknown): string => `${visibleText(JSON.stringify(description, undefined, 2))}\n`;

/** What can be shown, each by its id. */
const texts = {
	container: async ({ containers }: Docker, id: string) => json(await containers.inspect(id)),
	image: async ({ images }: Docker, id: string) => json(await images.inspect(id)),
	volume: async ({ volumes }: Docker, id: string) => json(await volumes.inspect(id)),
	network: async ({ networks }: Docker, id: string) => json(await networks.inspect(id)),
	context: async ({ contexts }: Docker, name: string) => json(await contexts.inspect(name)),
	history: async ({ images }: Docker, id: string, name: string) => historyText(name, await images.history(id), vscode.l10n.t),
};

type Shown = keyof typeof texts;

/** Read-only documents with the engine's own description of what there is, secrets masked. Ids in them lead to the descriptions of what they name. */
export type Inspections = vscode.Disposable & {
	/** Opens the document, or brings one that is open up to date. */
	show(kind: Shown, id: string, name: string): Promise<void>;
	/** The value there as a template of `docker inspect --format`; undefined where the document is none of these. */
	templateAt(document: vscode.TextDocument, position: vscode.Position): Promise<string | undefined>;
};

export function registerInspections(docker: () => Promise<Docker>): Inspections {
	const refreshed = new vscode.EventEmitter<vscode.Uri>();
	const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
		onDidChange: refreshed.event,
		provideTextDocumentContent: async ({ authority, query, fragment }) => texts[authority as Shown](await docker(), query, fragment),
	});
	const links = vscode.languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: linksOf });
	const hovers = vscode.languages.registerHoverProvider({ scheme }, { provideHover: hoverAt });
	return {
		async show(kind, id, name) {
			const uri = uriOf(kind, id, name);
			if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) refreshed.fire(uri);
			await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
		},
		templateAt,
		dispose() {
			vscode.Disposable.from(provider, links, hovers, refreshed).dispose();
		},
	};
}

function uriOf(kind: Shown, id: string, name: string): vscode.Uri {
	const path = `/${name.replace(/[^\w.:@-]+/g, "-")}.${kind === "history" ? "history.txt" : "json"}`;
	return vscode.Uri.from({ scheme, authority: kind, path, query: id, fragment: kind === "history" ? name : "" });
}

const isJson = ({ uri }: vscode.TextDocument): boolean => uri.scheme === scheme && uri.authority !== "history";

async function linksOf(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
	if (!isJson(document)) return [];
	const { linksInText } = await import("./inspect/linked-values.ts");
	return linksInText(document.uri.authority as InspectedKind, document.getText()).map(({ at, kind, id, name }) => {
		const { start, end } = at.inner ?? at;
		const link = new vscode.DocumentLink(new vscode.Range(document.positionAt(start), document.positionAt(end)), uriOf(kind, id, name));
		link.tooltip = vscode.l10n.t("Inspect {0}", name);
		return link;
	});
}

async function templateAt(document: vscode.TextDocument, position: vscode.Position): Promise<string | undefined> {
	if (!isJson(document)) return undefined;
	const { templateAtOffset } = await import("./inspect/linked-values.ts");
	return templateAtOffset(document.getText(), document.offsetAt(position));
}

async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
	const template = await templateAt(document, position);
	if (!template) return undefined;
	const command = "hullwright.copyValuePath";
	const text = new vscode.MarkdownString().appendCodeblock(template, "go-template");
	text.isTrusted = { enabledCommands: [command] };
	text.appendMarkdown(`[${vscode.l10n.t("Copy Path of Value")}](command:${command}?${encodeURIComponent(JSON.stringify([template]))})`);
	return new vscode.Hover(text);
}
