import { expect, test } from "vitest";
import { parseBake } from "../../../../../src/engine/bake/parse.ts";
import { formatBake } from "../../../../../src/engine/language/bake/format/format.ts";
import { bakeSemanticTokens } from "../../../../../src/engine/language/bake/semantic-tokens.ts";
import { rules } from "../../../../../src/engine/rules/index.ts";
import { applyEdits } from "../../../../../src/engine/text/text.ts";
import { findingsOf } from "../../../../lint-rule.ts";

test.each([
	["blocks in one line", "target t {  call  =  true  }", "target t { call = true }\n"],
	["blanks before a block", " target t {\n}", "target t {\n}\n"],
	["an attribute at the margin", "target t {\na = true\n}", "target t {\n  a = true\n}\n"],
	["behind a comment", "target t {\n/* */ a = true\n}", "target t {\n  /* */ a = true\n}\n"],
	["not deep enough", "target t {\n a = true\n}", "target t {\n  a = true\n}\n"],
	["too deep", "target t {\n        a = true\n}", "target t {\n  a = true\n}\n"],
	["a comment before the sign", "target t {\na /**/ = true\n}", "target t {\n  a /**/ = true\n}\n"],
	["blanks behind the sign", "target t {\na =  true\n}", "target t {\n  a = true\n}\n"],
	["before a string", 'target t {\na =  "b"\n}', 'target t {\n  a = "b"\n}\n'],
	["around a comment", "target t {\na =  /**/  true\n}", "target t {\n  a = /**/ true\n}\n"],
	["no blank behind the sign", "target t {\na =true\n}", "target t {\n  a = true\n}\n"],
	["before a name", "target  t {}", "target t {}\n"],
	["before a name in quotes", 'target  "t" {}', 'target "t" {}\n'],
	["several names", "target a  b  c {}", "target a b c {}\n"],
	["several in quotes", 'target "a"  "b"  "c" {}', 'target "a" "b" "c" {}\n'],
	["before the brace", "target t  {}", "target t {}\n"],
	["before the brace, behind quotes", 'target "t"  {}', 'target "t" {}\n'],
	["without a name", "target  {}", "target {}\n"],
	["before the last brace", "target {\n }", "target {\n}\n"],
	// As HashiCorp's formatter has it; Docker DX indents the comment.
	["a comment before it", "target {\n /**/ }", "target {\n/**/ }\n"],
	["an object", "target t {\n args = {\n v = w\n }\n}", "target t {\n  args = {\n    v = w\n  }\n}\n"],
	["an object that begins in its line", 'target t {\n args = { v = "1"\n w = "2"\n}\n}', 'target t {\n  args = { v = "1"\n    w = "2"\n  }\n}\n'],
	["an object in a line", "target t {\n args = { v = w }\n}", "target t {\n  args = { v = w }\n}\n"],
	["blanks in an object", "target t {\n  args = {\n    v  =  w\n  }\n}", "target t {\n  args = {\n    v = w\n  }\n}\n"],
	["as it should be", 'target t {\n  call = "check"\n}\n', 'target t {\n  call = "check"\n}\n'],
])("formatted: %s", (_, text, expected) => {
	for (const lineEnd of ["\n", "\r\n"] as const) {
		const file = parseBake(text.replaceAll("\n", lineEnd));
		const made = applyEdits(file.text, formatBake(file, { indent: undefined, lineEnd, endsLastLine: true }).edits);
		expect(made).toBe(expected.replaceAll("\n", lineEnd));
	}
});

/** The words with their kinds, but for the quotes. */
const coloured = (text: string): string =>
	bakeSemanticTokens(parseBake(text), undefined)
		.map(({ kind, start, end }) => [text.slice(start, end).trim(), kind] as const)
		.filter(([word]) => word !== '"')
		.map(([word, kind]) => `${word}:${kind}`)
		.join(" ");
const comments: readonly (readonly [text: string, tokens: string])[] = [
	["", ""],
	["# one", "# one:comment"],
	["# one\n", "# one:comment"],
	[" # one\n", "# one:comment"],
	["// one", "// one:comment"],
	["/* one */", "/* one */:comment"],
	["/* one \n*/", "/* one:comment */:comment"],
	["/* one \n\n*/\n", "/* one:comment */:comment"],
	['target /* one */ "a" {}', "target:keyword /* one */:comment a:namespace"],
	['# one\n# two\ntarget "a" {}', "# one:comment # two:comment target:keyword a:namespace"],
	["group {\n}\n/*\n*/", "group:keyword /*:comment */:comment"],
	['variable "p" {default = true} # one\n', "variable:keyword p:variable default:property =:operator true:enumMember # one:comment"],
];
const values: readonly (readonly [text: string, tokens: string])[] = [
	["target {}", "target:keyword"],
	['target "a" {}', "target:keyword a:namespace"],
	['target "a" {\ntarget = "b"\n}', "target:keyword a:namespace target:property =:operator b:namespace"],
	["variable n {\n  default = 12\n}", "variable:keyword n:variable default:property =:operator 12:number"],
	["variable n {\n  default = null\n}", "variable:keyword n:variable default:property =:operator null:enumMember"],
	['variable "l" {\n  default = ["a"]\n}', 'variable:keyword l:variable default:property =:operator "a":string'],
	['target "a" { target = v }', "target:keyword a:namespace target:property =:operator v:variable"],
	['target "a" { args = { x = v } }', "target:keyword a:namespace args:property =:operator x:variable =:operator v:variable"],
	['target "a" {\n  tags = ["t"] }', 'target:keyword a:namespace tags:property =:operator "t":string'],
	['target "a" {\n  target = "${v}"\n}', "target:keyword a:namespace target:property =:operator ${:operator v:variable }:operator"],
	['target "a" {\n  target = "${v}s"\n}', 'target:keyword a:namespace target:property =:operator ${:operator v:variable }:operator s":string'],
	...["annotations", "secret", "ssh", "tags"].map((name): [string, string] => [
		`target "a" {\n  ${name} = ["\${v}s"]\n}`,
		`target:keyword a:namespace ${name}:property =:operator \${:operator v:variable }:operator s":string`,
	]),
	[
		'target "a" {\n  platforms = "" == "" ? ["linux/arm64"] : []\n}',
		'target:keyword a:namespace platforms:property =:operator "":string ==:operator "":string ?:operator "linux/arm64":string ::operator',
	],
	[
		'target "a" {\n  pull = "" == "b" ? true : false\n}',
		'target:keyword a:namespace pull:property =:operator "":string ==:operator "b":string ?:operator true:enumMember ::operator false:enumMember',
	],
];
test.each([...comments, ...values])("colours: %j", (text, expected) => {
	expect([coloured(text), coloured(text.replaceAll("\n", "\r\n"))]).toEqual([expected, expected]);
});

