import { describe, expect, test } from "vitest";
import { carets, renderCarets, withoutCarets } from "../../../src/engine/lint/carets.ts";

/** `«` and `»` stand around what is marked. */
function rendered(marked: string): string {
	const start = marked.indexOf("«");
	const end = marked.indexOf("»") - 1;
	return renderCarets(marked.replace("«", "").replace("»", ""), [{ at: { start, end }, message: "here" }]);
}

describe("carets stand below what is marked", () => {
	test.each([
		["RUN «apt» x\n", "RUN apt x\n#   ^^^ here\n"],
		["«RUN» apt\n", "RUN apt\n#^^ here\n"],
		["R«U»N apt\n", "RUN apt\n#> here\n"],
		["R«UN» apt\n", "RUN apt\n#>^ here\n"],
		["RUN« »apt\n", "RUN apt\n#  ^ here\n"],
		["RUN «»apt\n", "RUN apt\n#   | here\n"],
		["«»RUN apt\n", "RUN apt\n#| here\n"],
		["RUN apt«»", "RUN apt\n#      | here\n"],
		["RUN apt\n«»", "RUN apt\n\n#| here\n"],
		["\tRUN «apt»\n", "\tRUN apt\n#\t    ^^^ here\n"],
		["RUN\t«apt\tx»\n", "RUN\tapt\tx\n#  \t^^^\t^ here\n"],
		["RUN 日本 «語» x\n", "RUN 日本 語 x\n#        ^^ here\n"],
		["RUN e\u0301 «😀»\n", "RUN e\u0301 😀\n#     ^^ here\n"],
		["RUN «apt»\r\nUSER a\r\n", "RUN apt\r\n#   ^^^ here\r\nUSER a\r\n"],
		["RUN «a \\\n  b \\\n  c» d\n", "RUN a \\\n#   ^^^… here\n  b \\\n  c d\n# ^…\n"],
		["«RUN a \\\r\n  b»\r\n", "RUN a \\\r\n#^^^^^^… here\r\n  b\r\n# ^…\r\n"],
	])("%j", (marked, expected) => {
		expect(rendered(marked)).toBe(expected);
	});
});

test.each(["RUN «apt» x\n", "«RUN» x\n", "R«U»N\n", "RUN «»x\n", "RUN\t«a\tb»\n", "RUN «a \\\r\n  b»\r\n", "\t«RUN»\n", "# «^»note\n"])(
	"carets are taken away again: %j",
	(marked) => {
		expect(withoutCarets(rendered(marked))).toBe(marked.replace(/[«»]/g, ""));
	},
);

test.each(["# a comment\n", "# a ^ b\n", "#: a case\n", "#!/bin/sh\n", "  # ^^ indented\n"])("a comment is no caret: %j", (text) => {
	expect(withoutCarets(text)).toBe(text);
});

test("marks come in the order of the text, whatever the order they are given in", () => {
	const marks = [
		{ at: { start: 4, end: 5 }, message: "second" },
		{ at: { start: 2, end: 3 }, message: "first" },
	];
	expect(renderCarets("a b c\n", marks)).toBe("a b c\n# ^ first\n#   ^ second\n");
});

test("a line by itself", () => {
	expect(carets("\tRUN apt", 5, 8)).toBe("\t    ^^^");
	expect(carets("RUN", 0, 3)).toBe("^^^");
	expect(carets("RUN", 3, 3)).toBe("   |");
});
