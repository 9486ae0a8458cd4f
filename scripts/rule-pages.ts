import { renderCarets } from "../src/engine/lint/carets.ts";
import { fixOf, lint, type Finding } from "../src/engine/lint/lint.ts";
import { presetNames, severityWhenOn } from "../src/engine/lint/presets.ts";
import { aliasesOf } from "../src/engine/lint/rule-names.ts";
import { filesIn } from "../src/engine/lint/files-around.ts";
import type { Example, Options, OptionValue, Rule } from "../src/engine/lint/rule.ts";
import { severityNames, spoken, spokenRule } from "../src/engine/lint/spoken.ts";
import type { Language, SourceFile } from "../src/engine/lint/language.ts";
import { bakeLanguage } from "../src/engine/language/bake/bake-language.ts";
import { composeLanguage } from "../src/engine/language/compose/compose-language.ts";
import { dockerfileLanguage } from "../src/engine/language/dockerfile/dockerfile-language.ts";
import { dockerignoreLanguage } from "../src/engine/language/dockerignore/dockerignore-language.ts";
import { type Catalogue, type Message, say, textOf, toPlainText, translated } from "../src/engine/text/message.ts";

/**
 * What a user reads about the rules, by path: a page for each, one about all, and a list of them for the editor. The pages are packed with the extension, so that
 * they link only to each other. In English, or by a catalogue.
 */
export function rulePages(folder: string, rules: readonly Rule[], catalogue: Catalogue | undefined): Record<string, string> {
	const translate = (message: Message): string => textOf(message, catalogue);
	const about = (rule: Rule): Page => ({ rule, rules, catalogue, translate });
	return {
		[`${folder}/README.md`]: overview(folder, rules.map(about), translate),
		...Object.fromEntries(rules.map((rule) => [`${folder}/${rule.id}.md`, page(about(rule))])),
		...lists(folder, rules.map(about)),
	};
}

type Translate = (message: Message) => string;
type Page = { readonly rule: Rule; readonly rules: readonly Rule[]; readonly catalogue: Catalogue | undefined; readonly translate: Translate };

function page({ rule, rules, catalogue, translate }: Page): string {
	const { summary, why } = spokenRule(rule, catalogue);
	const aliases = aliasesOf(rule);
	const fix = fixText(rule, rules);
	const facts = [severityText(rule), ...(fix ? [fix] : []), ...(aliases.length > 0 ? [say`also known as ${aliases.join(", ")}`] : [])];
	const options = Object.entries(rule.options ?? {});
	return [
		`# ${rule.id}\n\n${summary}\n\n${facts.map(translate).join(" · ")}\n\n${why.join("\n")}\n\n`,
		...rule.examples.map((example) => {
			const { bad, good, files = {}, options: set = {} } = example;
			// Between the lines of code, a code span would show its backticks.
			const findings = findingsOf(rule, rules, example).map((finding) => ({ at: finding.at, message: toPlainText(spoken(finding, catalogue).message) }));
			return `${translate(say`Reported:`)}\n\n${block(renderCarets(bad, findings), languageOf(rule))}\n${translate(say`Not reported:`)}\n\n${block(good, languageOf(rule))}\n${besides(files, translate)}${settings(set, translate)}`;
		}),
		fixing(rule, catalogue, translate),
		options.length > 0
			? `## ${translate(say`Options`)}\n\n| ${translate(say`option`)} | ${translate(say`default`)} | |\n|---|---|---|\n${options.map(([name, option]) => `| \`${name}\` | ${translate(defaultText(option))} | ${translated(option.description, catalogue)} |\n`).join("")}\n`
			: "",
		`---\n\n[${translate(say`All rules, and how to set and ignore them`)}](README.md)\n`,
	].join("");
}

/** What lies beside the file in an example. */
function besides(files: Readonly<Record<string, string>>, translate: Translate): string {
	const names = Object.entries(files).map(([path, text]) => (text.trim() ? `\`${path}\` (\`${text.trim().split("\n").join("`, `")}\`)` : `\`${path}\``));
	return names.length > 0 ? `${translate(say`Beside it: ${names.join(", ")}`)}\n\n` : "";
}

