import {
	type ClientCapabilities,
	type DocumentFormattingParams,
	DocumentFormattingRequest,
	DocumentOnTypeFormattingRequest,
	DocumentRangeFormattingRequest,
	type DocumentSelector,
	FormattingOptions,
	type Range as LspRange,
	type TextEdit,
} from "vscode-languageserver";
import { type FormatOptions, type Indent, blanks, tab, toFormatOptions } from "../../engine/language/format-options.ts";
import type { Range } from "../../engine/text/text.ts";
import { leavesOut } from "../../files/configurations.ts";
import { pathOf } from "../path-of.ts";
import type { Feature, Server } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { fromLspRange } from "../lsp/from.ts";
import { toTextEdits } from "../lsp/to.ts";

/** What is formatted. For JSON, and for YAML of which an editor does not know that it is Compose, it has formatters, and would ask which one is meant. */
const always: DocumentSelector = [{ language: "dockerfile" }, { language: "dockerbake" }, { pattern: "**/{docker-bake{,.*,-*},{,*.,*-}bake{,.*,-*}}.hcl" }];
const composeSelector: DocumentSelector = [{ language: "dockercompose" }];

/** Whether the client can be told which documents are formatted. */
const canBeTold = ({ textDocument }: ClientCapabilities): boolean =>
	[textDocument?.formatting, textDocument?.rangeFormatting, textDocument?.onTypeFormatting].every((each) => each?.dynamicRegistration === true);

/** Formats a Dockerfile, a bake file or a Compose file, a part of it, or the line that was begun. */
export const formatting: Feature = {
	capabilities: (client) =>
		canBeTold(client)
			? {}
			: {
					documentFormattingProvider: true,
					documentRangeFormattingProvider: true,
					documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
				},
	register(server) {
		const { connection, client, inLanguage, onReady, options } = server;
		if (canBeTold(client)) {
			onReady(() => {
				const documentSelector = options.hasComposeFormatter ? always : [...always, ...composeSelector];
				void connection.client.register(DocumentFormattingRequest.type, { documentSelector });
				void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
				void connection.client.register(DocumentOnTypeFormattingRequest.type, { documentSelector, firstTriggerCharacter: "\n" });
			});
		}
		connection.onDocumentFormatting(guardPlace(server, "Formatting", null, (parameters) => format(server, parameters)));
		connection.onDocumentRangeFormatting(guardPlace(server, "Formatting a range", null, (parameters) => format(server, parameters, parameters.range)));
		connection.onDocumentOnTypeFormatting(
			guardPlace(server, "Formatting a line", null, async ({ textDocument, position, options }) => {
				const { indent } = await optionsOf(server, textDocument.uri, options);
				const open = inLanguage(textDocument.uri);
				const edits = open?.features.editsOnEnter?.(open.document.offsetAt(position), indent ?? indentOf(options));
				return open && edits ? toTextEdits(open.document, edits) : null;
			}),
		);
	},
};

async function format(server: Server, { textDocument: { uri }, options }: DocumentFormattingParams, range?: LspRange): Promise<TextEdit[] | null> {
	const { isLeftOut, ...wanted } = await optionsOf(server, uri, options);
	const open = server.inLanguage(uri);
	if (!open || isLeftOut) return null;
	const { document, features } = open;
	const formatted = features.format?.(wanted, range && withoutNextLine(fromLspRange(document, range), document.getText()));
	if (!formatted) return null;
	const { edits, left } = formatted;
	for (const { start } of left)
		server.connection.console.info(`${uri}:${document.positionAt(start).line + 1}: left as it is, for Docker might read it otherwise once formatted`);
	return toTextEdits(document, edits);
}

/** A selection of whole lines ends where the next begins, which is not meant. */
const withoutNextLine = ({ start, end }: Range, text: string): Range => ({ start, end: end > start && text[end - 1] === "\n" ? end - 1 : end });

async function optionsOf(
	{ configurationOf, editorConfigOf, inLanguage }: Server,
	uri: string,
	editor: FormattingOptions,
): Promise<FormatOptions & { readonly isLeftOut: boolean }> {
	const { configuration, file } = await configurationOf(uri);
	const path = pathOf(uri);
	const isLeftOut = path !== undefined && file !== undefined && leavesOut(file, path);
	// Edits cannot change an editor's line ends.
	const indent = inLanguage(uri)?.features.usualIndent ?? indentOf(editor);
	return { ...toFormatOptions(configuration, editorConfigOf(uri), indent), lineEnd: undefined, isLeftOut };
}

const indentOf = ({ tabSize, insertSpaces }: FormattingOptions): Indent => (insertSpaces ? blanks(tabSize) : tab(tabSize));
