import { pathToFileURL } from "node:url";
import { type CancellationToken, type SymbolInformation, SymbolKind } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "../../engine/dockerfile/parse.ts";
import { stageSymbols } from "../../engine/language/dockerfile/stage-symbols.ts";
import { languageOfName } from "../../engine/language/language-of-name.ts";
import { findFiles } from "../../files/find-files.ts";
import { pathOf } from "../path-of.ts";
import type { Feature, Server } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";

/** The stages of all Dockerfiles that are open or in the workspace, by their names. */
export const workspaceSymbols: Feature = {
	capabilities: () => ({ workspaceSymbolProvider: true }),
	register(server) {
		server.connection.onWorkspaceSymbol(guard(server, "Workspace symbols", null, ({ query }, token) => symbolsFor(server, query, token)));
	},
};

/** More files and folders than this no search looks at, and more than this nobody reads. */
const limits = { mostFiles: 1000, mostFolders: 5000 };
const mostSymbols = 500;

async function symbolsFor(server: Server, query: string, token: CancellationToken): Promise<SymbolInformation[]> {
	const { documents, parsed, folders, textNow } = server;
	const symbols: SymbolInformation[] = [];
	const add = (document: TextDocument, file: Parameters<typeof stageSymbols>[0]): void => {
		for (const { name, image, at } of stageSymbols(file, query)) {
			const location = { uri: document.uri, range: toLspRange(document, at) };
			symbols.push({ name, kind: SymbolKind.Module, location, containerName: image });
		}
	};
	const open = new Set<string | undefined>();
	for (const { uri } of documents.all()) {
		const found = parsed(uri);
		if (!found) continue;
		open.add(pathOf(uri));
		add(found.document, found.file);
	}
	const isCancelled = (): boolean => token.isCancellationRequested;
	const paths = await findFiles(await folders(), (name) => languageOfName(name) === "dockerfile", { ...limits, isCancelled });
	for (const [index, path] of paths.entries()) {
		// A request to stop is heard between files alone.
		if (index % 20 === 0) await new Promise(setImmediate);
		if (isCancelled() || symbols.length >= mostSymbols) break;
		const text = open.has(path) ? undefined : textNow(path);
		if (text !== undefined && /\sas\s/i.test(text)) add(TextDocument.create(pathToFileURL(path).href, "dockerfile", 0, text), parse(text));
	}
	return symbols.slice(0, mostSymbols);
}
