import { expect, test } from "vitest";
import { parseBake } from "../../../src/engine/bake/parse.ts";
import { textOf } from "../../../src/engine/text/message.ts";

// What HashiCorp's parser refuses as well.
test.each([
	["an attribute in quotation marks", '‸"a"‸ = 1\n', "here a name stands without quotation marks"],
	["a name that is computed", 'target "‸${a}‸" {}\n', "nothing can be computed here"],
	["nothing in a hole", 'a = "‸${‸}"\n', "a value is missing behind this"],
	["a sign without a number", "a = [-‸]‸\n", "a value is missing here"],
	["an escape that there is not", 'a = "‸\\d‸"\n', "there is no such escape"],
	["a condition without its end", 'a = "‸%{‸if b}c"\n', "`%{endif}` is missing behind this"],
	["a choice without its other half", "a = b ? c‸‸\n", "`:` is missing here"],
	["a loop without a value", "a = [for b in c‸]‸\n", "`:` is missing here"],
	["a brace behind a value", "a {\n  b = 1‸}‸\n", "a new line has to begin here"],
	["a value behind a brace", "a { ‸b‸ = 1\n}\n", "a new line has to begin here"],
])("%s", (_, marked, message) => {
	const [before = "", word = "", after = ""] = marked.split("‸");
	const [problem] = parseBake(before + word + after).problems;
	expect(problem && [problem.at, textOf(problem.message, undefined)]).toEqual([{ start: before.length, end: before.length + word.length }, message]);
});

test.each(["a = b ? c ? 1 : 2 : d ? 3 : 4\n", "a = upper (b) [0] . c\n", 'a = "$${b}%%{c}\\u00e9%{ if d }e%{ else }f%{ endif }"\n', "a { b = 1 }\n", "a {}\n"])(
	"nothing is wrong in %j",
	(text) => {
		expect(parseBake(text).problems).toEqual([]);
	},
);
