import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { listedTargets } from "../../../src/engine/language/bake/buildables.ts";
import { formatBake } from "../../../src/engine/language/bake/format/format.ts";
import { editsOnEnterInBake } from "../../../src/engine/language/bake/format/on-enter.ts";
import { bakeInlayHints } from "../../../src/engine/language/bake/inlay-hints.ts";
import { targetsToCome } from "../../../src/engine/language/bake/inline-completion.ts";
import { bakeRenameAt } from "../../../src/engine/language/bake/rename.ts";
import { bakeSemanticTokens } from "../../../src/engine/language/bake/semantic-tokens.ts";
import { hintKinds } from "../../../src/engine/language/inlay-hint.ts";
import { bakeLanguage } from "../../../src/engine/language/bake/bake-language.ts";
import { defaultConfiguration } from "../../../src/engine/lint/configuration.ts";
import { lint } from "../../../src/engine/lint/lint.ts";
import { rules } from "../../../src/engine/rules/index.ts";

// Texts made to keep the linter busy, as in hostile.test.ts.

const strict = { ...defaultConfiguration, preset: "strict" as const };
const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join("");
const count = 20_000;

test.each([
	["blocks in one another", "a {\n".repeat(count)],
	["lists in one another", `a = ${"[".repeat(count)}`],
	["holes in one another", `a = ${'"${'.repeat(count)}`],
	["signs", `a = ${"-".repeat(count)}`],
	["members and operators", `a = ${"b.c + ".repeat(count)}`],
	["conditions", `a = ${"b ? c : ".repeat(count)}`],
	["conditions in conditions", `a = ${"b ? ".repeat(count)}`],
	["here documents without an end", `a = ${lines(count, (index) => `<<A${index}\n`)}`],
	["targets that inherit from each other", lines(count, (index) => `target "t${index}" {\n  inherits = ["t${index + 1}"]\n}\n`)],
	["targets that all inherit from one", lines(count, (index) => `target "t${index}" {\n  inherits = ["a"]\n}\n`)],
	["targets that are not there", `group "g" {\n  targets = [${lines(count, (index) => `"t${index}",`)}]\n}\ntarget "x" {}\n`],
	["arguments", `target "a" {\n  args = {\n${lines(count, (index) => `A${index} = "1"\n`)}  }\n}\n`],
	["comments", lines(count, () => "# hullwright ignore=all\n")],
	["members of members", `a = ${"b.".repeat(count)}c`],
	["signs of assignment", lines(count, (index) => `a${index} = 1 # b\n`)],
	["braces in one line", `a = ${"{}".repeat(count)}`],
	[
		"values that are made of others many times",
		lines(12, (index) => `a${index} = "${`\${a${index + 1}}`.repeat(10)}"\n`) + `target "a" {\n  dockerfile = a0\n}\n`,
	],
	["targets of one name", lines(count, () => 'target "a" {}\n')],
	["quotation marks", `a = ${'"'.repeat(count)}`],
	["carriage returns", `a = 1${"\r".repeat(count)}`],
	["commas in JSON", `{"a": [${",".repeat(count)}`],
	["escapes in JSON", `{"a": "\${${String.raw`\\u0041`.repeat(count)}}"}`],
	["objects in JSON", `{"target": ${'{"a":'.repeat(count)}`],
])("%s in a bake file", (_, text) => {
	const file = bakeLanguage.parse(text);
	expect(lint(bakeLanguage, file, rules, strict).faults).toEqual([]);
	bakeLanguage.lineToIgnore(file, text.length);
	const whole = { start: 0, end: text.length };
	bakeSemanticTokens(file);
	formatBake(file, { indent: undefined, lineEnd: undefined, endsLastLine: true });
	editsOnEnterInBake(file, text.length, { text: "  ", width: 2 });
	bakeInlayHints(file, whole, new Set(hintKinds), () => undefined);
	targetsToCome(file, text.length, parse("FROM a AS b\n"));
	bakeRenameAt(file, text.indexOf("a") + 1, "other", [file]);
	listedTargets(file);
});
