import { expect, test } from "vitest";
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
	["here documents without an end", `a = ${lines(count, (index) => `<<A${index}\n`)}`],
	["targets that inherit from each other", lines(count, (index) => `target "t${index}" {\n  inherits = ["t${index + 1}"]\n}\n`)],
	["targets that are not there", `group "g" {\n  targets = [${lines(count, (index) => `"t${index}",`)}]\n}\ntarget "x" {}\n`],
	["arguments", `target "a" {\n  args = {\n${lines(count, (index) => `A${index} = "1"\n`)}  }\n}\n`],
	["comments", lines(count, () => "# hullwright ignore=all\n")],
	["objects in JSON", `{"target": ${'{"a":'.repeat(count)}`],
])("%s in a bake file", (_, text) => {
	const file = bakeLanguage.parse(text);
	expect(lint(bakeLanguage, file, rules, strict).faults).toEqual([]);
	bakeLanguage.lineToIgnore(file, text.length);
});
