import {
	type CompletionItem,
	type CompletionList,
	type CompletionParams,
	CompletionRequest,
	CompletionTriggerKind,
	type DocumentSelector,
} from "vscode-languageserver";
import type { Completion } from "../../engine/language/completion.ts";
import { configurationFileName } from "../../engine/lint/configuration.ts";
import { configurationCompletions } from "../completion/configuration.ts";
import { mayNameRules, ruleNames } from "../completion/rule-names.ts";
import type { Feature, Server } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import { kindOf } from "../kind.ts";
import { takenBy, toCompletionItem, toDocumentation } from "../lsp/completion.ts";

/** After these something may stand that no word has begun yet. */
const inDockerfiles = ["=", ",", " ", "-", "$", "{", "/", ":", '"', "[", "#"];

const inCompose = [" ", "-", "$", "{", "/", '"', "'", "[", "*", "=", ",", "."];

/** What may stand where the cursor is, in the document's language and in `.hullwright.yaml`, and names of rules wherever they are written. */
export const completion: Feature = {
	// Where the client can be told so it asks for these documents alone, and not at every blank in the others.
	capabilities: ({ textDocument }) =>
		textDocument?.completion?.dynamicRegistration ? {} : { completionProvider: { triggerCharacters: inDockerfiles, resolveProvider: true } },
	register(server) {
		const { connection, client, documents, onReady } = server;
		const lists = createLists(server);
		if (client.textDocument?.completion?.dynamicRegistration) {
			const register = (documentSelector: DocumentSelector, triggerCharacters: string[], resolveProvider: boolean): void =>
				void connection.client.register(CompletionRequest.type, { documentSelector, triggerCharacters, resolveProvider });
			onReady(() => {
				register([{ pattern: `**/${configurationFileName}` }], [" ", ":"], false);
				register([{ pattern: "**/{.,}hadolint.{yaml,yml}" }], [" ", "["], false);
				register([{ language: "dockercompose" }, { pattern: "**/{compose,docker-compose}{,.*,-*}.{yaml,yml}" }], inCompose, true);
				register([{ language: "dockerfile" }], inDockerfiles, true);
				register([{ language: "dockerbake" }, { pattern: "**/docker-bake{,.*,-*}.json" }], ['"', "{", ":"], true);
				register([{ pattern: "**/{.,*.}{dockerignore,containerignore}" }], ["/", "!"], true);
			});
		}
		connection.onCompletion(
			guardPlace<CompletionParams, CompletionList | null>(server, "Completion", null, async ({ textDocument, position, context }) => {
				const document = documents.get(textDocument.uri);
				const kind = document && kindOf(document);
				if (!document || !kind) return null;
				if (kind === "configuration") return configurationCompletions(server, document, position);
				const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
				if (kind === "hadolint" || mayNameRules(line)) {
					const names = await ruleNames(server, document, position);
					if (names || kind === "hadolint") return names;
				}
				const isAsked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter || context.triggerCharacter !== " ";
				return lists.at(textDocument.uri, document.offsetAt(position), isAsked);
			}),
		);
		connection.onCompletionResolve((asked, token) =>
			guard<CompletionItem, CompletionItem>(server, "Completion's documentation", asked, lists.resolve)(asked, token),
		);
	},
};

/** An editor may still look at a list when the next is on its way. */
const keptLists = 4;

/** Lists for clients: of an item there is told what it means once somebody looks at it. */
function createLists({ inLanguage, client, options, catalogue }: Server): {
	/** Null where nothing is known of the place. `isAsked`: whether the user wants the list, and has not just typed a blank. */
	at(uri: string, offset: number, isAsked: boolean): Promise<CompletionList | null>;
	/** The item with its documentation, as long as its list is one of the latest. */
	resolve(item: CompletionItem): CompletionItem;
} {
	const taken = takenBy(client, options.suggestCommand, catalogue);
	const lists = new Map<number, readonly Completion[]>();
	let latest = 0;
	return {
		async at(uri, offset, isAsked) {
			const open = inLanguage(uri);
			const found = await open?.features.completionsAt?.(offset, { isAsked });
			if (!open || !found) return null;
			const list = ++latest;
			lists.set(list, found.completions);
			lists.delete(list - keptLists);
			const items = found.completions.flatMap((each, index) => toCompletionItem(open.document, offset, each, taken, { list, index }) ?? []);
			return { isIncomplete: !found.isComplete, items };
		},
		resolve(item) {
			const { list, index } = (item.data ?? {}) as { readonly list?: number; readonly index?: number };
			const found = list === undefined || index === undefined ? undefined : lists.get(list)?.[index];
			const markdown = found?.about?.(catalogue);
			return markdown ? { ...item, documentation: toDocumentation(markdown, client) } : item;
		},
	};
}
