import { configurationHover } from "../../engine/language/configuration/hover.ts";
import { withReasons } from "../../engine/language/hover.ts";
import { ruleWordHover } from "../../engine/language/rule-words.ts";
import { rules } from "../../engine/rules/index.ts";
import { createExamples } from "../examples.ts";
import type { Feature } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { isLinted, kindOf } from "../kind.ts";
import { toHover } from "../lsp/to.ts";
import { ruleWordsOf } from "../rule-words.ts";

/** What is at the cursor, and below it why the problems there are some. */
export const hover: Feature = {
	capabilities: () => ({ hoverProvider: true }),
	register(server) {
		const { connection, analysedInTime, inLanguage, documents, rulePage, catalogue } = server;
		const exampleOf = createExamples(rulePage);
		connection.onHover(
			guardPlace(server, "Hover", null, async ({ textDocument: { uri }, position }, token) => {
				const document = documents.get(uri);
				if (!document) return null;
				const offset = document.offsetAt(position);
				const named = await ruleWordsOf(server, uri);
				const word = named && ruleWordHover(named.words, offset, named.context);
				if (!isLinted(kindOf(document))) {
					const shown =
						word ?? (kindOf(document) === "configuration" ? configurationHover(document.getText(), offset, { rules, catalogue, rulePage }) : undefined);
					return shown ? toHover(document, shown) : null;
				}
				// Of a long document why there is a problem is told once the problems are.
				const findings = (await analysedInTime(uri))?.analysis.findings ?? [];
				const about = word ?? (await inLanguage(uri)?.features.hoverAt?.(offset, token));
				const shown = withReasons(about, offset, { rules, findings, rulePage, exampleOf, catalogue });
				return shown ? toHover(document, shown) : null;
			}),
		);
	},
};
