import { expect, test } from "vitest";
import { parseBake } from "../../../../src/engine/bake/parse.ts";
import { bakeLinkedAt, bakeRenamableAt, bakeRenameAt } from "../../../../src/engine/language/bake/rename.ts";
import { textOf } from "../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

/** The text in which the name at the mark ‸ is another, or why it is not. */
function renamed(marked: string, name: string, along: readonly string[] = []): string | readonly string[] | undefined {
	const text = marked.replace("‸", "");
	const others = along.map(parseBake);
	const found = bakeRenameAt(parseBake(text), marked.indexOf("‸"), name, others);
	if (!found) return undefined;
	if ("refused" in found) return textOf(found.refused, undefined);
	const result = applyEdits(text, found.edits);
	return along.length === 0 ? result : [result, ...others.map((other, index) => applyEdits(other.text, found.along[index] ?? []))];
}

test.each([
	[
		"a target",
		'target "a‸pp" {}\ntarget "b" {\n  inherits = ["app"]\n  contexts = { c = "target:app" }\n  tags = target.app.tags\n}\n',
		"web",
		'target "web" {}\ntarget "b" {\n  inherits = ["web"]\n  contexts = { c = "target:web" }\n  tags = target.web.tags\n}\n',
	],
	["a group, where it is listed", 'group "a" {}\ngroup "b" {\n  targets = ["‸a"]\n}\n', "all", 'group "all" {}\ngroup "b" {\n  targets = ["all"]\n}\n'],
	[
		"a variable",
		'variable "A‸" {}\nb = "${A}-${upper(A)}"\ntarget "A" {\n  args = { A = A }\n}\n',
		"C",
		'variable "C" {}\nb = "${C}-${upper(C)}"\ntarget "A" {\n  args = { A = C }\n}\n',
	],
	["a value at the top", "‸a = 1\nb = a\n", "c", "c = 1\nb = c\n"],
	["a function", 'function "f" {\n  params = [a]\n  result = a\n}\nb = ‸f(1)\n', "g", 'function "g" {\n  params = [a]\n  result = a\n}\nb = g(1)\n'],
	[
		"a parameter",
		'function "f" {\n  params = [a, b]\n  result = "${‸a}-${b}"\n}\na = 1\n',
		"c",
		'function "f" {\n  params = [c, b]\n  result = "${c}-${b}"\n}\na = 1\n',
	],
	[
		"what a matrix goes through",
		'target "t" {\n  name = "t-${‸v}"\n  matrix = { v = ["1"] }\n}\n',
		"w",
		'target "t" {\n  name = "t-${w}"\n  matrix = { w = ["1"] }\n}\n',
	],
	["what a loop goes through", "a = [for ‸x in [1] : x]\nb = [for x in [2] : x]\n", "y", "a = [for y in [1] : y]\nb = [for x in [2] : x]\n"],
	["JSON", '{"target": {"‸a": {}, "b": {"inherits": ["a"]}}}', "c", '{"target": {"c": {}, "b": {"inherits": ["c"]}}}'],
	["nothing that is named", 'target "a" {\n  ta‸gs = []\n}\n', "c", undefined],
	["a name that is not a target's", 'target "a‸" {}\n', "b c", "A target's name has only letters, digits, `-` and `_` in it."],
	["a name that is none behind a dot", 'target "a‸" {}\nb = target.a.tags\n', "1", "Behind `target.` a name begins with a letter."],
	["a name that is taken", 'target "a‸" {}\ngroup "b" {}\n', "b", "`b` stands in this file already, and would mean the same then."],
	[
		"a name that a parameter has",
		'a‸ = 1\nfunction "f" {\n  params = [b]\n  result = b\n}\n',
		"b",
		"`b` stands in this file already, and would mean the same then.",
	],
	[
		"a parameter's new name that means something there",
		'b = 1\nfunction "f" {\n  params = [a‸]\n  result = "${a}${b}"\n}\n',
		"b",
		"`b` stands in this file already, and would mean the same then.",
	],
	["a function of bake", "a = ‸upper(1)\n", "b", "`upper` is a function of bake, and always called so."],
	["a new name that bake has", 'function "f‸" {}\n', "upper", "`upper` is what bake calls a function of its own."],
	["a variable of bake", "a = ‸BAKE_CMD_CONTEXT\n", "b", "`BAKE_CMD_CONTEXT` is given by bake, and always called so."],
	["what nothing sets", "a = ‸B\n", "c", "Nothing in this file sets `B`, so that its name is given elsewhere."],
	["a target that is not there", 'group "g" {\n  targets = ["‸a"]\n}\n', "c", "There is no target `a` in this file, so that its name is given elsewhere."],
	["a word of the language", "a‸ = 1\n", "null", "A name begins with a letter or `_`, and has only letters, digits, `-` and `_` in it."],
	["a name by escapes", '{"target": {"\\u0061‸": {}}}', "c", "`a` is written by escapes here; rename it where it is written out."],
])("%s", (_, marked, name, expected) => {
	expect(renamed(marked, name)).toBe(expected);
});

test("what is read along is renamed along, and what stands there is not meant anew", () => {
	expect(renamed('target "a" {\n  inherits = ["‸b"]\n}\n', "c", ['target "b" {}\n'])).toEqual(['target "a" {\n  inherits = ["c"]\n}\n', 'target "c" {}\n']);
	expect(renamed("a‸ = 1\n", "b", ["b = 2\n"])).toBe("`b` stands in this file already, and would mean the same then.");
});

test("what can be renamed is the name without what is around it", () => {
	expect(bakeRenamableAt(parseBake('target "app" {}\n'), 9, [])).toEqual({ range: { start: 8, end: 11 }, name: "app" });
	expect(bakeRenamableAt(parseBake("a = upper(1)\n"), 5, [])).toHaveProperty("refused");
});

test("the places of a name change together where it is given in the file", () => {
	const text = 'target "a" {}\ngroup "g" {\n  targets = ["a"]\n}\n';
	expect(bakeLinkedAt(parseBake(text), 8)).toEqual([
		{ start: 8, end: 9 },
		{ start: 40, end: 41 },
	]);
	expect(bakeLinkedAt(parseBake("b = a\nc = a\n"), 4)).toBeUndefined();
	expect(bakeLinkedAt(parseBake("a = 1\n"), 0)).toBeUndefined();
});
