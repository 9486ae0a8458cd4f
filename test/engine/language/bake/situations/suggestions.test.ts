import { describe, expect, test } from "vitest";
import { parseBake } from "../../../../../src/engine/bake/parse.ts";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { listedTargets } from "../../../../../src/engine/language/bake/buildables.ts";
import { bakeCompletions, dockerfileWanted, folderWanted } from "../../../../../src/engine/language/bake/completion.ts";
import { bakeHover } from "../../../../../src/engine/language/bake/hover.ts";
import { bakeInlayHints } from "../../../../../src/engine/language/bake/inlay-hints.ts";
import { targetsToCome } from "../../../../../src/engine/language/bake/inline-completion.ts";
import { hintKinds } from "../../../../../src/engine/language/inlay-hint.ts";
import { plainTextOf } from "../../../../../src/engine/text/message.ts";

const dockerfile = parse("ARG GO=1.26\nFROM alpine AS build\nARG VERSION=2\nFROM build AS prod\n");
const entries = [
	{ name: "Dockerfile", isFolder: false },
	{ name: "web", isFolder: true },
];

/** What is written for each that is suggested at the mark. */
function suggested(marked: string, of: typeof dockerfile | undefined = dockerfile): readonly string[] {
	const found = bakeCompletions(parseBake(marked.replace("‸", "")), marked.indexOf("‸"), { dockerfile: of, entries, along: [] }) ?? [];
	return found.map(({ label, text }) => text ?? label);
}
/** They may stand wherever a value may. */
const functions = new Set(suggested("a = ‸"));

describe("completion", () => {
	test.each([
		["an empty file", "‸", ["target", "group", "variable", "function"]],
		// Docker DX offers kinds of blocks and values in comments.
		["a comment", "# ‸one", []],
		["attributes of a group", 'group "g" {\n  ‸\n}', ["description", "targets"]],
		["a stage", 'target "a" {\n  target = "‸"\n}', ["build", "prod"]],
		["an argument, which takes the place of what is there", 'target "a" {\n  args = {\n    "‸X" = ""\n  }\n}', ["GO", "VERSION"]],
		["a target to build on, in a list", 'target "base" {}\ntarget "a" {\n  inherits = [ ‸ ]\n}', ['"base"']],
		// Docker DX offers a target to itself.
		["a target to build on, in quotes", 'target "base" {}\ntarget "a" {\n  inherits = [ "‸" ]\n}', ["base"]],
		["a target to build on, whatever its Dockerfile", 'target "base" {}\ntarget "a" {\n  inherits = ["‸"]\n  dockerfile = "none"\n}', ["base"]],
		["none in a block that bake does not know", 'target "base" {}\ntarget2 "a" {\n  inherits = ["‸"]\n}', []],
		["none in a variable", 'target "base" {}\nvariable "v" {\n  inherits = ["‸"]\n}', []],
		["a network", 'target "a" {\n  network = ‸\n}', ['"default"', '"host"', '"none"']],
		["a network, in quotes", 'target "a" {\n  network = "‸"\n}', ["default", "host", "none"]],
		["no network of a variable", 'variable "v" {\n  network = "‸"\n}', []],
		["what is allowed", 'target "a" {\n  entitlements = [ ‸ ]\n}', ['"network.host"', '"security.insecure"']],
		["a Dockerfile", 'target "a" {\n  dockerfile = "‸"\n}', ["Dockerfile", "web/"]],
		["a context", 'target "a" {\n  context = "‸"\n}', ["web"]],
	])("%s", (_, marked, expected) => {
		expect(suggested(marked).filter((each) => !functions.has(each))).toEqual(expected);
	});
	test("no stages without a Dockerfile, and those of one that stands in the file", () => {
		expect(suggested('target "a" {\n  target = "‸"\n}', parse(""))).toEqual([]);
		const inline = 'target "a" {\n  target = "‸"\n  dockerfile-inline = "FROM scratch"\n}';
		expect(dockerfileWanted(parseBake(inline.replace("‸", "")), inline.indexOf("‸"))).toBeUndefined();
	});
	test("stages of the Dockerfile in the context, paths of the folder", () => {
		const wanted = (marked: string) => [parseBake(marked.replace("‸", "")), marked.indexOf("‸")] as const;
		expect(dockerfileWanted(...wanted('target "a" {\n  context = "./web"\n  target = "‸"\n}'))).toBe("web/Dockerfile");
		expect(folderWanted(...wanted('target "a" {\n  context = "./web"\n  dockerfile = "‸"\n}'))).toBe("web/");
	});
});

