import {
	type CompletionItem,
	type CompletionList,
	type CompletionParams,
	CompletionRequest,
	CompletionTriggerKind,
	type DocumentSelector,
} from "vscode-languageserver";
import { configurationFileName } from "../../engine/lint/configuration.ts";
import { completionsInBake } from "../completion/bake.ts";
import { configurationCompletions } from "../completion/configuration.ts";
import { createDockerfileCompletion } from "../completion/dockerfile.ts";
import { dockerignoreCompletions } from "../completion/dockerignore.ts";
import { mayNameRules, ruleNames } from "../completion/rule-names.ts";
import type { Feature } from "../feature.ts";
import { guard, guardPlace } from "../guard.ts";
import { kindOf } from "../kind.ts";

/** After these something may stand that no word has begun yet. */
const inDockerfiles = ["=", ",", " ", "-", "$", "{", "/", ":", '"', "[", "#"];

/** What may stand in Dockerfiles and in `.hullwright.yaml`, and names of rules wherever they are written. */
export const completion: Feature = {
	// Where the client can be told so it asks for these documents alone, and not at every blank in the others.
	capabilities: ({ textDocument }) =>
		textDocument?.completion?.dynamicRegistration ? {} : { completionProvider: { triggerCharacters: inDockerfiles, resolveProvider: true } },
	register(server) {
		const { connection, client, documents, log, onReady } = server;
		const inDockerfile = createDockerfileCompletion(server);
		if (client.textDocument?.completion?.dynamicRegistration) {
			const register = (documentSelector: DocumentSelector, triggerCharacters: string[], resolveProvider: boolean): void =>
				void connection.client.register(CompletionRequest.type, { documentSelector, triggerCharacters, resolveProvider });
			onReady(() => {
				register([{ pattern: `**/${configurationFileName}` }], [" ", ":"], false);
				register([{ pattern: "**/{.,}hadolint.{yaml,yml}" }], [" ", "["], false);
				register([{ language: "dockercompose" }], ["=", ","], false);
				register([{ language: "dockerfile" }], inDockerfiles, true);
				register([{ language: "dockerbake" }, { pattern: "**/docker-bake{,.*,-*}.json" }], ['"', "{", ":"], false);
				register([{ pattern: "**/{.,*.}{dockerignore,containerignore}" }], ["/", "!"], false);
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
				if (kind === "bake") return completionsInBake(server, document, position);
				if (kind === "dockerignore") return dockerignoreCompletions(server, document, position);
				if (kind !== "dockerfile") return null;
				const isAsked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter || context.triggerCharacter !== " ";
				return inDockerfile.at(document, position, isAsked);
			}),
		);
		connection.onCompletionResolve((asked, token) =>
			guard<CompletionItem, CompletionItem>(log, "Completion's documentation", asked, inDockerfile.resolve)(asked, token),
		);
	},
};
