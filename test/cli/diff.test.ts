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
	[
		"blank lines stay where they are",
		"FROM a\n\nADD x .\n\nADD y .\n\nUSER b\n",
		"FROM a\n\nCOPY x .\n\nCOPY y .\n\nUSER b\n",
		"--- a/x\n+++ b/x\n@@ -1,7 +1,7 @@\n FROM a\n \n-ADD x .\n+COPY x .\n \n-ADD y .\n+COPY y .\n \n USER b\n",
	],
	["a line goes from among blank ones", "a\n\nb\n\nc\n", "a\n\n\nc\n", "--- a/x\n+++ b/x\n@@ -1,5 +1,4 @@\n a\n \n-b\n \n c\n"],
])("%s", (_, before, after, diff) => {
	expect(unifiedDiff("./x", before, after)).toBe(diff);
});

test("distant changes have hunks of their own", () => {
	const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`);
	const changed = lines.with(2, "two\n").with(25, "twenty-five\n");

	expect(unifiedDiff("x", lines.join(""), changed.join("")).match(/^@@.*$/gm)).toEqual(["@@ -1,6 +1,6 @@", "@@ -23,7 +23,7 @@"]);
});

test("no line is changed that need not be", () => {
	const random = randomFrom(11);
	const text = (): string[] => Array.from({ length: Math.floor(random() * 15) }, () => ["\n", "a\n", "b\n", "c\n"][Math.floor(random() * 4)] ?? "");
	for (let round = 0; round < 300; round++) {
		const [before, after] = [text(), text()];
		const changed = unifiedDiff("x", before.join(""), after.join("")).match(/^[-+](?![-+]{2} )/gm)?.length ?? 0;
		expect({ before, after, changed }).toEqual({ before, after, changed: before.length + after.length - 2 * inCommon(before, after) });
	}
});

/** The length of the longest common subsequence. */
function inCommon(one: readonly string[], other: readonly string[]): number {
	let row = other.map(() => 0);
	for (const item of one) {
		const above = row;
		row = [];
		for (const [index, each] of other.entries()) row.push(item === each ? (above[index - 1] ?? 0) + 1 : Math.max(above[index] ?? 0, row[index - 1] ?? 0));
	}
	return row.at(-1) ?? 0;
}

test("texts with nothing in common are a change of all, and that soon", () => {
	const lines = (mark: string): string => Array.from({ length: 3000 }, (_, index) => `${mark}${index}\n`).join("");
	expect(unifiedDiff("x", lines("a"), lines("b")).match(/^@@.*$/gm)).toEqual(["@@ -1,3000 +1,3000 @@"]);
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
