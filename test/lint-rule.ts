import { bakeLanguage } from "../src/engine/language/bake/bake-language.ts";
import { composeLanguage } from "../src/engine/language/compose/compose-language.ts";
import { dockerfileLanguage } from "../src/engine/language/dockerfile/dockerfile-language.ts";
import { dockerignoreLanguage } from "../src/engine/language/dockerignore/dockerignore-language.ts";
import { severityOf, type Configuration } from "../src/engine/lint/configuration.ts";
import type { Language, SourceFile } from "../src/engine/lint/language.ts";
import { lint, type Finding } from "../src/engine/lint/lint.ts";
import { spoken, type SpokenFinding } from "../src/engine/lint/spoken.ts";
import { filesIn } from "../src/engine/lint/files-around.ts";
import type { Files, OptionValue, Rule } from "../src/engine/lint/rule.ts";
import { rules } from "../src/engine/rules/index.ts";
import { renderCarets } from "../src/engine/lint/carets.ts";
import { applyEdits, Lines } from "../src/engine/text/text.ts";

export type Surroundings = { readonly options?: Readonly<Record<string, OptionValue>>; readonly files?: Files | undefined };

const languages: readonly Language<SourceFile>[] = [dockerfileLanguage, composeLanguage, dockerignoreLanguage, bakeLanguage];

/** That of the rule; a rule for any language is tested in Dockerfiles. */
const languageOf = ({ language }: Rule): Language<SourceFile> => languages.find(({ id }) => id === language) ?? dockerfileLanguage;

/** Files that are all there are beside one of the rule's language. */
export const filesFor = (rule: Rule, texts: Readonly<Record<string, string>>, daemon?: Files["daemon"]): Files =>
	filesIn(texts, rule.language === "compose" ? "compose.yaml" : undefined, daemon);

/** What one rule finds in a text, the other rules beside it; the rule is on even where it is off by default. Throws what a rule throws. */
export function findingsOf(rule: Rule, text: string, { options, files }: Surroundings = {}): readonly Finding[] {
	const { findings, faults } = lint(languageOf(rule), languageOf(rule).parse(text), rules, configurationFor(rule, options), files);
	for (const { error } of faults) throw error;
	return findings.filter((finding) => finding.rule === rule.id);
}

const configurations = new Map<Rule, Configuration>();

/** One for all texts: what follows from a configuration takes longer than linting does. */
function configurationFor(rule: Rule, options: Surroundings["options"]): Configuration {
	const known = options ? undefined : configurations.get(rule);
	if (known) return known;
	const severity = rule.severity === "off" ? severityOf(rule, { preset: "strict", rules: new Map(), ignore: [] }) : rule.severity;
	const configuration: Configuration = { rules: new Map([[rule.id, { severity, ...(options && { options }) }]]), ignore: [] };
	if (!options) configurations.set(rule, configuration);
	return configuration;
}

/** The text with what the rule finds in it, and below each finding what its fix makes of the lines that it touches. */
export const markedBy = (rule: Rule, text: string, surroundings?: Surroundings): string =>
	renderCarets(
		text,
		findingsOf(rule, text, surroundings).map((finding) => {
			const said = spoken(finding, undefined);
			return { ...said, message: [said.message, ...fixedLines(text, said)].join(text.includes("\r\n") ? "\r\n" : "\n") };
		}),
	);

/** `#=>` is a safe fix, `#?>` one that a user has to ask for. The lines are named where they are not the finding's own. */
function fixedLines(text: string, { at, fix }: SpokenFinding): readonly string[] {
	if (!fix) return [];
	const lines = new Lines(text);
	const touched = fix.edits.flatMap(({ start, end }) => [lines.lineAt(start), lines.lineAt(end)]);
	const [first, last] = [Math.min(...touched), Math.max(...touched)];
	const start = lines.lineRange(first).start;
	const fixed = applyEdits(text, fix.edits);
	// With the line ends, for a fix may take some away or add one.
	const end = lines.starts[last + 1] ?? text.length;
	const made = fixed.slice(start, fixed.length - (text.length - end)).replace(/\r?\n$/, "");
	const head = `${fix.safe ? "#=>" : "#?>"} ${fix.title}`;
	const own = first === last && first === lines.lineAt(at.start);
	const where = own ? "" : first === last ? `, line ${first + 1}` : `, lines ${first + 1} to ${last + 1}`;
	return [`${head}${where}`, ...(made === "" && start !== end ? [] : made.split(/\r?\n/).map((line) => `#+ ${line}`))];
}

/** The text that `markedBy` was given. */
export const withoutFixes = (text: string): string => text.replace(/^#(?:[=?]>|\+ ).*\r?\n/gm, "");
