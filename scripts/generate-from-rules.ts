import { severityWhenOn } from "../src/engine/lint/presets.ts";
import { aliasesOf } from "../src/engine/lint/rule-names.ts";
import { renderCarets } from "../src/engine/lint/carets.ts";
import { lint, type Finding } from "../src/engine/lint/lint.ts";
import { dockerfileLanguage } from "../src/engine/language/dockerfile/dockerfile-language.ts";
import { schema, withRuleSettings } from "./generate-settings.ts";
import { spoken } from "../src/engine/lint/spoken.ts";
import type { OptionValue, Rule } from "../src/engine/lint/rule.ts";

/** All that is derived from the rules: texts by their paths from the root. `manifest` is the text of package.json. */
export function filesFromRules(rules: readonly Rule[], manifest: string): Record<string, string> {
	const sorted = rules.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	return {
		"src/engine/rules/index.ts": index(sorted),
		"docs/rules/README.md": overview(sorted),
		...Object.fromEntries(sorted.map((rule) => [`docs/rules/${rule.id}.md`, page(rule, sorted)])),
		"schemas/hullwright.schema.json": schema(sorted),
		"package.json": withRuleSettings(manifest, sorted),
	};
}

function index(rules: readonly Rule[]): string {
	const names = rules.map(({ id, language }) => [id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), id, language] as const);
	const list = `[${names.map(([name]) => name).join(", ")}]`;
	return [
		"// Generated from the rules beside this file by `npm run generate`; do not edit.",
		'import type { Rule } from "../lint/rule.ts";',
		...names.map(([name, id, language]) => `import ${name} from "./${language}/${id}.ts";`),
		"",
		"/** In the order of their ids. */",
		list.length <= 160 - "export const rules: readonly Rule[] = ;".length
			? `export const rules: readonly Rule[] = ${list};`
			: `export const rules: readonly Rule[] = [\n${names.map(([name]) => `\t${name},\n`).join("")}];`,
		"",
	].join("\n");
}

function page(rule: Rule, rules: readonly Rule[]): string {
	const facts = [severityText(rule), fixText(rule, rules), alsoKnownAs(rule)].filter(Boolean);
	const options = Object.entries(rule.options ?? {});
	return [
		`# ${rule.id}\n\n${rule.title}.\n\n${facts.join(" · ")}\n\n${rule.why.join("\n")}\n\n`,
		...rule.examples.map(
			({ bad, good }) =>
				`Reported:\n\n${block(
					renderCarets(
						bad,
						findingsOf(rule, rules, bad).map((finding) => spoken(finding, undefined)),
					),
				)}\nNot reported:\n\n${block(good)}\n`,
		),
		options.length > 0
			? `## Options\n\n| option | default | |\n|---|---|---|\n${options.map(([name, option]) => `| \`${name}\` | ${defaultText(option)} | ${option.description} |\n`).join("")}\n`
			: "",
		`---\n\n[All rules, and how to set and ignore them](README.md) · [source](../../src/engine/rules/${rule.language}/${rule.id}.ts) · [odd cases](../../test/rules/${rule.language}/${rule.id}.dockerfile)\n`,
	].join("");
}

function alsoKnownAs(rule: Rule): string {
	const aliases = aliasesOf(rule);
	return aliases.length > 0 ? `also known as ${aliases.join(", ")}` : "";
}

function overview(rules: readonly Rule[]): string {
	const row = (rule: Rule) =>
		`| [${rule.id}](${rule.id}.md) | ${rule.title.replaceAll("|", "\\|")} | ${rule.severity} | ${severityWhenOn(rule)} | ${fixText(rule, rules)} | ${aliasesOf(rule).join(", ")} |\n`;
	return `# Rules

| rule | reports | \`default\` | \`strict\` | fix | also known as |
|---|---|---|---|---|---|
${rules.map(row).join("")}
Fixed automatically: the built image stays as it was, so *Fix all* and \`hullwright lint --fix\` apply the fix. Fixed on request: look at it first.

## Setting rules

\`.hullwright.yaml\`, in the folder of the Dockerfile or in a folder above it; the nearest one counts:

\`\`\`yaml
preset: strict # every rule on; without this line, the column \`default\` above
rules:
  missing-user: error
  DL3006: off # another linter's id will do
  unused-ignore: { severity: warning, foreign: true }
ignore: # Dockerfiles to leave alone, relative to this file
  - vendor/
  - "**/*.generated.Dockerfile"
\`\`\`

The editor's setting \`hullwright.rules\` holds what stands under \`rules\` there. Where both set a rule, the file counts.

## Ignoring a rule

\`\`\`dockerfile
# hullwright file ignore=missing-user the platform sets the user
FROM alpine:3.20

# hullwright ignore=add-instead-of-copy the reason goes here
ADD app /app
# hullwright ignore=DL3000
WORKDIR app
CMD ["./serve"]
\`\`\`

- Above an instruction the comment is about all of the instruction. Comments on several lines in a row add up.
- Between the lines of an instruction it is about the line below it.
- \`file ignore=\` is about the whole file, wherever it stands; \`stage ignore=\` above a \`FROM\` is about that stage.
- \`# hadolint ignore=…\`, \`# hadolint global ignore=…\` and \`# hadolint stage ignore=…\` mean the same.
- \`# check=skip=…\` ignores in the whole file as a parser directive, that is in the first lines of the file, and above an instruction in that instruction. \`# check=error=true\` among the first lines makes what BuildKit's checks know too an error.
- Each comment takes each name that a rule has, in any letter case; \`all\` stands for all rules.
`;
}

function findingsOf(rule: Rule, rules: readonly Rule[], text: string): readonly Finding[] {
	const { findings, faults } = lint(dockerfileLanguage, dockerfileLanguage.parse(text), rules, {
		rules: new Map([[rule.id, { severity: rule.severity === "off" ? severityWhenOn(rule) : rule.severity }]]),
		ignore: [],
	});
	const fault = faults.find((each) => each.rule === rule.id);
	if (fault) throw fault.error;
	return findings.filter((finding) => finding.rule === rule.id);
}

/** Whether there is a fix is not declared but seen on the examples. */
function fixText(rule: Rule, rules: readonly Rule[]): string {
	const fixes = rule.examples.flatMap(({ bad }) => findingsOf(rule, rules, bad).flatMap(({ fix }) => fix ?? []));
	if (fixes.length === 0) return "";
	if (fixes.every(({ safe }) => safe)) return "fixed automatically";
	return fixes.some(({ safe }) => safe) ? "fixed automatically or on request" : "fixed on request";
}

function severityText(rule: Rule): string {
	const strict = severityWhenOn(rule);
	return strict === rule.severity ? strict : `${rule.severity} (${strict} in the preset \`strict\`)`;
}

function defaultText({ default: value, strict }: { readonly default: OptionValue; readonly strict?: OptionValue }): string {
	return `\`${JSON.stringify(value)}\`${strict === undefined ? "" : ` (\`${JSON.stringify(strict)}\` in the preset \`strict\`)`}`;
}

function block(text: string): string {
	const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/^`+/gm)].map(([run]) => run.length + 1)));
	return `${fence}dockerfile\n${text}${fence}\n`;
}
