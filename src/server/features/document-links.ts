import { findRules } from "../../engine/lint/rule-names.ts";
import { plainTextOf, say } from "../../engine/text/message.ts";
import type { Feature } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { ruleWordsOf } from "../rule-words.ts";

/** From a rule's name, in a comment or a configuration, to its page. */
export const documentLinks: Feature = {
	capabilities: () => ({ documentLinkProvider: {} }),
	register(server) {
		const { connection, options, rulePage, catalogue } = server;
		/** The client's own command shows the page; another client opens it. */
		const targetOf = (id: string): string | undefined =>
			options.showRuleCommand === undefined ? rulePage(id) : `command:${options.showRuleCommand}?${encodeURIComponent(JSON.stringify([id]))}`;
		connection.onDocumentLinks(
			guardPlace(server, "Links", null, async ({ textDocument }) => {
				const found = await ruleWordsOf(server, textDocument.uri);
				if (!found) return null;
				const { document, words, context } = found;
				return words.flatMap((word) => {
					const [rule] = findRules(context.rules, word.text);
					const target = rule && targetOf(rule.id);
					const tooltip = rule && plainTextOf(say`Show documentation for ${rule.id}`, catalogue);
					return target && tooltip ? [{ range: toLspRange(document, word), target, tooltip }] : [];
				});
			}),
		);
	},
};
