import { expect, test } from "vitest";
import { composeLanguage } from "../../../../src/engine/language/compose/compose-language.ts";
import { ignoreInFile, ignoreOnLine } from "../../../../src/engine/lint/ignore-edits.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

/** The text, where "|" marks the finding, with a comment that ignores it. */
function ignored(marked: string, edit: typeof ignoreOnLine): string | undefined {
	const offset = marked.indexOf("|");
	const text = marked.replace("|", "");
	const change = edit(composeLanguage, composeLanguage.parse(text), { rule: "some-rule", aliases: [], at: { start: offset, end: offset } });
	return change && applyEdits(text, [change]);
}

test.each([
	["services:\n  web:\n    ports:\n      - |80:80\n", "services:\n  web:\n    ports:\n      # hullwright ignore=some-rule\n      - 80:80\n"],
	["services:\r\n  web: {image: |a}\r\n", "services:\r\n  # hullwright ignore=some-rule\r\n  web: {image: a}\r\n"],
	["a: |1\n", "# hullwright ignore=some-rule\na: 1\n"],
	["\uFEFFa: |1\n", "\uFEFF# hullwright ignore=some-rule\na: 1\n"],
	["# hullwright ignore=other-rule why\na: |1\n", "# hullwright ignore=other-rule,some-rule why\na: 1\n"],
	["# note\n\na: |1\n", "# note\n\n# hullwright ignore=some-rule\na: 1\n"],
	["{a: 1,\n b: |2}\n", "{a: 1,\n # hullwright ignore=some-rule\n b: 2}\n"],
	["a: |\n", "# hullwright ignore=some-rule\na: \n"],
])("on the line: %j", (marked, expected) => {
	expect(ignored(marked, ignoreOnLine)).toBe(expected);
	const [comment] = composeLanguage.ignoreComments(composeLanguage.parse(expected));
	expect(comment?.range, "it covers something").toBeDefined();
});

test("where none can stand", () => {
	expect(ignored("|# nothing but a comment\n", ignoreOnLine)).toBeUndefined();
});

test.each([
	["a: |1\n", "# hullwright file ignore=some-rule\na: 1\n"],
	["# hullwright file ignore=x\r\na: |1\r\n", "# hullwright file ignore=x,some-rule\r\na: 1\r\n"],
])("in the file: %j", (marked, expected) => {
	expect(ignored(marked, (language, file, finding) => ignoreInFile(language, file, finding))).toBe(expected);
});

test("above an entry a comment is about all that belongs to it, and behind one about its line", () => {
	const covered = (text: string) =>
		composeLanguage.ignoreComments(composeLanguage.parse(text)).map(({ range }) => range && text.slice(range.start, range.end).split("\n").at(-1));
	expect(covered("a:\n  # hullwright ignore=x\n  b:\n    c: 1\n    d: 2\n  e: 3\n")).toEqual(["    d: 2"]);
	expect(covered("a:\n  # hullwright ignore=x\n  - b: 1\n    c: 2\n  - d: 3\n")).toEqual(["    c: 2"]);
	expect(covered("a: # hullwright ignore=x\n  b: 1\n")).toEqual(["a: # hullwright ignore=x"]);
	expect(covered("# hullwright ignore=x\n\na: 1\n")).toEqual([undefined]);
	expect(covered("a: |\n  # hullwright ignore=x\n  b\n")).toEqual([]);
	expect(covered("# hadolint ignore=DL3006\na: 1\n# check=skip=all\nb: 1\n")).toEqual([]);
});

test("comments of dclint are about a line or, at the top, about the file", () => {
	const read = (text: string) =>
		composeLanguage
			.ignoreComments(composeLanguage.parse(text))
			.map(({ comment, range }) => `${comment.names.map((name) => name.text).join(" ")}: ${range && text.slice(range.start, range.end).trim()}`);
	expect(read("# dclint disable-line one two\na:\n  b: 1\n")).toEqual(["one two: a:"]);
	expect(read("a:\n  b: 1 # dclint disable-line\n")).toEqual(["all: b: 1 # dclint disable-line"]);
	expect(read("---\n# dclint disable one\na: 1\n")).toEqual(["one: ---\n# dclint disable one\na: 1"]);
	expect(read("# dclint disable-file\na: 1\n")).toEqual(["all: # dclint disable-file\na: 1"]);
	expect(read("a: 1\n# dclint disable one\nb: 2\n# dclint disabled\n")).toEqual([]);
});
