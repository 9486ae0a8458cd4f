import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import type { Configuration } from "../../../src/engine/lint/configuration.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import type { Rule } from "../../../src/engine/lint/rule.ts";
import { rules } from "../../../src/engine/rules/index.ts";
import { mutations } from "../dockerfile/mutation.ts";

const unguarded = rules.map((rule) => ("needs" in rule ? { ...rule, needs: undefined } : rule) as Rule);
// One, for what follows from it is worked out once for each.
const strict: Configuration = { preset: "strict", rules: new Map(), ignore: [] };
const found = (text: string, asked: readonly Rule[]): string =>
	JSON.stringify(lint(dockerfileLanguage, parse(text), asked, strict).findings.map(({ rule, at, fix }) => [rule, at, fix]));

const fixtures = readdirSync("test/rules/dockerfile").filter((name) => name.endsWith(".dockerfile"));
const texts = fixtures.flatMap((name) => readFileSync(`test/rules/dockerfile/${name}`, "utf8").split(/^(?=#: )/m));

test("what a rule needs changes no finding in the fixtures of all rules", () => {
	for (const text of texts) expect(found(text, rules), `in ${JSON.stringify(text)}`).toBe(found(text, unguarded));
	expect(texts.length).toBeGreaterThan(1000);
});

test("nor in what is made of them", () => {
	const mutated = mutations(texts, 1);
	let count = 0;
	for (let round = 0; round < 800; round++) {
		const text = mutated.next().value;
		const guarded = found(text, rules);
		if (guarded !== found(text, unguarded)) expect.fail(`a rule finds something where it is not asked, in ${JSON.stringify(text)}: ${guarded}`);
		if (guarded !== "[]") count++;
	}
	expect(count, "most have findings").toBeGreaterThan(400);
});
