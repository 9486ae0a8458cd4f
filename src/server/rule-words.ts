import type { TextDocument } from "vscode-languageserver-textdocument";
import { type RuleWord, type RuleWordContext, wordsInConfiguration, wordsInHadolintConfiguration } from "../engine/language/rule-words.ts";
import { stateOf } from "../engine/lint/rule-state.ts";
import { rules } from "../engine/rules/index.ts";
import type { Server } from "./feature.ts";
import { type Kind, kindOf, nameOf } from "./kind.ts";

/** A document with the words in it that are meant to name rules, and what is to be known of those. */
export type RuleWords = { readonly document: TextDocument; readonly kind: Kind; readonly words: readonly RuleWord[]; readonly context: RuleWordContext };

type Asking = Pick<Server, "documents" | "analysed" | "configurationOf" | "rulePage" | "catalogue">;

/** Undefined for a document that is not open, and for one in which nobody names rules. */
export async function ruleWordsOf({ documents, analysed, configurationOf, rulePage, catalogue }: Asking, uri: string): Promise<RuleWords | undefined> {
	const document = documents.get(uri);
	const kind = document && kindOf(document);
	if (!document || !kind) return undefined;
	const text = document.getText();
	const words =
		kind === "configuration"
			? wordsInConfiguration(text)
			: kind === "hadolint"
				? wordsInHadolintConfiguration(text)
				: ((await analysed(uri))?.analysis.ruleWords() ?? []);
	const { configuration, file } = await configurationOf(uri);
	const named = file && { name: nameOf(file.path), configuration: file.configuration };
	const context: RuleWordContext = { rules, catalogue, rulePage, stateOf: (rule) => stateOf(rule, configuration, named) };
	return { document, kind, words, context };
}
