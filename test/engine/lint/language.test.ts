import { expect, test } from "vitest";
import { defaultConfiguration } from "../../../src/engine/lint/configuration.ts";
import { fixAll } from "../../../src/engine/lint/fix.ts";
import { readIgnoreComment } from "../../../src/engine/lint/ignore-comment.ts";
import { ignoreInFile, ignoreOnLine } from "../../../src/engine/lint/ignore-edits.ts";
import type { Language } from "../../../src/engine/lint/language.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { say, textOf } from "../../../src/engine/text/message.ts";
import { rules as ours } from "../../../src/engine/rules/index.ts";
import { applyEdits, Lines, replace, type Range } from "../../../src/engine/text/text.ts";
import type { FileRule, Rule } from "../../../src/engine/lint/rule.ts";

// A language of lists of words, one a line. "#" begins a comment, and a line with "!" is refused. It shows that the linter knows no other language.

type WordList = { readonly text: string; readonly lines: readonly Range[] };

const wordLists: Language<WordList> = {
	id: "word-list",
	extension: "words",
	parse: (text) => ({ text, lines: new Lines(text).starts.map((_, line) => new Lines(text).lineRange(line)) }),
	countRefusals: ({ text }) => text.split("!").length - 1,
	unreadable: ({ text, lines }) => lines.filter(({ start, end }) => text.slice(start, end).includes("!")),
	ignoreComments({ text, lines }) {
		return lines.flatMap((line, index) => {
			const comment = readIgnoreComment(text, line);
			if (!comment) return [];
			return comment.scope === "file" ? { comment, place: "file", range: { start: 0, end: text.length } } : { comment, place: "line", range: lines[index + 1] };
		});
	},
	statementAt: () => undefined,
	lineToIgnore({ text, lines }, offset) {
		const index = lines.findIndex(({ start, end }) => start <= offset && offset <= end);
		const above = lines[index - 1] && readIgnoreComment(text, lines[index - 1] ?? { start: 0, end: 0 });
		return lines[index] && { ...lines[index], above: above ? [above] : [] };
	},
	topOf: () => 0,
};

/** Each word that matches, with a fix where there is a replacement. */
const findingWords = (id: string, pattern: RegExp, by?: string, more?: { readonly refused: true }): FileRule => ({
	id,
	language: "word-list",
	category: "style",
	severity: "warning",
	title: "t",
	why: ["w."],
	examples: [{ bad: "", good: "" }],
	*check({ text }) {
		for (const { 0: word, index } of text.replace(/^#.*/gm, (comment) => " ".repeat(comment.length)).matchAll(pattern)) {
			const at = { start: index, end: index + word.length };
			yield {
				at,
				message: say`\`${word}\` is odd`,
				...more,
				...(by !== undefined && { fix: { title: say`Use ${by}`, edits: [replace(at, by)], safe: true } }),
			};
		}
	},
});
const rules: readonly Rule[] = [findingWords("bad-word", /\bbad\b/g, "good"), findingWords("shout", /\w*!/g, undefined, { refused: true }), ...ours];

const found = (text: string): readonly string[] =>
	lint(wordLists, wordLists.parse(text), rules, defaultConfiguration).findings.map(
		({ rule, at, message }) => `${text.slice(0, at.start).split("\n").length}:${rule} ${textOf(message)}`,
	);

test("its files are linted by its rules, and no others", () => {
	expect(found("FROM bad\nMAINTAINER x\n")).toEqual(["1:bad-word `bad` is odd"]);
});

test("its comments ignore, and are judged", () => {
	expect(found("# hullwright ignore=bad-word\nbad\nbad\n")).toEqual(["3:bad-word `bad` is odd"]);
	expect(found("bad\n# hullwright file ignore=bad-word\nbad\n")).toEqual([]);
	expect(found("# hullwright ignore=bad-wrd\nbad\n")).toEqual([
		"1:unknown-rule-ignored No rule is named `bad-wrd`; did you mean `bad-word`?",
		"2:bad-word `bad` is odd",
	]);
	expect(found("# hullwright ignore=bad-word\ngood\n")).toEqual(["1:unused-ignore `bad-word` reports nothing here"]);
});

test("what is refused is not ignored with all the rest", () => {
	expect(found("# hullwright file ignore=all\nbad\nno!\n")).toEqual(["3:shout `no!` is odd"]);
	expect(found("# hullwright file ignore=shout\nno!\n")).toEqual([]);
});

test("its files are fixed, but for what cannot be read", () => {
	expect(fixAll(wordLists, "a bad\nbad!\nbad\n", rules, defaultConfiguration).text).toBe("a good\nbad!\ngood\n");
});

test("comments are written into it", () => {
	const text = "one\n  bad\n";
	const file = wordLists.parse(text);
	const [finding] = lint(wordLists, file, rules, defaultConfiguration).findings;
	if (!finding) throw new Error("nothing is found");
	const onLine = ignoreOnLine(wordLists, file, finding);
	expect(onLine && applyEdits(text, [onLine])).toBe("one\n  # hullwright ignore=bad-word\n  bad\n");
	expect(applyEdits(text, [ignoreInFile(wordLists, file, finding)])).toBe("# hullwright file ignore=bad-word\none\n  bad\n");
});
