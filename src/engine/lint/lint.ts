import type { Dockerfile } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { optionsOf, severityOf, type Configuration } from "./configuration.ts";
import type { Alias, IgnoredName, OptionValue, Problem, Rule, Severity } from "./rule.ts";
import { findSuppression, type Suppression } from "./suppression.ts";

/** A problem with the rule that found it, and the severity that the configuration gives it. */
export type Finding = Problem & { readonly rule: string; readonly aliases: readonly Alias[]; readonly severity: Severity };

export type LintResult = {
	/** By position; those that a comment ignores are left out. */
	readonly findings: readonly Finding[];
	/** Rules that threw: bugs of ours. What they found before they threw counts. */
	readonly faults: readonly { readonly rule: string; readonly error: unknown }[];
};

/** What follows from the rules and a configuration, whatever the file. */
type Check = {
	readonly rule: Rule;
	readonly aliases: readonly Alias[];
	readonly severity: Severity;
	readonly options: Readonly<Record<string, OptionValue>>;
	readonly isBuildkits: boolean;
};
type Plan = { readonly checks: readonly Check[]; readonly judges: readonly Check[] };

/** Runs the rules over the file. Those that are off cost nothing. */
export function lint(file: Dockerfile, rules: readonly Rule[], configuration: Configuration): LintResult {
	const { checks, judges } = planFor(rules)(configuration);
	const suppression = findSuppression(file, rules);
	const findings: Finding[] = [];
	const faults: { rule: string; error: unknown }[] = [];
	for (const check of checks) run(check, file, [], suppression, findings, faults);
	if (suppression && judges.length > 0) {
		const ran = new Set(checks.map(({ rule }) => rule.id));
		for (const { rule } of faults) ran.delete(rule);
		const ignored = suppression.judge(ran);
		for (const judge of judges) run(judge, file, ignored, suppression, findings, faults);
	}
	return { findings: findings.sort((one, other) => one.at.start - other.at.start || one.at.end - other.at.end), faults };
}

function run(
	check: Check,
	file: Dockerfile,
	ignored: readonly IgnoredName[],
	suppression: Suppression | undefined,
	findings: Finding[],
	faults: { rule: string; error: unknown }[],
): void {
	const { rule, aliases, options } = check;
	const severity = check.isBuildkits && suppression?.buildkitErrors ? "error" : check.severity;
	try {
		for (const problem of rule.check(file, options, ignored)) {
			if (suppression?.suppresses(rule.id, problem.at)) continue;
			findings.push({ ...problem, rule: rule.id, aliases, severity });
		}
	} catch (error) {
		faults.push({ rule: rule.id, error });
	}
}

/** Kept on the configuration, by the list of rules: both may outlive the other. */
const planFor = fact((rules: readonly Rule[]) =>
	fact((configuration: Configuration): Plan => {
		const active = rules.flatMap((rule): Check[] => {
			const severity = severityOf(rule, configuration);
			if (severity === "off") return [];
			const aliases = rule.aliases ?? [];
			return [{ rule, aliases, severity, options: optionsOf(rule, configuration), isBuildkits: aliases.some((alias) => alias.startsWith("buildkit/")) }];
		});
		return { checks: active.filter(({ rule }) => !rule.judgesIgnores), judges: active.filter(({ rule }) => rule.judgesIgnores) };
	}),
);
