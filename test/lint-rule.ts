import { parse } from "../src/engine/dockerfile/parse.ts";
import { severityOf, type Configuration } from "../src/engine/lint/configuration.ts";
import { lint, type Finding } from "../src/engine/lint/lint.ts";
import { spoken } from "../src/engine/lint/spoken.ts";
import type { OptionValue, Rule } from "../src/engine/lint/rule.ts";
import { rules } from "../src/engine/rules/index.ts";
import { renderCarets } from "../src/engine/lint/carets.ts";

/** What one rule finds in a text, the other rules beside it; the rule is on even where it is off by default. Throws what a rule throws. */
export function findingsOf(rule: Rule, text: string, options?: Readonly<Record<string, OptionValue>>): readonly Finding[] {
	const severity = severityOf(rule, { preset: "strict", rules: new Map(), ignore: [] });
	const configuration: Configuration = {
		rules: new Map([[rule.id, { severity: rule.severity === "off" ? severity : rule.severity, ...(options && { options }) }]]),
		ignore: [],
	};
	const { findings, faults } = lint(parse(text), rules, configuration);
	for (const { error } of faults) throw error;
	return findings.filter((finding) => finding.rule === rule.id);
}

/** The text with what the rule finds in it. */
export const markedBy = (rule: Rule, text: string, options?: Readonly<Record<string, OptionValue>>): string =>
	renderCarets(
		text,
		findingsOf(rule, text, options).map((finding) => spoken(finding, undefined)),
	);
