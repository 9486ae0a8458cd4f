import { describe, expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { readConfiguration } from "../../../src/engine/lint/configuration.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { dockerfileRule, type Rule } from "../../../src/engine/lint/rule.ts";
import { say, textOf } from "../../../src/engine/text/message.ts";

const rule = (id: string, since?: string): Rule =>
	dockerfileRule({
		id,
		category: "practice",
		severity: "error",
		title: "t",
		why: ["w."],
		examples: [{ bad: "", good: "" }],
		peers: { buildkit: [id] },
		...(since && { since }),
		*check() {
			yield { at: { start: 0, end: 1 }, message: say`m` };
		},
	});
const first = [rule("rule-first")];
const later = [...first, rule("rule-later", "0.2"), rule("rule-last", "1.10")];

/** What the rules find under a configuration: id, severity, and whether nothing fails for it. */
function found(rules: readonly Rule[], settings: unknown, text = "FROM a\n"): readonly string[] {
	const { configuration, problems } = readConfiguration(settings, rules);
	expect(problems).toEqual([]);
	return lint(dockerfileLanguage, parse(text), rules, configuration).findings.map((each) => `${each.rule} ${each.severity}${each.isHint ? " hint" : ""}`);
}

describe("a rule set", () => {
	test.each([
		[{}, ["rule-first error", "rule-later error", "rule-last error"]],
		[{ ruleSet: "0.1" }, ["rule-first error", "rule-later info hint", "rule-last info hint"]],
		[{ ruleSet: 0.1 }, ["rule-first error", "rule-later info hint", "rule-last info hint"]],
		[{ rules: "0.1" }, ["rule-first error", "rule-later info hint", "rule-last info hint"]],
		[{ ruleSet: "0.2.7" }, ["rule-first error", "rule-later error", "rule-last info hint"]],
		[{ ruleSet: "1.9" }, ["rule-first error", "rule-later error", "rule-last info hint"]],
		[{ ruleSet: "1.10" }, ["rule-first error", "rule-later error", "rule-last error"]],
		[{ ruleSet: "2.0" }, ["rule-first error", "rule-later error", "rule-last error"]],
		[{ ruleSet: "0.1", rules: { "rule-later": "warning" } }, ["rule-first error", "rule-later warning", "rule-last info hint"]],
		[{ ruleSet: "0.1", rules: { "rule-later": "off" } }, ["rule-first error", "rule-last info hint"]],
		[{ ruleSet: "0.1", preset: "strict" }, ["rule-first error", "rule-later info hint", "rule-last info hint"]],
		[{ ruleSet: "0.1", preset: "buildkit" }, ["rule-first error", "rule-later info hint", "rule-last info hint"]],
	])("%j", (settings, expected) => {
		expect(found(later, settings)).toEqual(expected);
	});

	test("what the set finds stays the same when rules come", () => {
		expect(found(later, { ruleSet: "0.1" }).filter((each) => !each.endsWith("hint"))).toEqual(found(first, { ruleSet: "0.1" }));
	});

	test("error=true makes no error of what comes later", () => {
		expect(found(later, { ruleSet: "0.1" }, "# check=error=true\nFROM a\n")).toContain("rule-later info hint");
	});

	test.each([["latest"], ["1"], [true], [["0.1"]], [12]])("%j is no version", (version) => {
		const { problems } = readConfiguration({ ruleSet: version }, later);
		expect(problems.map(({ path, message }) => [path, textOf(message)])).toEqual([
			[["ruleSet"], expect.stringMatching(/^`ruleSet` must be a version of Hullwright such as "0.1", not /)],
		]);
	});
});
