import type { InlayHint } from "vscode-languageserver-types";
import { MarkupKind } from "vscode-languageserver-types";
import { hintKinds } from "../../engine/language/inlay-hint.ts";
import { paragraphs } from "../../engine/language/markdown.ts";
import { type Message, plainTextOf, textOf } from "../../engine/text/message.ts";
import type { Feature } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import { fromLspRange } from "../lsp/from.ts";

/** Where a hint comes from, so that it is explained only when somebody asks. */
type Origin = { readonly uri: string; readonly version: number; readonly offset: number };

const allKinds = new Set(hintKinds);

/** Values, numbers of stages and users that the file has elsewhere, behind the words that mean them, and what other files make of values. */
export const inlayHints: Feature = {
	capabilities: () => ({ inlayHintProvider: { resolveProvider: true } }),
	register(server) {
		const { connection, client, inLanguage, configurationOf, catalogue, onRefresh } = server;
		const toText = (label: string | Message): string => (typeof label === "string" ? label : plainTextOf(label, catalogue));
		connection.languages.inlayHint.on(
			guardPlace(server, "Inlay hints", null, async ({ textDocument: { uri }, range }) => {
				if (!inLanguage(uri)?.features.inlayHints) return null;
				const { hints } = await configurationOf(uri);
				const open = inLanguage(uri);
				if (!open) return null;
				const { document, features } = open;
				const { version } = document;
				const found = (await features.inlayHints?.(fromLspRange(document, range), hints)) ?? [];
				// Offsets are those of the version that was asked about.
				return (inLanguage(uri)?.document.version === version ? found : []).map(({ offset, label }): InlayHint => {
					const data: Origin = { uri, version: document.version, offset };
					return { position: document.positionAt(offset), label: toText(label), paddingLeft: true, data };
				});
			}),
		);
		connection.languages.inlayHint.resolve((hint, token) =>
			guard(server, "Inlay hint", hint, async (): Promise<InlayHint> => {
				const { uri, version, offset } = hint.data as Origin;
				const open = inLanguage(uri);
				if (open?.document.version !== version) return hint;
				const all = await open.features.inlayHints?.({ start: offset, end: offset }, allKinds);
				const own = all?.find(({ label }) => toText(label) === hint.label);
				return own ? { ...hint, tooltip: { kind: MarkupKind.Markdown, value: paragraphs(...own.about().map((message) => textOf(message, catalogue))) } } : hint;
			})(hint, token),
		);
		if (client.workspace?.inlayHint?.refreshSupport) onRefresh(() => void connection.languages.inlayHint.refresh());
	},
};
