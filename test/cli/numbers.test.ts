import { describe, expect, test } from "vitest";
import { rules } from "../../src/engine/rules/index.ts";
import { hullwright, inFolder, maintained } from "./command-line.ts";

const files = {
	"a/Dockerfile": "FROM debian:latest\nRUN apt-get update && apt-get install curl\nMAINTAINER Jane\nCMD ./serve\n",
	"b/Dockerfile": maintained,
	"c/compose.yaml": 'version: "3"\nservices: {}\n',
};
const lint = (...args: string[]) => hullwright(["lint", ...args]);

describe("--statistics", () => {
	test("the numbers add up to what is found", async () => {
		inFolder(files);
		const all = JSON.parse((await lint("--format", "json")).output) as { rule: string; fix: null | { safe: boolean } }[];
		const rows = JSON.parse((await lint("--format", "json", "--statistics")).output) as { rule: string; count: number; fixable: number; onRequest: number }[];

		const sum = (key: "count" | "fixable" | "onRequest"): number => rows.reduce((total, row) => total + row[key], 0);
		expect([sum("count"), sum("fixable"), sum("onRequest")]).toEqual([
			all.length,
			all.filter(({ fix }) => fix?.safe).length,
			all.filter(({ fix }) => fix && !fix.safe).length,
		]);
		for (const { rule, count } of rows) expect([rule, count]).toEqual([rule, all.filter((each) => each.rule === rule).length]);
		expect(rows.map(({ count }) => count)).toEqual(rows.map(({ count }) => count).toSorted((one, other) => other - one));
	});

	test("for people a table, with the sums below it", async () => {
		inFolder({ "b/Dockerfile": maintained });
		const { output, exitCode } = await lint("--statistics");
		expect(output).toBe(
			"problems  --fix mends  fixed on request  rule\n       1            0                 1  maintainer-instruction\n       1            0                 1  all rules\n",
		);
		expect(exitCode).toBe(1);
		expect((await lint("--statistics", "--format", "sarif")).errors).toMatch(/^--statistics prints pretty or json, not sarif/);
	});

	test("by another linter's ids where they are wanted", async () => {
		inFolder({ "b/Dockerfile": maintained });
		expect((await lint("--statistics", "--ids", "hadolint")).output).toContain("DL4000");
	});
});

test("--timing names each rule that ran, and what is found stays the same", async () => {
	inFolder(files);
	const [plain, timed] = [await lint("--format", "json"), await lint("--format", "json", "--timing")];
	expect(timed.output).toBe(plain.output);
	expect(plain.errors).toBe("");
	expect(timed.errors).toMatch(/^Time by rule; .*\n(?: +\d+\.\d ms +\d+ % {2}[a-z-]+\n)+ +\d+\.\d ms +(?:100|0) % {2}all rules\n$/);
	expect(timed.errors).toContain("  maintainer-instruction\n");
});

describe("--only", () => {
	const found = async (...args: string[]): Promise<string[]> =>
		(JSON.parse((await lint("--format", "json", ...args)).output) as { rule: string }[]).map(({ rule }) => rule);

	test.each([
		[
			["--only", "maintainer-instruction"],
			["maintainer-instruction", "maintainer-instruction"],
		],
		[
			["--only", "DL4000"],
			["maintainer-instruction", "maintainer-instruction"],
		],
		[
			["--only", "buildkit/MaintainerDeprecated,DL3007"],
			["from-latest-tag", "maintainer-instruction", "maintainer-instruction"],
		],
		[
			["--only", "DL3007", "--only", "obsolete-version"],
			["from-latest-tag", "obsolete-version"],
		],
	])("%j", async (args, expected) => {
		inFolder(files);
		expect(await found(...args)).toEqual(expected);
	});

	test("a rule that the configuration has off is on, and one that it has set stays as it is set", async () => {
		inFolder({ ...files, ".hullwright.yaml": "rules: { DL4000: off, DL3007: error }\n" });
		expect(await found("--only", "DL4000")).toEqual(["maintainer-instruction", "maintainer-instruction"]);
		const rows = JSON.parse((await lint("--format", "json", "--only", "DL3007")).output) as { severity: string }[];
		expect(rows.map(({ severity }) => severity)).toEqual(["error"]);
	});

	test("each name of each rule is taken", async () => {
		inFolder({ "b/Dockerfile": maintained });
		for (const { id } of rules) expect((await lint("--only", id)).errors).toBe("");
	});

	test("a name of no rule is told", async () => {
		expect(await lint("--only", "maintainer-instructoin")).toMatchObject({
			exitCode: 2,
			errors: expect.stringMatching(/^no rule is named "maintainer-instructoin"; did you mean maintainer-instruction\?/) as string,
		});
		expect((await lint("--only", "xyz")).errors).toMatch(/^no rule is named "xyz"; hullwright rules lists them/);
	});
});
