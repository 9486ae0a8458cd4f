import type { TextDocument } from "vscode-languageserver-textdocument";
import { type RuleWord, type RuleWordContext, wordsInComments, wordsInConfiguration, wordsInHadolintConfiguration } from "../engine/language/rule-words.ts";
import type { Language, SourceFile } from "../engine/lint/language.ts";
import { stateOf } from "../engine/lint/rule-state.ts";
import { rules } from "../engine/rules/index.ts";
import type { Host } from "./feature.ts";
import { type Kind, kindOf, nameOf } from "./kind.ts";

/** A document with the words in it that are meant to name rules, and what is to be known of those. */
export type RuleWords = { readonly document: TextDocument; readonly kind: Kind; readonly words: readonly RuleWord[]; readonly context: RuleWordContext };

type Asking = Pick<Host, "documents" | "analysed" | "opened" | "configurationOf" | "rulePage" | "catalogue">;

/** Undefined for a document that is not open, and for one in which nobody names rules. */
export async function ruleWordsOf(asking: Asking, uri: string): Promise<RuleWords | undefined> {
	const { documents, configurationOf, rulePage, catalogue } = asking;
	const document = documents.get(uri);
	const kind = document && kindOf(document);
	if (!document || !kind) return undefined;
	const words = await wordsOf(asking, document, kind);
	const { configuration, file } = await configurationOf(uri);
	const named = file && { name: nameOf(file.path), configuration: file.configuration };
	const context: RuleWordContext = { rules, catalogue, rulePage, stateOf: (rule) => stateOf(rule, configuration, named) };
	return { document, kind, words, context };
}

async function wordsOf({ analysed, opened }: Asking, document: TextDocument, kind: Kind): Promise<readonly RuleWord[]> {
	if (kind === "configuration") return wordsInConfiguration(document.getText());
	if (kind === "hadolint") return wordsInHadolintConfiguration(document.getText());
	// They are known before the document is linted.
	const found: { readonly language: Language<SourceFile>; readonly file: SourceFile } | undefined = opened(document.uri);
	return found ? wordsInComments(found.language, found.file) : ((await analysed(document.uri))?.analysis.ruleWords() ?? []);
}