/** What is said at the mark, in its first line, and about what. */
function said(marked: string): string {
	const text = marked.replace("‸", "");
	const found = bakeHover(parseBake(text), marked.indexOf("‸"), undefined);
	return found ? `${text.slice(found.range.start, found.range.end)}: ${found.markdown.split("\n")[0]}` : "nothing";
}
const variable = 'variable v { default = "1" }\n';
test.each([
	["a kind of block", '‸target "a" {}', "target: **`target`**"],
	["a kind of block below empty lines", `${"\n".repeat(10)}tar‸get "a" {}`, "target: **`target`**"],
	["the same with carriage returns", `${"\r\n".repeat(10)}tar‸get "a" {}`, "target: **`target`**"],
	["an attribute", 'target "a" {\n  ar‸gs = {\n    V = "0"\n  }\n}', 'args: **`args = { … = "…" }`**'],
	["another", 'target "a" {\n  ta‸rget = "x"\n}', 'target: **`target = "…"`**'],
	["blanks behind one", 'target "a" {\n  tags ‸ = ["x"]\n}', "nothing"],
	["a variable that nothing sets", 'target "a" {\n  tags = ["${vari‸able}"]\n}', 'variable: **`tags = ["…", …]`**'],
	["where a variable is given", 'variable v‸ { default = "1" }', 'v: **Variable `v`**, by default `"1"`'],
	["in quotes", 'variable "‸v" { default = "1" }', 'v: **Variable `v`**, by default `"1"`'],
	["before its quotes", 'variable ‸"v" { default = "1" }', 'v: **Variable `v`**, by default `"1"`'],
	["where it is read", `${variable}target t { name = ‸v }`, 'v: **Variable `v`**, by default `"1"`'],
	["below one without a name", `variable {}\n${variable}target t { name = ‸v }`, 'v: **Variable `v`**, by default `"1"`'],
	["in a string", `${variable}target t { name = "\${v‸}" }`, 'v: **Variable `v`**, by default `"1"`'],
	["the second in a string", `${variable}target t { name = "\${v}\${‸v}" }`, 'v: **Variable `v`**, by default `"1"`'],
	["in a list", `${variable}target t { annotations = [ ‸v ] }`, 'v: **Variable `v`**, by default `"1"`'],
	["in an object", `${variable}target t { args = { a = ‸v } }`, 'v: **Variable `v`**, by default `"1"`'],
	["within one without a name", "variable { ‸ }", "nothing"],
	["a comment that does not end", "/*ta‸rget", "nothing"],
])("hover: %s", (_, marked, expected) => {
	expect(said(marked)).toBe(expected);
});

const build = 'target "build" {\n  target = "build"\n  args = {\n    GO = "1.26"\n  }\n}';
const prod = build.replaceAll('"build"', '"prod"');
test.each([
	["stages that none builds", "‸", [build, prod]],
	["where the word is begun", "t‸", [build, prod]],
	["behind blanks", "  t‸", [build, prod]],
	["where one of that name is", '‸\ntarget "build" {}', [prod]],
	["where one builds it", '‸\ntarget "x" { target = "build" }', [prod]],
	["a comment", "/‸/ 1", []],
	["within a word", "ta‸rget x {}", []],
	["an attribute", 'na‸me = "x"', []],
	["blanks behind it", 'name ‸ = "x"', []],
	["behind a block", "target x {\n}‸", []],
])("targets to come: %s", (_, marked, expected) => {
	expect(targetsToCome(parseBake(marked.replace("‸", "")), marked.indexOf("‸"), dockerfile).map(({ text }) => text)).toEqual(expected);
});
test.each([
	// Docker DX writes an argument without a default with an empty value.
	["no arguments without defaults", "ARG A\nFROM a AS b\n", 'target "b" {\n  target = "b"\n}'],
	["several", "ARG A=1\nARG LONG=2\nFROM a AS b\n", 'target "b" {\n  target = "b"\n  args = {\n    A    = "1"\n    LONG = "2"\n  }\n}'],
	["none below FROM", "FROM a AS b\nARG A=1\n", 'target "b" {\n  target = "b"\n}'],
])("arguments of targets to come: %s", (_, text, expected) => {
	expect(targetsToCome(parseBake(""), 0, parse(text)).map((edit) => edit.text)).toEqual([expected]);
});

test("a default is shown from the Dockerfile in the context", () => {
	const text = 'target "a" {\n  context = "./web"\n  args = {\n    VERSION = "3"\n  }\n}';
	const hints = bakeInlayHints(parseBake(text), { start: 0, end: text.length }, new Set(hintKinds), (path) =>
		path === "web/Dockerfile" ? dockerfile : undefined,
	);
	expect(
		hints.map(({ offset, label }) => [text.slice(0, offset).split("\n").length, typeof label === "string" ? label : plainTextOf(label, undefined)]),
	).toEqual([[4, "default 2"]]);
});

test.each([
	["nothing", "", []],
	["a target without a name", "target {}", []],
	["a target", 'target "first" {\n  target = "build"\n}', ["target first at target"]],
	["a group", 'group "all" {}', ["group all at group"]],
	["neither", 'variable "v" {}', []],
])("what lenses offer to build: %s", (_, text, expected) => {
	expect(listedTargets(parseBake(text)).map(({ kind, name, at }) => `${kind} ${name} at ${text.slice(at.start, at.end)}`)).toEqual(expected);
});
