import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withoutCarets } from "../src/engine/lint/carets.ts";
import type { OptionValue } from "../src/engine/lint/rule.ts";
import { rules } from "../src/engine/rules/index.ts";
import { markedBy } from "./lint-rule.ts";

// A fixture is a Dockerfile in cases: "#: name" begins one, JSON at the end of that line sets options. `npx vitest run test/fixtures.test.ts -u` writes the carets.
const fixture = (id: string) => `test/rules/${id}.dockerfile`;

test.each(rules.filter(({ id }) => existsSync(fixture(id))).map((rule) => [rule.id, rule] as const))("test/rules/%s.dockerfile", async (_, rule) => {
	const cases = withoutCarets(readFileSync(fixture(rule.id), "utf8")).split(/^(?=#: )/m);
	const marked = cases.map((text) => {
		const [, title = "", options] = /^(#: .*?(\{.*\})?\r?\n)/.exec(text) ?? [];
		return title + markedBy(rule, text.slice(title.length), options ? (JSON.parse(options) as Record<string, OptionValue>) : undefined);
	});
	await expect(marked.join("")).toMatchFileSnapshot(`rules/${rule.id}.dockerfile`);
});

test("each rule has its fixture and each fixture its rule", () => {
	expect(
		readdirSync("test/rules")
			.filter((file) => file.endsWith(".dockerfile"))
			.sort(),
	).toEqual(rules.map(({ id }) => `${id}.dockerfile`).sort());
});
