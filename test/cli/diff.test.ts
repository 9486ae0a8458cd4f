import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/cli/diff.ts";
import { randomFrom } from "../engine/dockerfile/mutation.ts";
import { inFolder } from "./command-line.ts";

test.each([
	["nothing changes", "a\nb\n", "a\nb\n", ""],
	["a line changes", "a\nb\nc\n", "a\nB\nc\n", "--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"],
	["into an empty file", "", "a\n", "--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n"],
	["all goes", "a\n", "", "--- a/x\n+++ b/x\n@@ -1,1 +0,0 @@\n-a\n"],
	["a line end at the end", "a", "a\n", "--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"],
	["Windows line ends", "a\r\nb\r\n", "a\r\nB\r\n", "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+B\r\n"],
])("%s", (_, before, after, diff) => {
	expect(unifiedDiff("./x", before, after)).toBe(diff);
});

test("distant changes have hunks of their own", () => {
	const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`);
	const changed = lines.with(2, "two\n").with(25, "twenty-five\n");

	expect(unifiedDiff("x", lines.join(""), changed.join("")).match(/^@@.*$/gm)).toEqual(["@@ -1,6 +1,6 @@", "@@ -23,7 +23,7 @@"]);
});

test("git applies what comes out", () => {
	inFolder({});
	const random = randomFrom(7);
	const below = (limit: number): number => Math.floor(random() * limit);
	const line = (): string => ["", "a", "b", "c", `${below(5)}`][below(5)] + (random() < 0.2 ? "\r\n" : "\n");
	const change = (lines: readonly string[]): string[] =>
		lines.flatMap((each) => (random() < 0.8 ? [each] : random() < 0.5 ? [] : [line(), ...(random() < 0.5 ? [each] : [])]));
	const cut = (text: string): string => (random() < 0.3 ? text.replace(/\r?\n$/, "") : text);
	for (let round = 0; round < 40; round++) {
		const lines = Array.from({ length: 1 + below(40) }, line);
		const [before, after] = [cut(lines.join("")), cut(change(lines).join(""))];
		const diff = unifiedDiff("x", before, after);
		if (diff === "" || before === "" || after === "") continue;
		writeFileSync("x", before);
		writeFileSync("change.diff", diff);
		execFileSync("git", ["-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "--unsafe-paths", "change.diff"], {
			env: { ...process.env, GIT_CEILING_DIRECTORIES: process.cwd() },
		});

		expect({ round, before, diff, after: readFileSync("x", "utf8") }).toEqual({ round, before, diff, after });
	}
}, 30_000);