/** What of the rule is set otherwise than by default in an example. */
function settings(options: Readonly<Record<string, OptionValue>>, translate: Translate): string {
	const set = Object.entries(options).map(([name, value]) => `\`${name}: ${String(value)}\``);
	return set.length > 0 ? `${translate(say`With the options: ${set.join(", ")}`)}\n\n` : "";
}

/** When there is which fix. */
function fixing({ fixes = {} }: Rule, catalogue: Catalogue | undefined, translate: Translate): string {
	const { safely, onRequest, never } = fixes;
	const when = (sentence: string): string => translated(sentence, catalogue);
	const lines = [
		...(safely ? [say`**Automatically**, by *Fix all* and \`--fix\`: ${when(safely)}`] : []),
		...(onRequest ? [say`**On request**, to look at first: ${when(onRequest)}`] : []),
		...(never ? [say`**Not at all**: ${when(never)}`] : []),
	];
	return lines.length > 0 ? `## ${translate(say`When it is fixed`)}\n\n${lines.map((line) => `- ${translate(line)}\n`).join("")}\n` : "";
}

/** Files of the editor's list of rules: each rule on a line, a file for each language. */
function lists(folder: string, pages: readonly Page[]): Record<string, string> {
	const languages = [...new Set(pages.map(({ rule }) => rule.language))];
	return Object.fromEntries(
		languages.map((language) => {
			const lines = pages
				.filter(({ rule }) => rule.language === language)
				.map(({ rule, catalogue }) => `\t${JSON.stringify({ id: rule.id, title: toPlainText(spokenRule(rule, catalogue).title), names: aliasesOf(rule) })}`);
			return [`${folder}/${language}.json`, `[\n${lines.join(",\n")}\n]\n`];
		}),
	);
}

function overview(folder: string, pages: readonly Page[], translate: Translate): string {
	const toNotImplemented = folder === "docs/rules" ? "not-implemented.md" : "../not-implemented.md";
	const row = ({ rule, rules, catalogue }: Page): string => {
		const { title, category } = spokenRule(rule, catalogue);
		const fix = fixText(rule, rules);
		const severities = [rule.severity, severityWhenOn(rule)].map((severity) => translate(severityNames[severity]));
		return `| [${rule.id}](${rule.id}.md) | ${title.replaceAll("|", "\\|")} | ${category} | ${severities.join(" | ")} | ${fix ? translate(fix) : ""} | ${aliasesOf(rule).join(", ")} |\n`;
	};
	return `# ${translate(say`Rules`)}

| ${translate(say`rule`)} | ${translate(say`reports`)} | ${translate(say`category`)} | \`default\` | \`strict\` | ${translate(say`fix`)} | ${translate(say`other names`)} |
|---|---|---|---|---|---|---|
${pages.map(row).join("")}
${translate(say`Fixed automatically: the built image stays as it was, so *Fix all* and \`hullwright lint --fix\` apply the fix. Fixed on request: look at it first.`)} ${translate(say`[What other linters have and Hullwright has not](${toNotImplemented}).`)}

## ${translate(say`Setting rules`)}

${translate(say`\`.hullwright.yaml\`, in the folder of the Dockerfile or in a folder above it; the nearest one counts:`)}

\`\`\`yaml
preset: strict # ${translate(say`every rule on; without this line, the column \`default\` above; \`hadolint\` or \`buildkit\`: only the rules with such names`)}
rules:
  missing-user: error
  DL3006: off # ${translate(say`another linter's id will do`)}
  unused-ignore: { severity: warning, foreign: true }
ignore: # ${translate(say`Dockerfiles and Compose files to leave alone, relative to this file`)}
  - vendor/
  - "**/*.generated.Dockerfile"
\`\`\`

${translate(say`The editor's setting \`hullwright.rules\` holds what stands under \`rules\` there. Where both set a rule, the file counts.`)}

## ${translate(say`Ignoring a rule`)}

\`\`\`dockerfile
# hullwright file ignore=missing-user ${translate(say`the platform sets the user`)}
FROM alpine:3.22

# hullwright ignore=add-instead-of-copy ${translate(say`the reason goes here`)}
ADD app /app
# hullwright ignore=DL3000
WORKDIR app
CMD ["./serve"]
\`\`\`

${ignoring.map((sentence) => `- ${translate(sentence)}\n`).join("")}`;
}

