import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { DocumentLink } from "vscode-languageserver";
import { dockerfileLinks as linksOfBake } from "../../engine/language/bake/navigation.ts";
import { type Link, linksIn } from "../../engine/language/dockerfile/links.ts";
import { findRules } from "../../engine/lint/rule-names.ts";
import { plainTextOf, say } from "../../engine/text/message.ts";
import { existing } from "../../files/find-files.ts";
import { pathOf } from "../configurations.ts";
import type { Feature, Server } from "../feature.ts";
import { guardPlace } from "../guard.ts";
import { toLspRange } from "../lsp/to.ts";
import { ruleWordsOf } from "../rule-words.ts";

/** From a rule's name, in a comment or a configuration, to its page; from an image to its own, from a source to its file, from an address to what is there. */
export const documentLinks: Feature = {
	capabilities: () => ({ documentLinkProvider: {} }),
	register(server) {
		server.connection.onDocumentLinks(
			guardPlace(server, "Links", null, async ({ textDocument }) => {
				const open = server.parsed(textDocument.uri);
				const own = open ? await dockerfileLinks(server, open) : [];
				const ofRules = await ruleLinks(server, textDocument.uri);
				return open || ofRules ? [...own, ...(ofRules ?? []), ...linksInBake(server, textDocument.uri)] : null;
			}),
		);
	},
};

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

/** No Dockerfile copies more files by their names. */
const mostSources = 500;

/** Files are looked for where most builds have their context, in the Dockerfile's folder, and then in the folders that are open. */
async function dockerfileLinks({ folders, catalogue }: Server, { document, file }: NonNullable<ReturnType<Server["parsed"]>>): Promise<DocumentLink[]> {
	const links = linksIn(file);
	const path = pathOf(document.uri);
	const sources = path === undefined ? [] : links.flatMap((link) => (link.kind === "source" ? [link.path] : [])).slice(0, mostSources);
	const contexts = path === undefined || sources.length === 0 ? [] : [dirname(path), ...(await folders())];
	const found = await existing(contexts.flatMap((context) => sources.map((source) => resolve(context, source))));
	const fileFor = (source: string): string | undefined => contexts.map((context) => join(context, source)).find((each) => found.has(each));
	const targetOf = (link: Link): string | undefined => {
		if (link.kind !== "source") return link.url;
		const target = fileFor(link.path);
		return target && pathToFileURL(target).href;
	};
	return links.flatMap((link) => {
		const target = targetOf(link);
		if (target === undefined) return [];
		const tooltip = link.kind === "image" ? { tooltip: plainTextOf(say`Show this image's page in its registry`, catalogue) } : {};
		return [{ range: toLspRange(document, link), target, ...tooltip }];
	});
}

/** From the path of a Dockerfile in a bake file to the Dockerfile. */
function linksInBake({ opened }: Server, uri: string): readonly DocumentLink[] {
	const [found, own] = [opened(uri), pathOf(uri)];
	if (found?.id !== "bake" || own === undefined) return [];
	return linksOfBake(found.file).map((link) => ({ range: toLspRange(found.document, link), target: pathToFileURL(resolve(dirname(own), link.path)).href }));
}
