import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { expect, test } from "vitest";
import { defaultConfiguration } from "../../../src/engine/lint/configuration.ts";
import { fixAll } from "../../../src/engine/lint/fix.ts";
import { dockerfileRule, type Rule } from "../../../src/engine/lint/rule.ts";
import { applyEdits } from "../../../src/engine/text/text.ts";
import { say, textOf } from "../../../src/engine/text/message.ts";

/** A rule that replaces each match; the replacement may be empty. */
function replacing(pattern: RegExp, replacement: string, { safe = true } = {}): Rule {
	return dockerfileRule({
		id: `replace-${pattern.source}`,
		category: "practice",
		severity: "warning",
		title: "t",
		why: ["w."],
		examples: [{ bad: "", good: "" }],
		*check({ text }) {
			for (const { 0: match, index } of text.matchAll(pattern)) {
				const at = { start: index, end: index + match.length };
				yield { at, message: say`m`, fix: { title: say`Replace it`, edits: [{ ...at, text: replacement }], safe } };
			}
		},
	});
}

function fixed(text: string, rules: readonly Rule[], unsafe = false): string {
	const result = fixAll(dockerfileLanguage, text, rules, defaultConfiguration, { unsafe });
	expect(applyEdits(text, result.edits), "the edits lead to the text").toBe(result.text);
	expect(
		result.edits.filter(({ start }, index) => start <= (result.edits[index - 1]?.end ?? -1)),
		"edits do not touch",
	).toEqual([]);
	expect(fixAll(dockerfileLanguage, result.text, rules, defaultConfiguration, { unsafe }).text, "there is nothing left to fix").toBe(result.text);
	return result.text;
}

test("safe fixes only, unless told otherwise", () => {
	const rules = [replacing(/a/g, "b"), replacing(/c/g, "d", { safe: false })];
	expect(fixed("FROM a\nRUN a c\n", rules)).toBe("FROM b\nRUN b c\n");
	expect(fixed("FROM a\nRUN a c\n", rules, true)).toBe("FROM b\nRUN b d\n");
});

test("what a fix brings up is fixed as well", () => {
	expect(fixed("FROM a\nRUN a a\n", [replacing(/c/g, "dd"), replacing(/b/g, "c"), replacing(/a/g, "bb")])).toBe("FROM dddd\nRUN dddd dddd\n");
});

test("of two that touch the first is applied, and the other in the next round", () => {
	expect(fixed("FROM abc\n", [replacing(/bc/g, "x"), replacing(/ab/g, "y")])).toBe("FROM yc\n");
	expect(fixed("FROM abcb\n", [replacing(/b/g, ""), replacing(/a/g, "")])).toBe("FROM c\n");
});

test("edits are told from the first text, removals and insertions in insertions too", () => {
	const { edits } = fixAll(dockerfileLanguage, "FROM a\nRUN x\n", [replacing(/a/g, "bcd"), replacing(/c/g, ""), replacing(/bd/g, "e")], defaultConfiguration);
	expect(edits).toEqual([{ start: 5, end: 6, text: "e" }]);
});

test("a fix that breaks the file is left out", () => {
	const breaking = replacing(/RUN x/g, "RUN <<EOF");
	expect(fixed("FROM a\nRUN x\n", [breaking])).toBe("FROM a\nRUN x\n");
	expect(fixed("FROM a\nRUN x\nUSER a\nRUN x\n", [breaking, replacing(/a/g, "b")])).toBe("FROM b\nRUN x\nUSER b\nRUN x\n");
});

test("fixes that undo each other come to an end", () => {
	const { text } = fixAll(dockerfileLanguage, "FROM a\n", [replacing(/a/g, "b"), replacing(/b/g, "a")], defaultConfiguration);
	expect(text).toMatch(/^FROM [ab]\n$/);
	expect(fixAll(dockerfileLanguage, "FROM a\n", [replacing(/$/gm, "a")], defaultConfiguration).text.length).toBeLessThan(500);
});

test("what was fixed is told", () => {
	const { fixed: done } = fixAll(dockerfileLanguage, "FROM a\n", [replacing(/b/g, "c"), replacing(/a/g, "b")], defaultConfiguration);
	expect(done.map(({ rule, fix }) => `${rule}: ${textOf(fix.title)}`)).toEqual(["replace-a: Replace it", "replace-b: Replace it"]);
});

test("a file of many fixes is fixed within the time of a test", () => {
	const text = `FROM a\n${"RUN a b\n".repeat(20_000)}`;
	expect(fixed(text, [replacing(/ a/g, " c"), replacing(/ b/g, " d")])).toBe(text.replaceAll(" a", " c").replaceAll(" b", " d"));
});
