import { parse } from "../engine/dockerfile/parse.ts";
import type { Dockerfile } from "../engine/dockerfile/syntax.ts";
import { type Finding, lint } from "../engine/lint/lint.ts";
import { rules } from "../engine/rules/index.ts";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { DocumentConfiguration } from "./configurations.ts";
import { reasonOf, type Log } from "./guard.ts";

/** One version of a document, parsed and linted. */
export type Analysis = { readonly file: Dockerfile; readonly findings: readonly Finding[]; readonly configuration: DocumentConfiguration };

/** A document's newest version, and what is known about it. */
export type Analysed = { readonly document: TextDocument; readonly analysis: Analysis };

/** Parses and lints each version of a document once, whatever is asked about it. A rule that throws is told to the log the first time. */
export function createAnalyses(log: Log): (document: TextDocument, configuration: DocumentConfiguration) => Analysis {
	const known = new WeakMap<TextDocument, Analysis & { readonly version: number }>();
	const faulty = new Set<string>();
	return (document, configuration) => {
		const last = known.get(document);
		const isCurrent = last?.version === document.version;
		if (isCurrent && last.configuration === configuration) return last;
		const file = isCurrent ? last.file : parse(document.getText());
		const { findings, faults } = configuration.isLinted ? lint(file, rules, configuration.configuration) : { findings: [], faults: [] };
		for (const { rule, error } of faults) {
			if (faulty.has(rule)) continue;
			faulty.add(rule);
			log.error(`The rule ${rule} failed, so it may have found too little. This is a bug in Hullwright. ${reasonOf(error)}`);
		}
		const analysis = { file, findings, version: document.version, configuration };
		known.set(document, analysis);
		return analysis;
	};
}
