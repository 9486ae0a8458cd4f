import type { DocumentLink } from "vscode-languageserver";
import { findRules } from "../../engine/lint/rule-names.ts";
import { plainTextOf, say } from "../../engine/text/message.ts";
import type { Feature, Server } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { ruleWordsOf } from "../rule-words.ts";

/** From a rule's name, in a comment or a configuration, to its page, and what the language knows to lead somewhere. */
export const documentLinks: Feature = {
	capabilities: () => ({ documentLinkProvider: {} }),
	register(server) {
		server.connection.onDocumentLinks(
			guardPlace(server, "Links", null, async ({ textDocument: { uri } }) => {
				const own = await linksInLanguage(server, uri);
				const ofRules = await ruleLinks(server, uri);
				return own || ofRules ? [...(own ?? []), ...(ofRules ?? [])] : null;
			}),
		);
	},
};

async function linksInLanguage({ inLanguage, catalogue }: Server, uri: string): Promise<DocumentLink[] | undefined> {
	const open = inLanguage(uri);
	if (!open) return undefined;
	const links = (await open.features.links?.()) ?? [];
	return links.map((link) => ({
		range: toLspRange(open.document, link),
		target: link.target,
		...(link.tooltip && { tooltip: plainTextOf(link.tooltip, catalogue) }),
	}));
}

async function ruleLinks(server: Server, uri: string): Promise<DocumentLink[] | undefined> {
	const { options, rulePage, catalogue } = server;
	/** The client's own command shows the page; another client opens it. */
	const targetOf = (id: string): string | undefined =>
		options.showRuleCommand === undefined ? rulePage(id) : `command:${options.showRuleCommand}?${encodeURIComponent(JSON.stringify([id]))}`;
	const found = await ruleWordsOf(server, uri);
	if (!found) return undefined;
	const { document, words, context } = found;
	return words.flatMap((word) => {
		const [rule] = findRules(context.rules, word.text);
		const target = rule && targetOf(rule.id);
		const tooltip = rule && plainTextOf(say`Show documentation for ${rule.id}`, catalogue);
		return target && tooltip ? [{ range: toLspRange(document, word), target, tooltip }] : [];
	});
}
