import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location } from "vscode-languageserver-types";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fileInWords, placeOfWords } from "../../engine/compose/cli-words.ts";
import { openerFor } from "../../engine/language/languages.ts";
import { projectAround } from "../compose-projects.ts";
import type { Feature } from "../feature.ts";
import { guard } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { pathOf } from "../path-of.ts";
import { type ComposeWords, composeWordsRequest } from "../protocol.ts";

/** Where in the files of a project that is, about which Docker Compose itself complains. */
export const composeWords: Feature = {
	capabilities: () => ({}),
	register(server) {
		server.connection.onRequest<Location | null, never>(
			composeWordsRequest,
			guard<ComposeWords, Location | null>(server, "Words of Docker Compose", null, async ({ uri, words }) => {
				const own = pathOf(uri);
				if (own === undefined) return null;
				const named = fileInWords(words);
				const path = named === undefined ? own : resolve(own, "..", named);
				const text = server.textNow(path);
				const read = text === undefined ? undefined : (await openerFor("compose"))(text);
				// What is no YAML, such as a file of variables, has lines.
				const range = read?.id === "compose" ? placeOfWords(read.file, words) : undefined;
				if (text !== undefined && range)
					return { uri: path === own ? uri : pathToFileURL(path).href, range: toLspRange(TextDocument.create(uri, "", 0, text), range) };
				const around = await projectAround(uri, server);
				const [refusal] = around?.project.refusals ?? [];
				return (refusal && around?.placeOf(refusal.at)) ?? null;
			}),
		);
	},
};
