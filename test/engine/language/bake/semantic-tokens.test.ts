import { expect, test } from "vitest";
import { parseBake } from "../../../../src/engine/bake/parse.ts";
import { bakeSemanticTokens } from "../../../../src/engine/language/bake/semantic-tokens.ts";

/** The words with their kinds, those of names that are given there with a `!`. */
function shown(text: string, range?: { readonly start: number; readonly end: number }): string {
	const tokens = bakeSemanticTokens(parseBake(text), range);
	return tokens.map(({ kind, start, end, isDeclaration }) => `${text.slice(start, end)} ${kind}${isDeclaration ? "!" : ""}`).join("\n");
}

test("blocks, attributes, names and what is computed have colours", () => {
	expect(shown('target "app" { # all\n  inherits = ["base"]\n  args = { A = "a\\n${B}" }\n}\n').split("\n")).toEqual([
		"target keyword",
		'" string',
		"app namespace!",
		'" string',
		"# all comment",
		"inherits property",
		"= operator",
		'" string',
		"base namespace",
		'" string',
		"args property",
		"= operator",
		"A variable",
		"= operator",
		'"a string',
		"\\n macro",
		"${ operator",
		"B variable",
		"} operator",
		'" string',
	]);
});

test("parameters, loops, constants, functions and here documents have theirs", () => {
	expect(shown('function "f" {\n params = [a]\n result = upper(a)\n}\nb = [for c in d : true if c > 1]\ne = <<E\nx\ny\nE\n').split("\n")).toEqual([
		"function keyword",
		'" string',
		"f function!",
		'" string',
		"params property",
		"= operator",
		"a parameter!",
		"result property",
		"= operator",
		"upper function",
		"a parameter",
		"b variable!",
		"= operator",
		"for keyword",
		"c parameter!",
		"in keyword",
		"d variable",
		": operator",
		"true enumMember",
		"if keyword",
		"c parameter",
		"> operator",
		"1 number",
		"e variable!",
		"= operator",
		"<<E label",
		"x string",
		"y string",
		"E label",
	]);
});

test("types of variables have theirs", () => {
	expect(shown('variable "A" {\n  type = list(string)\n}\n').split("\n").slice(4)).toEqual(["type property", "= operator", "list class", "string class"]);
});

test("in JSON, only what is named and computed has", () => {
	expect(shown('{"target": {"app": {"inherits": ["base"], "tags": ["x:${upper(\\"a\\")}", "${B}"]}}}').split("\n")).toEqual([
		"app namespace!",
		"base namespace",
		"${ operator",
		"upper function",
		"} operator",
		"${ operator",
		"B variable",
		"} operator",
	]);
});

test("of a part, only what reaches into it is told", () => {
	const text = "a = 1\nb = 2\nc = 3\n";
	expect(shown(text, { start: 6, end: 11 })).toBe("b variable!\n= operator\n2 number");
});
