import { bakeHover } from "../../engine/language/bake/hover.ts";
import { configurationHover } from "../../engine/language/configuration/hover.ts";
import { hover as hoverAt } from "../../engine/language/dockerfile/hover/hover.ts";
import { patternAt, patternHover } from "../../engine/language/dockerignore/hover.ts";
import { withReasons } from "../../engine/language/hover.ts";
import { ruleWordHover } from "../../engine/language/rule-words.ts";
import { rules } from "../../engine/rules/index.ts";
import { lookAt } from "../dockerignore-effect.ts";
import { createExamples } from "../examples.ts";
import type { Feature } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { isLinted, kindOf } from "../kind.ts";
import { toHover } from "../lsp/to.ts";
import { ruleWordsOf } from "../rule-words.ts";

export const hover: Feature = {
	capabilities: () => ({ hoverProvider: true }),
	register(server) {
		const { connection, analysedInTime, parsed, documents, rulePage, catalogue } = server;
		const exampleOf = createExamples(rulePage);
		connection.onHover(
			guardPlace(server, "Hover", null, async ({ textDocument, position }, token) => {
				const open = documents.get(textDocument.uri);
				if (!open) return null;
				const offset = open.offsetAt(position);
				const named = await ruleWordsOf(server, textDocument.uri);
				const word = named && ruleWordHover(named.words, named.document.offsetAt(position), named.context);
				if (named && word && !isLinted(named.kind)) return toHover(named.document, word);
				if (kindOf(open) === "configuration") {
					const shown = configurationHover(open.getText(), offset, { rules, catalogue, rulePage });
					return shown ? toHover(open, shown) : null;
				}
				const found = await analysedInTime(textDocument.uri);
				if (!found) {
					// Why there is a problem is told once the problems are.
					const unlinted = parsed(textDocument.uri);
					const shown = unlinted && hoverAt(unlinted.file, offset, { rules, findings: [], rulePage, exampleOf, catalogue });
					return shown ? toHover(unlinted.document, word ?? shown) : null;
				}
				const { document, analysis } = found;
				const context = { rules, findings: analysis.findings, rulePage, exampleOf, catalogue };
				const at = document.offsetAt(position);
				const pattern = !word && analysis.kind === "dockerignore" ? patternAt(analysis.file, at) : undefined;
				if (pattern && analysis.kind === "dockerignore") {
					const looked = await lookAt(document.uri, analysis.file, pattern, token);
					const told = withReasons(patternHover(analysis.file, pattern, looked, catalogue), at, context);
					return told ? toHover(document, told) : null;
				}
				const inBake = analysis.kind === "bake" ? bakeHover(analysis.file, at, catalogue) : undefined;
				const shown = !word && analysis.kind === "dockerfile" ? hoverAt(analysis.file, at, context) : withReasons(word ?? inBake, at, context);
				return shown ? toHover(document, shown) : null;
			}),
		);
	},
};
