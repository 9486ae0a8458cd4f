import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ignoringPattern, mayKeepBelow } from "../../../src/engine/dockerignore/ignored.ts";
import { parseDockerignore } from "../../../src/engine/dockerignore/patterns.ts";
import { agrees, questions } from "./questions.ts";

// `npm run oracle -- --write` records Docker's answers; other questions need them anew.
type Record = { readonly seed: number; readonly answers: readonly string[] };
const record = JSON.parse(readFileSync(new URL("ignored.json", import.meta.url), "utf8")) as Record;

test("what Docker leaves out of a build is left out, and nothing else", () => {
	const asked = [...questions(record.answers.length, record.seed)];
	const different = asked.filter((question, index) => {
		const answer = record.answers[index] ?? "";
		return !agrees(question, answer.startsWith("! ") ? { error: answer, ignored: "" } : { error: "", ignored: answer });
	});
	expect(different).toEqual([]);
});

test("the line that decides is named", () => {
	const text = "\uFEFF# secrets\r\n  **/.env \r\n!app/.env\r\nsecrets/\r\n";
	const read = parseDockerignore(text);
	const said = (path: string): string | undefined => {
		const at = ignoringPattern(read, path)?.at;
		return at && text.slice(at.start, at.end);
	};
	expect([".env", "lib/.env", "app/.env", "secrets/token"].map(said)).toEqual(["**/.env", "**/.env", undefined, "secrets/"]);
});

test("a folder that is left out may be sent for what is kept in it", () => {
	const read = parseDockerignore("*\n!dist/app.js\n");
	expect([mayKeepBelow(read, "dist"), mayKeepBelow(read, "src")]).toEqual([true, false]);
	expect(mayKeepBelow(parseDockerignore("*\n!**/*.js\n"), "src")).toBe(true);
});

test("a line for which Docker refuses the file is named", () => {
	expect(parseDockerignore("dist\n!\n[a\n").refused).toEqual({ start: 5, end: 6 });
	expect(parseDockerignore("dist\n").refused).toBeUndefined();
});

test("a line that could be tried in more ways than anybody can wait for is read once", () => {
	const path = "a".repeat(300);
	for (const line of [`${"*a".repeat(60)}*b`, `${"**/*a".repeat(20)}*b`, `${"[a]*?".repeat(40)}b`, `${"a{0,9}".repeat(60)}b`, `x|${"*a".repeat(60)}*b`]) {
		expect(ignoringPattern(parseDockerignore(line), path)).toBeUndefined();
		expect(ignoringPattern(parseDockerignore(`!x\n${line}`), `${path}/c`)).toBeUndefined();
	}
	expect(ignoringPattern(parseDockerignore(`${"*a".repeat(60)}*b`), `${path}b`)).toBeDefined();
});

test("a backslash may stand for a kind of characters, as in Go", () => {
	expect(ignoringPattern(parseDockerignore("**/a\\s\n"), "b/a ")).toBeDefined();
	expect(ignoringPattern(parseDockerignore("a\\d\\D\n"), "a1b")).toBeDefined();
});
