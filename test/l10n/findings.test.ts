import { expect, test } from "vitest";
import { spoken, spokenRule } from "../../src/engine/lint/spoken.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { loadCatalogue } from "../../src/l10n/locales.ts";
import { findingsOf } from "../lint-rule.ts";

const catalogue = await loadCatalogue("zh-CN");
const chinese = /\p{Script=Han}/u;

test.each(rules.map((rule) => [rule.id, rule] as const))("%s speaks Chinese", (_, rule) => {
	const { title, summary, why, reason, category } = spokenRule(rule, catalogue);
	for (const text of [title, summary, ...why, reason, category]) expect(text).toMatch(chinese);
	expect(summary).toBe(`${title}。`);
	expect(reason).toBe(why.join(""));
	const findings = rule.examples.flatMap(({ bad }) => findingsOf(rule, bad)).map((finding) => spoken(finding, catalogue));
	for (const { message, fix, related = [] } of findings) {
		for (const text of [message, ...(fix ? [fix.title] : []), ...related.map((each) => each.message)]) {
			expect(text).toMatch(chinese);
		}
	}
});

test("BuildKit's words for what it refuses are said in Chinese", () => {
	const rule = rules.find(({ id }) => id === "syntax-error");
	const [finding] = rule ? findingsOf(rule, "FROM debian:12\nENV A\n") : [];
	expect(finding && spoken(finding, catalogue).message).toBe("Docker 会拒绝该文件：ENV 必须有两个参数");
});
