import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LintedCompose } from "../engine/compose/linted.ts";
import type { Opened } from "../engine/language/languages.ts";
import { type RuleWord, wordsInComments } from "../engine/language/rule-words.ts";
import { compare } from "../engine/lint/baseline.ts";
import { fixAll, type FixResult } from "../engine/lint/fix.ts";
import { ignoreForReason, ignoreInFile, ignoreOnLine, type IgnoreForReason } from "../engine/lint/ignore-edits.ts";
import type { Language, SourceFile } from "../engine/lint/language.ts";
import { type Finding, lint, type LintResult } from "../engine/lint/lint.ts";
import type { Files } from "../engine/lint/rule.ts";
import type { ShellcheckProblem, ShellScript } from "../engine/lint/shellcheck.ts";
import type { Edit, Range } from "../engine/text/text.ts";
import { rules } from "../engine/rules/index.ts";
import type { Disk } from "../files/disk.ts";
import { gather } from "../files/gather.ts";
import type { Shellcheck } from "../files/shellcheck.ts";
import type { DocumentConfiguration } from "./configurations.ts";
import { pathOf } from "./path-of.ts";
import { reasonOf, type Log } from "./guard.ts";

/** One version of a document, parsed and linted, in one of the languages. `surrounded` is the file as its rules are given it, with what lies around it. */
export type Analysis = Linted & InLanguage<Opened>;

type InLanguage<O extends Opened> = O extends Opened
	? { readonly kind: O["id"]; readonly file: O["file"]; readonly surrounded: O["id"] extends "compose" ? LintedCompose : O["file"] }
	: never;

/** What is known in every language. */
export type Linted = {
	/** That a document in which nothing stands yet is refused is not among them: it is being begun. */
	readonly findings: readonly Finding[];
	/** Those of them that the baseline has: old problems, which nobody has to mend now. */
	readonly old: ReadonlySet<Finding>;
	/** How many findings comments ignore. */
	readonly ignored: number;
	readonly configuration: DocumentConfiguration;
	/** Other files that rules looked at, by absolute path. */
	readonly paths: readonly string[];
	/** Scripts at which ShellCheck has to look before all is found; none where it is not to run. */
	readonly unasked: readonly ShellScript[];
	/** All safe fixes. None where something is wrong in the configuration, by which the user may have meant to switch off what would be fixed. */
	fixes(): Fixes | undefined;
	/** Words in its comments that are meant to name rules. */
	ruleWords(): readonly RuleWord[];
	/** Ignores the finding's rule by a comment, with all that the comment is about; undefined where none can stand. */
	ignoreOnLine(finding: Finding): { readonly edit: Edit; readonly forReason: IgnoreForReason | undefined; readonly covers: Range } | undefined;
	/** Undefined where comments may not ignore anything. */
	ignoreInFile(finding: Finding): Edit | undefined;
};

/** What was fixed, and what is found afterwards, by offsets in the text after it. */
export type Fixes = FixResult & { readonly left: readonly Finding[] };

/** A document's newest version, and what is known about it. */
export type Analysed = { readonly document: TextDocument; readonly analysis: Analysis };

export type Analyses = {
	/** The document's newest version, parsed by `open` unless it is already, and not linted. */
	opened(document: TextDocument, open: (text: string) => Opened): Opened;
	/** What is known of the document's newest version, where it has been linted already. */
	already(document: TextDocument): Analysis | undefined;
	/** `open` parses the document by its language. */
	of(document: TextDocument, configuration: DocumentConfiguration, open: (text: string) => Opened): Analysis;
	/** The document is linted anew, for a file that its rules looked at may have changed. It is not parsed again. Gives the files that they looked at. */
	forget(document: TextDocument): readonly string[];
	/** The files that the document's rules looked at. */
	pathsOf(document: TextDocument): readonly string[];
};

const nothingOld: ReadonlySet<Finding> = new Set();

