import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/cli/files.ts";
import { toTree, type Tree } from "../../../src/engine/dockerfile/tree.ts";

// The dumps are what BuildKit's own parser says of the fixtures: `npm run oracle -- --write` writes them, with Go.
const folder = join(import.meta.dirname, "fixtures");
const names = readdirSync(folder);
const fixtures = names.filter((name) => name.endsWith(".dockerfile"));

describe("reads as BuildKit does", () => {
	test.each(fixtures)("%s", (name) => {
		const dump = JSON.parse(readFileSync(join(folder, name.replace(/dockerfile$/, "json")), "utf8")) as Tree;

		expect(toTree(name, decode(name, readFileSync(join(folder, name))).text)).toEqual(dump);
	});

	test("every dump has its fixture", () => {
		expect(names.filter((name) => name.endsWith(".json")).map((name) => name.replace(/json$/, "dockerfile"))).toEqual(fixtures);
	});

	test("line ends of fixtures survive the checkout", () => {
		expect(readFileSync(join(folder, "crlf.dockerfile"), "utf8")).toContain("alpine\r\nRUN");
	});
});

describe("lines of 65,535 bytes and more", () => {
	const tooLong = "dockerfile line greater than max allowed size of 65535";
	const run = (bytes: number): string => `RUN ${"x".repeat(bytes - 4)}`;
	// Expectations as `test/oracle/tree` gives them.
	test.each([
		["65,535 bytes and a line end", `FROM a\n${run(65_535)}\n`, null],
		["65,535 bytes at the end of the text", `FROM a\n${run(65_535)}`, null],
		["65,536 bytes", `FROM a\n${run(65_536)}\n`, { line: 1, message: tooLong }],
		["65,536 bytes at the end of the text", `FROM a\n${run(65_536)}`, { line: 1, message: tooLong }],
		["bytes are counted, not characters", `FROM a\nRUN ${"é".repeat(32_766)}\n`, { line: 1, message: tooLong }],
		["a carriage return counts", `FROM a\n${run(65_535)}\r\n`, { line: 1, message: tooLong }],
		["the first line", `${run(70_000)}\nFROM a\n`, { line: 0, message: "file with no instructions" }],
		["a comment", `FROM a\n# ${"x".repeat(70_000)}\n`, { line: 1, message: tooLong }],
		["in a here document", `FROM a\nRUN <<EOF\n${"x".repeat(70_000)}\nEOF\n`, { line: 2, message: "unterminated heredoc" }],
		["in a continuation", `FROM a\nRUN a \\\n${"x".repeat(70_000)}\n`, { line: 3, message: tooLong }],
		[
			"in a continuation, an instruction that would be wrong",
			`FROM a\nRUN a \\\nENV ${"x".repeat(70_000)}\n`,
			{ line: 3, message: "ENV must have two arguments" },
		],
		["in a continuation after a comment", `FROM a\nRUN a \\\n# b\n\n${"x".repeat(70_000)}\n`, { line: 5, message: tooLong }],
		["in a continuation, a comment", `FROM a\nRUN a \\\n#${"x".repeat(70_000)}\n`, { line: 3, message: tooLong }],
		["in a continuation of an instruction that is wrong", `FROM a\nENV b \\\n${"=c".repeat(70_000)}\n`, { line: 2, message: "ENV must have two arguments" }],
		["an earlier error comes first", `FROM a\nENV b\n${run(70_000)}\n`, { line: 2, message: "ENV must have two arguments" }],
		["a later error comes never", `FROM a\n${run(70_000)}\nENV b\n`, { line: 1, message: tooLong }],
		["many short lines joined", `FROM a\nRUN a \\\n${`${"x".repeat(1000)} \\\n`.repeat(100)}b\n`, null],
	])("%s", (_, text, error) => {
		expect(toTree("", text).error).toEqual(error);
	});
});
