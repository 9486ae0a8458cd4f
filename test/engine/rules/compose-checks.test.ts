import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../../src/engine/rules/index.ts";

/** What is to be told of Compose files: each has a rule here, or a reason why not. Several may be one rule's. */
type Row = { readonly check: string; readonly section: string; readonly rule?: string };
const rows = JSON.parse(readFileSync("test/engine/rules/compose-checks.json", "utf8")) as Row[];

const [, table = ""] = readFileSync("docs/rules/not-implemented.md", "utf8").split("\n## Compose\n");
const givenUp = table.split("\n").flatMap((line) => {
	const [, check, reason] = /^\| ([a-z\d-]+) \| (.+) \|$/.exec(line) ?? [];
	return check === undefined || check === "check" ? [] : [{ check, reason: reason ?? "" }];
});

test.each(rows)("$check has a rule, or it is said why not", ({ check, rule }) => {
	const isGivenUp = givenUp.some((each) => each.check === check);
	expect(rule === undefined).toBe(isGivenUp);
	if (rule !== undefined) expect(rules.filter(({ id, language }) => id === rule && ["compose", "any"].includes(language))).toHaveLength(1);
});

describe("what there is no rule for", () => {
	test("is not much", () => expect(givenUp.length).toBeLessThanOrEqual(10));

	test.each(givenUp)("$check is one of the checks, and has a reason that is none of time", ({ check, reason }) => {
		expect(rows.map((row) => row.check)).toContain(check);
		expect(reason.length).toBeGreaterThan(40);
		expect(reason).not.toMatch(/\b(?:later|yet|todo|future|planned|for now)\b/i);
	});
});

test("there are many, and many mend what they find", () => {
	const ofCompose = rules.filter(({ language }) => language === "compose");
	expect(ofCompose.length).toBeGreaterThanOrEqual(150);
	expect(ofCompose.filter(({ fixes }) => fixes?.safely ?? fixes?.onRequest).length).toBeGreaterThanOrEqual(60);
});
