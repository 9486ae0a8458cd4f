import { dirname } from "node:path";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { dockerfileLanguage } from "../engine/language/dockerfile/dockerfile-language.ts";
import type { Dockerfile } from "../engine/dockerfile/syntax.ts";
import { fixAll, type FixResult } from "../engine/lint/fix.ts";
import { type Finding, lint } from "../engine/lint/lint.ts";
import { rules } from "../engine/rules/index.ts";
import type { Disk } from "../files/disk.ts";
import { gather } from "../files/gather.ts";
import { type DocumentConfiguration, pathOf } from "./configurations.ts";
import { reasonOf, type Log } from "./guard.ts";

/** One version of a document, parsed and linted. */
export type Analysis = {
	readonly file: Dockerfile;
	readonly findings: readonly Finding[];
	readonly configuration: DocumentConfiguration;
	/** Other files that rules looked at, by absolute path. */
	readonly paths: readonly string[];
	/** All safe fixes; none where something is wrong in the configuration, by which the user may have meant to switch off what would be fixed. */
	fixes(): FixResult | undefined;
};

/** A document's newest version, and what is known about it. */
export type Analysed = { readonly document: TextDocument; readonly analysis: Analysis };

export type Analyses = {
	of(document: TextDocument, configuration: DocumentConfiguration): Analysis;
	/** The document is linted anew, for a file that its rules looked at may have changed. It is not parsed again. Gives the files that they looked at. */
	forget(document: TextDocument): readonly string[];
	/** The files that the document's rules looked at. */
	pathsOf(document: TextDocument): readonly string[];
};

/** Parses and lints each version of a document once, whatever is asked about it. A rule that throws is told to the log the first time. */
export function createAnalyses(disk: Disk, log: Log): Analyses {
	const known = new WeakMap<TextDocument, { readonly version: number; readonly file: Dockerfile; analysis: Analysis | undefined }>();
	const faulty = new Set<string>();

	function analyse(document: TextDocument, file: Dockerfile, configuration: DocumentConfiguration): Analysis {
		const path = pathOf(document.uri);
		const folder = path === undefined ? undefined : dirname(path);
		const { result, paths } = gather(
			(files) => (configuration.isLinted ? lint(dockerfileLanguage, file, rules, configuration.configuration, files) : { findings: [], faults: [] }),
			folder,
			disk,
		);
		for (const { rule, error } of result.faults) {
			if (faulty.has(rule)) continue;
			faulty.add(rule);
			log.error(`The rule ${rule} failed, so it may have found too little. This is a bug in Hullwright. ${reasonOf(error)}`);
		}
		const isBroken = (configuration.file?.problems.length ?? 0) > 0;
		const fixes = () => gather((files) => fixAll(dockerfileLanguage, file.text, rules, configuration.configuration, { files }), folder, disk).result;
		return { file, findings: result.findings, configuration, paths, fixes: () => (isBroken ? undefined : fixes()) };
	}

	return {
		of(document, configuration) {
			const last = known.get(document);
			const isCurrent = last?.version === document.version;
			if (isCurrent && last.analysis?.configuration === configuration) return last.analysis;
			const file = isCurrent ? last.file : dockerfileLanguage.parse(document.getText());
			const analysis = analyse(document, file, configuration);
			known.set(document, { version: document.version, file, analysis });
			return analysis;
		},
		forget(document) {
			const last = known.get(document);
			const paths = last?.analysis?.paths ?? [];
			if (last) last.analysis = undefined;
			return paths;
		},
		pathsOf: (document) => known.get(document)?.analysis?.paths ?? [],
	};
}
