import { expect, test } from "vitest";
import { parseBake } from "../../../src/engine/bake/parse.ts";
import { placesOf } from "../../../src/engine/bake/names.ts";
import { textOf } from "../../../src/engine/text/message.ts";

// Docker reads JSON by the letter. What each of these is called wrong for is what `docker buildx bake --print` stops at.
test.each([
	["a comment", '{ ‸// a‸\n"target": {} }', "JSON has no comments"],
	["a comma behind the last", '{"target": {"a": {"tags": ["b"‸,‸]}}}', "in JSON no comma stands behind the last"],
	["a name without quotation marks", "{‸target‸: {}}", "in JSON this has to stand in quotation marks"],
	["other quotation marks", "{‸'target'‸: {}}", "in JSON this has to stand in quotation marks"],
	["a sign of HCL", '{"target" ‸=‸ {}}', "`:` is missing here"],
	["a number with a zero", '{"a": ‸01‸}', "in JSON this has to stand in quotation marks"],
	["an escape of another language", '{"a": "‸\\‸q"}', "JSON has no such escape"],
	["a tab in a string", '{"a": "‸\t‸"}', "in JSON this character has to be written as an escape"],
	["no comma", '{"a": 1 ‸"‸b": 2}', "a comma is missing before this"],
	["two commas", '{"a": [1,‸,‸2]}', "a value is missing here"],
	["something behind the end", "{}\n‸x‸", "nothing may follow here"],
	["a string that does not end", '{"a": ‸"b‸\n}', "the closing quotation mark is missing"],
])("%s", (_, marked, message) => {
	const [before = "", word = "", after = ""] = marked.split("‸");
	const [problem] = parseBake(before + word + after).problems;
	expect(problem && [problem.at, textOf(problem.message, undefined)]).toEqual([{ start: before.length, end: before.length + word.length }, message]);
});

test("what escapes mean is what is read, also in what is computed", () => {
	const text = String.raw`{"target": {"\u0061pp": {"tags": ["${"$"}{upper(\"x\", B)}"]}}}`;
	const file = parseBake(text);
	expect(file.problems).toEqual([]);
	expect(placesOf(file).map(({ kind, name, start, end }) => [kind, name, text.slice(start, end)])).toEqual([
		["target", "app", String.raw`\u0061pp`],
		["function", "upper", "upper"],
		["variable", "B", "B"],
	]);
});