const ignoring: readonly Message[] = [
	say`Above an instruction the comment is about all of the instruction. Comments on several lines in a row add up.`,
	say`Between the lines of an instruction it is about the line below it.`,
	say`\`file ignore=\` is about the whole file, wherever it stands; \`stage ignore=\` above a \`FROM\` is about that stage.`,
	say`\`# hadolint ignore=…\`, \`# hadolint global ignore=…\` and \`# hadolint stage ignore=…\` mean the same, and so do \`# tally ignore=…;reason=…\` and \`# tally global ignore=…\`.`,
	say`\`# hadolint shell=bash\` says which shell the base image has, from there to the end of the stage and in stages that are built on it, or until a \`SHELL\`; above the first \`FROM\` in all stages. \`# hullwright shell=…\` is the same.`,
	say`\`# check=skip=…\` ignores in the whole file as a parser directive, that is in the first lines of the file, and above an instruction in that instruction. \`# check=error=true\` among the first lines makes what BuildKit's checks know too an error.`,
	say`In a Compose file \`# hullwright ignore=…\` stands above the entry that it is about, or behind it and is then about its line.`,
	say`In a \`.dockerignore\` it stands in a line of its own above the pattern.`,
	say`Each comment takes each name that a rule has, in any letter case; \`all\` stands for all rules.`,
];

function findingsOf(rule: Rule, rules: readonly Rule[], { bad, files, options, daemon }: Example): readonly Finding[] {
	const severity = rule.severity === "off" ? severityWhenOn(rule) : rule.severity;
	const configuration = { rules: new Map([[rule.id, { severity, ...(options && { options }) }]]), ignore: [] };
	const around = files || daemon ? filesIn(files ?? {}, rule.language === "compose" ? "compose.yaml" : undefined, daemon) : undefined;
	const { findings, faults } = lint(languageOf(rule), languageOf(rule).parse(bad), rules, configuration, around);
	const fault = faults.find((each) => each.rule === rule.id);
	if (fault) throw fault.error;
	return findings.filter((finding) => finding.rule === rule.id);
}

/** Whether there is a fix is not declared but seen on the examples. */
function fixText(rule: Rule, rules: readonly Rule[]): Message | undefined {
	const fixes = rule.examples.flatMap((example) => findingsOf(rule, rules, example).flatMap((finding) => fixOf(finding) ?? []));
	if (fixes.length === 0) return undefined;
	if (fixes.every(({ safe }) => safe)) return say`fixed automatically`;
	return fixes.some(({ safe }) => safe) ? say`fixed automatically or on request` : say`fixed on request`;
}

function severityText(rule: Rule): Message {
	const strict = severityWhenOn(rule);
	return strict === rule.severity ? severityNames[strict] : say`${severityNames[rule.severity]} (${severityNames[strict]} in the preset \`strict\`)`;
}

function defaultText(option: Options[string]): Message {
	const others = presetNames.flatMap((preset) => {
		const value = preset === "default" ? undefined : option[preset];
		return value === undefined ? [] : [say`\`${valueText(value)}\` in the preset \`${preset}\``];
	});
	const shown = say`\`${valueText(option.default)}\``;
	return others.length === 0 ? shown : say`${shown} (${others.reduce((one, other) => say`${one}, ${other}`)})`;
}

/** A list may be long, and lines end at blanks. */
const valueText = (value: OptionValue): string => JSON.stringify(value).replaceAll('","', '", "');

/** That of its examples; a rule for any language shows itself in Dockerfiles. */
const languageOf = ({ language }: Rule): Language<SourceFile> => languages.find(({ id }) => id === language) ?? dockerfileLanguage;

const languages: readonly Language<SourceFile>[] = [dockerfileLanguage, composeLanguage, dockerignoreLanguage, bakeLanguage];

function block(text: string, { extension }: Language<SourceFile>): string {
	const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/^`+/gm)].map(([run]) => run.length + 1)));
	return `${fence}${extension}\n${text}${fence}\n`;
}