/** Something besides white space and comments. */
const isBegun = /^[^\S\n]*[^\s#]/m;

const toShow = (text: string, findings: readonly Finding[]): readonly Finding[] => (isBegun.test(text) ? findings : findings.filter(({ refused }) => !refused));

/** `paths` are those of the latest version that was linted: while the newest is not, a change of one of them matters as before. */
type Known = { readonly version: number; readonly opened: Opened; analysis: Analysis | undefined; readonly paths: readonly string[] };

/** Parses and lints each version of a document once, whatever is asked about it. A rule that throws is told to the log the first time. */
export function createAnalyses(
	disk: Disk,
	log: Log,
	daemon: () => Files["daemon"],
	shellcheckFor: (configuration: DocumentConfiguration) => Shellcheck | undefined,
): Analyses {
	const known = new WeakMap<TextDocument, Known>();
	const faulty = new Set<string>();

	function analyse(document: TextDocument, opened: Opened, configuration: DocumentConfiguration): Analysis {
		const { id: kind, file } = opened;
		const language: Language<SourceFile> = opened.language;
		return { kind, file, ...lintIn(language, file, document, configuration) } as Analysis;
	}

	function lintIn(
		language: Language<SourceFile>,
		file: SourceFile,
		document: TextDocument,
		configuration: DocumentConfiguration,
	): Linted & { readonly surrounded: SourceFile } {
		const path = pathOf(document.uri);
		const shellcheck = configuration.isLinted ? shellcheckFor(configuration) : undefined;
		const scriptsOf = (each: SourceFile): readonly ShellScript[] => (shellcheck && language.shellScripts?.(each)) ?? [];
		const said = (each: SourceFile): readonly ShellcheckProblem[] => shellcheck?.known(scriptsOf(each)) ?? [];
		const lintFile =
			(each: SourceFile) =>
			(files: Files): LintResult =>
				configuration.isLinted
					? lint(language, each, rules, configuration.configuration, files, said(each))
					: { file: language.surrounded?.(each, files) ?? each, findings: [], ignored: 0, faults: [] };
		const around = { daemon: daemon(), composeFiles: configuration.composeFiles };
		const { result, paths } = gather(lintFile(file), path, disk, around);
		for (const { rule, error } of result.faults) {
			if (faulty.has(rule)) continue;
			faulty.add(rule);
			log.error(`The rule ${rule} failed, so it may have found too little. This is a bug in Hullwright. ${reasonOf(error)}`);
		}
		const isBroken = (configuration.file?.problems.length ?? 0) > 0;
		const findings = toShow(file.text, result.findings);
		const { known } = configuration;
		return {
			surrounded: result.file,
			findings,
			ignored: result.ignored,
			old: known?.size ? new Set(compare(file.text, findings, known).old) : nothingOld,
			configuration,
			paths,
			unasked: shellcheck?.unasked(scriptsOf(file)) ?? [],
			fixes() {
				if (isBroken || !configuration.isLinted) return undefined;
				const fixed = gather((files) => fixAll(language, file.text, rules, configuration.configuration, { files }), path, disk, around).result;
				return { ...fixed, left: toShow(fixed.text, gather(lintFile(language.parse(fixed.text)), path, disk, around).result.findings) };
			},
			ruleWords: () => wordsInComments(language, file),
			ignoreOnLine(finding) {
				if (configuration.configuration.ignoreComments === false) return undefined;
				const [edit, covers] = [ignoreOnLine(language, file, finding), language.lineToIgnore(file, finding.at.start)];
				return edit && covers && { edit, forReason: ignoreForReason(language, file, finding), covers };
			},
			ignoreInFile: (finding) => (configuration.configuration.ignoreComments === false ? undefined : ignoreInFile(language, file, finding)),
		};
	}

	function parsed(document: TextDocument, open: (text: string) => Opened): Known {
		const last = known.get(document);
		if (last?.version === document.version) return last;
		const now: Known = { version: document.version, opened: open(document.getText()), analysis: undefined, paths: last?.paths ?? [] };
		known.set(document, now);
		return now;
	}

	return {
		opened: (document, open) => parsed(document, open).opened,
		already(document) {
			const last = known.get(document);
			return last?.version === document.version ? last.analysis : undefined;
		},
		of(document, configuration, open) {
			const last = parsed(document, open);
			if (last.analysis?.configuration === configuration) return last.analysis;
			const analysis = analyse(document, last.opened, configuration);
			known.set(document, { ...last, analysis, paths: analysis.paths });
			return analysis;
		},
		forget(document) {
			const last = known.get(document);
			if (last) last.analysis = undefined;
			return last?.paths ?? [];
		},
		pathsOf: (document) => known.get(document)?.paths ?? [],
	};
}
