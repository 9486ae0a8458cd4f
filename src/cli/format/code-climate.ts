import { markOf } from "../../engine/lint/baseline.ts";
import type { Rule } from "../../engine/lint/rule.ts";
import { spokenRule } from "../../engine/lint/spoken.ts";
import { rules } from "../../engine/rules/index.ts";
import { hashOf } from "../../engine/text/hash.ts";
import { elementsOf, listOf } from "./json-list.ts";
import { projectPath } from "./project-path.ts";
import { placed, type Format } from "./report.ts";

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));
/** As hadolint has them, so that thresholds still hold. */
const severities = { error: "blocker", warning: "major", info: "info" } as const;
const categories: Readonly<Record<Rule["category"], string>> = {
	correctness: "Bug Risk",
	security: "Security",
	reproducibility: "Compatibility",
	size: "Performance",
	cache: "Performance",
	practice: "Clarity",
	style: "Style",
};

/**
 * One array of Code Climate's issues, as GitLab reads it for its code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format,
 * https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md
 */
export const codeClimate: Format = {
	part(report, { catalogue }) {
		const path = projectPath(report.name);
		const fingerprintOf = fingerprints(path);
		return elementsOf(
			placed(report, catalogue).map(({ rule, ownRule, severity, message, line, endLine }, index) => {
				const about = rulesById.get(ownRule);
				const finding = report.findings[index];
				return {
					type: "issue",
					check_name: rule,
					description: message,
					// What ShellCheck finds is no rule of ours.
					categories: [categories[about?.category ?? "correctness"]],
					...(about && { content: { body: spokenRule(about, catalogue).why.join("\n") } }),
					severity: severities[severity],
					fingerprint: fingerprintOf(ownRule, finding ? markOf(report.text, finding) : ""),
					location: { path, lines: { begin: line, end: endLine } },
				};
			}),
		);
	},
	whole: (parts) => `${listOf(parts)}\n`,
};

/** Of the file, the rule, the message in English and the text of the line: the same when lines above come and go. What is the same in all of it is counted. */
function fingerprints(path: string): (rule: string, mark: string) => string {
	const counts = new Map<string, number>();
	return (rule, mark) => {
		const count = (counts.get(rule + mark) ?? 0) + 1;
		counts.set(rule + mark, count);
		return hashOf(path) + hashOf(rule) + mark + hashOf(String(count));
	};
}
