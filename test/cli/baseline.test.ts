import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hullwright, inFolder, maintained } from "./command-line.ts";

const lint = (...args: string[]) => hullwright(["lint", ...args]);
const found = async (...args: string[]): Promise<string[]> =>
	(JSON.parse((await lint("--format", "json", ...args)).output) as { file: string; rule: string; line: number }[]).map(
		({ file, rule, line }) => `${file} ${rule} ${line}`,
	);
const stored = (name = ".hullwright-baseline.json") => readFileSync(name, "utf8");
const tagless = "FROM debian:latest\nMAINTAINER Jane Doe\nUSER app\n";

describe("a project with old problems", () => {
	test("500 files are taken in by one command; then only what is new fails", async () => {
		inFolder(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}/Dockerfile`, index % 2 ? maintained : tagless])));
		expect((await lint()).exitCode).toBe(1);
		const first = await lint("--update-baseline");
		expect(first.output).toContain(".hullwright-baseline.json: problems that are known from now on: 750\n");
		expect(first.exitCode).toBe(0);
		expect(await lint()).toMatchObject({ exitCode: 0, output: "No problems in 500 files; known from the baseline: 750\n", errors: "" });

		appendFileSync("7/Dockerfile", "WORKDIR app\n");
		expect(await found()).toEqual(["7/Dockerfile relative-workdir 4"]);
		expect((await lint()).exitCode).toBe(1);
	});

	test("lines that come or go above change nothing", async () => {
		inFolder({ Dockerfile: tagless });
		await lint("--update-baseline");
		writeFileSync("Dockerfile", `# A comment\n\n\n${tagless}`);
		expect(await found()).toEqual([]);
	});

	test("of one rule the problem that is not known is the new one", async () => {
		inFolder({ Dockerfile: "FROM debian:latest AS one\nFROM alpine:latest AS two\nUSER app\n" });
		await lint("--update-baseline");
		writeFileSync("Dockerfile", "FROM debian:latest AS one\nFROM fedora:latest AS three\nFROM alpine:latest AS two\nUSER app\n");
		expect(await found()).toEqual(["Dockerfile from-latest-tag 2"]);
		writeFileSync("Dockerfile", "FROM ubuntu:latest AS one\nFROM alpine:latest AS two\nUSER app\n");
		expect(await found(), "a problem that reads otherwise is still one of two").toEqual([]);
	});

	test("what is mended is told, and taken out when asked", async () => {
		inFolder({ "a/Dockerfile": tagless, "b/Dockerfile": maintained, "c/Dockerfile": maintained });
		await lint("--update-baseline");
		writeFileSync("a/Dockerfile", maintained);
		rmSync("b/Dockerfile");
		const before = stored();
		expect(await lint()).toMatchObject({ exitCode: 0, output: expect.stringContaining("mended problems: 2; --update-baseline takes them out\n") as string });
		expect(stored()).toBe(before);
		expect((await lint("--update-baseline")).output).toContain("mended problems that are taken out: 2\n");
		expect(stored()).not.toContain("from-latest-tag");
		expect(stored()).not.toContain("b/Dockerfile");
		expect((await lint()).output).toBe("No problems in 2 files; known from the baseline: 2\n");
	});

	test("a part of the project is no reason to forget the rest", async () => {
		inFolder({ "a/Dockerfile": tagless, "b/Dockerfile": maintained });
		await lint("--update-baseline");
		const before = stored();
		await lint("--update-baseline", "a");
		expect(stored()).toBe(before);
	});

	test("it does not grow unasked", async () => {
		inFolder({ Dockerfile: maintained });
		await lint("--update-baseline");
		const before = stored();
		writeFileSync("Dockerfile", tagless);
		const refused = await lint("--update-baseline");
		expect(refused.exitCode).toBe(1);
		expect(refused.output).toContain("new problems that are not taken in: 1; --update-baseline --grow does that\n");
		expect(stored()).toBe(before);
		expect((await lint("--update-baseline", "--grow")).exitCode).toBe(0);
		expect(await found()).toEqual([]);
	});
});

describe("which baseline counts", () => {
	test("the one that is named on the command line, then the configuration's, then the nearest", async () => {
		inFolder({ "web/Dockerfile": maintained, "db/Dockerfile": maintained, "web/.hullwright.yaml": "baseline: old.json\n" });
		await lint("--update-baseline", "web");
		expect(existsSync("web/old.json")).toBe(true);
		expect(await found()).toEqual(["db/Dockerfile maintainer-instruction 2"]);
		await lint("--update-baseline", "--baseline", "all.json");
		expect(await found("--baseline", "all.json")).toEqual([]);
		expect(Object.keys((JSON.parse(stored("all.json")) as { files: object }).files)).toEqual(["db/Dockerfile", "web/Dockerfile"]);
		await lint("--update-baseline", "db");
		expect(await found("db")).toEqual([]);
		mkdirSync("db/sub");
		writeFileSync("db/sub/Dockerfile", maintained);
		expect(await found("db")).toEqual(["db/sub/Dockerfile maintainer-instruction 2"]);
	});

	test("standard input has that of the file that it stands for", async () => {
		inFolder({ Dockerfile: maintained });
		await lint("--update-baseline");
		expect((await hullwright(["lint", "--stdin-filename", "Dockerfile"], maintained)).exitCode).toBe(0);
		expect((await hullwright(["lint", "-"], maintained)).exitCode).toBe(1);
	});

	test.each([
		["", /^\.hullwright-baseline\.json: This is no baseline/],
		["[]", /^\.hullwright-baseline\.json: This is no baseline/],
		['{"version": 1, "files": {"Dockerfile": {"maintainer-instruction": 1}}}', /^\.hullwright-baseline\.json: This is no baseline/],
	])("what is no baseline is told, hides nothing and is not written over: %j", async (text, told) => {
		inFolder({ Dockerfile: maintained, ".hullwright-baseline.json": text });
		for (const args of [[], ["--update-baseline"]]) {
			const outcome = await lint("--format", "json", ...args);
			expect(outcome.exitCode).toBe(2);
			expect(outcome.errors).toMatch(told);
			expect(outcome.output).toContain("maintainer-instruction");
		}
		expect(stored()).toBe(text);
	});

	test("one that is named and missing is told", async () => {
		inFolder({ Dockerfile: maintained });
		expect(await lint("--baseline", "nowhere.json")).toMatchObject({
			exitCode: 2,
			errors: "nowhere.json: no such file or directory; --update-baseline makes it\n",
		});
	});
});

test.each([
	[["--grow"], "--grow says what --update-baseline may do; give both"],
	[["--update-baseline", "-"], "--update-baseline needs to see all problems, and - shows some of them"],
	[["--update-baseline", "--only", "DL3007"], "--update-baseline needs to see all problems, and --only shows some of them"],
	[["--update-baseline", "--since", "main"], "--update-baseline needs to see all problems, and --since shows some of them"],
])("lint %j is refused", async (args, reason) => {
	expect((await lint(...args)).errors).toContain(reason);
});

test("other linters' ids do not hide what is known", async () => {
	inFolder({ Dockerfile: maintained });
	await lint("--update-baseline");
	expect(await found("--ids", "hadolint")).toEqual([]);
});