const beside: Readonly<Record<string, string>> = {
	Dockerfile: "ARG GIVEN\nFROM alpine AS base\nARG VAR\n",
	"backend/Dockerfile": "FROM alpine\nARG BACKEND\n",
};
const folders: Readonly<Record<string, readonly string[]>> = { "": ["Dockerfile", "backend"], ".": ["Dockerfile", "backend"], backend: ["Dockerfile"] };
const files = { name: "docker-bake.hcl", text: (path: string) => beside[path], list: (folder: string) => folders[folder] };
/** The rules that find something, and where. */
const found = (text: string): readonly string[] =>
	rules
		.filter(({ language }) => language === "bake")
		.flatMap((rule) => findingsOf(rule, text, { files }).map(({ rule: id, at }) => `${id} at ${text.slice(at.start, at.end)}`));
const variable = 'variable "V" {\n  default = "./backend"\n}\n';
test.each([
	["a target without a name", "target {\n}", ["invalid-bake-file at target"]],
	["an attribute without a value", 'target "a" {\n  dockerfile = \n}', ["invalid-bake-file at dockerfile ="]],
	// Docker DX refuses both; bake takes them for nothing.
	["an empty network", 'target "a" {\n  network = ""\n}', []],
	["an empty entitlement", 'target "a" {\n  entitlements = [""]\n}', []],
	["an argument that the Dockerfile has", 'target "a" {\n  args = {\n    VAR = "1"\n  }\n}', []],
	["in quotes", 'target "a" {\n  args = {\n    "GIVEN" = "1"\n  }\n}', []],
	["one that it has not", 'target "a" {\n  args = {\n    NONE = "1"\n  }\n}', ["unknown-bake-argument at NONE"]],
	["one that Docker knows", 'target "a" {\n  args = {\n    HTTP_PROXY = ""\n    NO_PROXY = ""\n    BUILDKIT_INLINE_CACHE = "1"\n  }\n}', []],
	["a Dockerfile that the environment may change", `${variable}target "a" {\n  context = V\n  args = {\n    NONE = "1"\n  }\n}`, []],
	["a context that it may change", `${variable}target "a" {\n  context = "\${V}"\n  args = {\n    BACKEND = "1"\n  }\n}`, []],
	["what it inherits that nobody knows", 'variable "V" {}\ntarget "a" {\n  inherits = ["${V}"]\n  args = {\n    NONE = "1"\n  }\n}', []],
	["a Dockerfile that stands in the file", 'target "a" {\n  dockerfile-inline = ""\n  args = {\n    NONE = "1"\n  }\n}', []],
	["both", 'target "a" {\n  dockerfile = "./Dockerfile"\n  dockerfile-inline = "FROM scratch"\n}', ["overridden-bake-dockerfile at dockerfile"]],
	["a stage", 'target "a" {\n  target = "base"\n}', []],
	["one that there is not", 'target "a" {\n  target = "none"\n}', ["unknown-bake-stage at none"]],
	[
		"of an inherited Dockerfile",
		'target "p" {\n  context = "backend"\n}\ntarget "a" {\n  inherits = ["p"]\n  target = "base"\n}',
		["unknown-bake-stage at base"],
	],
	["a target that there is not", 'target "a" {\n  inherits = ["parent"]\n  target = "base"\n}', ["unknown-bake-target at parent"]],
	["an argument in the context", 'target "a" {\n  context = "./backend"\n  args = {\n    BACKEND = "1"\n  }\n}', []],
	["one that is not in it", 'target "a" {\n  context = "./backend"\n  args = {\n    VAR = "1"\n  }\n}', ["unknown-bake-argument at VAR"]],
	["a string that does not end well", 'target a {\n  tags = ["${v"]\n  dockerfile = "./Dockerfile"\n}', ["invalid-bake-file at ${"]],
	["an annotation without a sign", 'target "a" {\n  annotations = ["abc"]\n}', ["invalid-bake-value at abc"]],
])("diagnostics: %s", (_, text, expected) => {
	expect(found(text)).toEqual(expected);
});
