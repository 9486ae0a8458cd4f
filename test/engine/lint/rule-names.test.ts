import { expect, test } from "vitest";
import { aliasesOf, findRules, findSimilarRule, isForeignName } from "../../../src/engine/lint/rule-names.ts";
import { dockerfileRule } from "../../../src/engine/lint/rule.ts";

const plain = { category: "practice", severity: "warning", title: "t", why: ["w."], examples: [{ bad: "", good: "" }], *check() {} } as const;
const one = dockerfileRule({
	...plain,
	id: "rule-one",
	formerIds: ["old-one"],
	peers: { hadolint: ["DL9001"], buildkit: ["RuleOne"], tally: ["hadolint/DL9001", "buildkit/RuleOne", "tally/rule-one"], dockerfilelint: ["one_in_1.13"] },
});
const two = dockerfileRule({ ...plain, id: "rule-two", peers: { hadolint: [{ id: "DL9001", severity: "error" }], kics: ["0a1b2c3d"], semgrep: ["rule-one"] } });
const rules = [one, two];

test.each([
	["rule-one", [one]],
	["OLD-ONE", [one]],
	["dl9001", [one, two]],
	["hadolint/DL9001", [one, two]],
	["RuleOne", [one]],
	["buildkit/ruleone", [one]],
	["tally/rule-one", [one]],
	["one_in_1.13", [one]],
	["kics/0a1b2c3d", [two]],
	["semgrep/rule-one", [two]],
	["rule-three", []],
])("%s", (name, named) => {
	expect(findRules(rules, name)).toEqual(named);
});

test("names are shown once, with the linter where they do not tell it", () => {
	expect(aliasesOf(one)).toEqual(["DL9001", "buildkit/RuleOne", "tally/rule-one", "dockerfilelint/one_in_1.13", "old-one"]);
	expect(aliasesOf(two)).toEqual(["DL9001", "kics/0a1b2c3d", "semgrep/rule-one"]);
	expect([one, two].flatMap((rule) => aliasesOf(rule)).filter((name) => findRules(rules, name).length === 0)).toEqual([]);
});

test("a mistyped name means an id of words", () => {
	expect(["rule-on", "buildkit/RuleOn", "RuleOn", "DL9002", "0a1b2c3e"].map((name) => findSimilarRule(rules, name))).toEqual([
		"rule-one",
		"buildkit/RuleOne",
		"RuleOne",
		undefined,
		undefined,
	]);
});

test.each([
	["rule-one", false],
	["old-one", false],
	["DL9001", true],
	["one_in_1.13", true],
	["SC2086", true],
	["DS-0002", true],
	["CKV_DOCKER_3", true],
	["CIS-DI-0001", true],
	["JSONArgsRecommended", true],
	["tally/new", true],
	["rule-three", false],
	["DL30", false],
])("whether %s is another linter's", (name, isForeign) => {
	expect(isForeignName(rules, name)).toBe(isForeign);
});
