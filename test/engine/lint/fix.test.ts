import { dockerfileLanguage } from "../../../src/engine/language/dockerfile/dockerfile-language.ts";
import { describe, expect, test } from "vitest";
import type { Dockerfile } from "../../../src/engine/dockerfile/syntax.ts";
import { defaultConfiguration } from "../../../src/engine/lint/configuration.ts";
import { fixAll } from "../../../src/engine/lint/fix.ts";
import { dockerfileRule, type Problem, type Rule } from "../../../src/engine/lint/rule.ts";
import { applyEdits, insert } from "../../../src/engine/text/text.ts";
import { say, textOf } from "../../../src/engine/text/message.ts";

function rule(id: string, check: (file: Dockerfile) => Iterable<Problem>): Rule {
	return dockerfileRule({ id, category: "practice", severity: "warning", title: "t", why: ["w."], examples: [{ bad: "", good: "" }], check });
}

/** A rule that replaces each match; the replacement may be empty. */
const replacing = (pattern: RegExp, replacement: string, { safe = true } = {}): Rule =>
	rule(`replace-${pattern.source}`, function* ({ text }) {
		for (const { 0: match, index } of text.matchAll(pattern)) {
			const at = { start: index, end: index + match.length };
			yield { at, message: say`m`, fix: { title: say`Replace it`, edits: [{ ...at, text: replacement }], safe } };
		}
	});

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

test("a file of many fixes is fixed in a time that grows with its length", { timeout: 60_000 }, () => {
	const text = `FROM a\n${"RUN a b\n".repeat(20_000)}`;
	expect(fixed(text, [replacing(/ a/g, " c"), replacing(/ b/g, " d")])).toBe(text.replaceAll(" a", " c").replaceAll(" b", " d"));
});

describe("a fix that does not do what it is for is not written", () => {
	const at = (text: string, word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
	/** Finds a word wherever it is, and writes something at the end of the file. */
	const besideThePoint = rule("beside-the-point", function* ({ text }) {
		if (text.includes("odd"))
			yield { at: at(text, "odd"), message: say`odd`, fix: { title: say`Add a line`, edits: [insert(text.length, "RUN more\n")], safe: true } };
	});
	const error: Rule = { ...replacing(/worse/g, "x", { safe: false }), id: "an-error", severity: "error" };
	const reasons = (text: string, rules: readonly Rule[]) =>
		fixAll(dockerfileLanguage, text, rules, defaultConfiguration).unapplied.map(({ finding, reason }) => `${finding.rule} ${reason}`);

	test("because its problem is found again, wherever others have moved it to", () => {
		expect(fixed("FROM odd\nRUN a\n", [besideThePoint])).toBe("FROM odd\nRUN a\n");
		expect(fixed("FROM a\nRUN odd a\n", [besideThePoint, replacing(/a/g, "bcd")])).toBe("FROM bcd\nRUN odd bcd\n");
		expect(reasons("FROM a\nRUN odd a\n", [besideThePoint, replacing(/a/g, "bcd")])).toEqual(["beside-the-point unmended"]);
	});

	test("because it brings up an error, and those beside it are written", () => {
		const worsening = replacing(/bad/g, "worse");
		expect(fixed("FROM a\nRUN bad a\n", [worsening, error, replacing(/a$/gm, "b")])).toBe("FROM b\nRUN bad b\n");
		expect(reasons("FROM a\nRUN bad\n", [worsening, error])).toEqual(["replace-bad unmended"]);
		expect(fixed("FROM a\nRUN worse bad\n", [worsening, error])).toBe("FROM a\nRUN worse bad\n");
	});

	test("an error that was there before keeps none from being written", () => {
		expect(fixed("FROM a\nRUN worse a\n", [error, replacing(/a/g, "bb")])).toBe("FROM bb\nRUN worse bb\n");
	});

	test("of two problems in one place each may be mended", () => {
		const twice = rule("twice", function* ({ text }) {
			for (const { index } of text.matchAll(/x/g))
				yield { at: at(text, "FROM"), message: say`x`, fix: { title: say`Remove it`, edits: [{ start: index, end: index + 1, text: "" }], safe: true } };
		});
		expect(fixed("FROM a\nRUN xx y\n", [twice])).toBe("FROM a\nRUN  y\n");
	});

	test("why others are left is told", () => {
		expect(reasons("FROM a\nRUN b\n", [replacing(/b/g, "c", { safe: false })])).toEqual(["replace-b unsafe"]);
		expect(reasons("FROM a\nRUN x\n", [replacing(/RUN x/g, "RUN <<EOF")])).toEqual(["replace-RUN x broken"]);
		expect(reasons("FROM a\n", [replacing(/a/g, "b"), replacing(/b/g, "a")])).toHaveLength(1);
		expect(reasons("FROM a\n", [replacing(/a/g, "b")])).toEqual([]);
	});
});
