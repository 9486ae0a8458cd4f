import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hullwright, inFolder, maintained } from "./command-line.ts";

const hadolint = "failure-threshold: error\noverride:\n  error: [DL4000]\nwrong: 1\n";

test("what is written beside the file lints as the file did, and what is not carried over is told", async () => {
	inFolder({ Dockerfile: maintained, ".hadolint.yaml": "override: { error: [DL4000] }\n" });
	const before = await hullwright(["lint", "--format", "json"]);

	expect(await hullwright(["migrate"])).toEqual({
		exitCode: 0,
		output: ".hullwright.yaml: written from .hadolint.yaml, which may go now\n",
		errors: "",
	});
	expect(readFileSync(".hullwright.yaml", "utf8")).toBe("# From .hadolint.yaml, by hullwright migrate.\nrules:\n  maintainer-instruction: error # DL4000\n");
	expect(await hullwright(["lint", "--format", "json"])).toEqual(before);

	writeFileSync(".hadolint.yaml", hadolint);
	expect((await hullwright(["migrate", "--dry-run"])).errors).toBe(".hadolint.yaml:4:1: not carried over: The configuration has no key `wrong`\n");
});

test("nothing is written over what is there, unless that is asked for", async () => {
	inFolder({ "a/.hadolint.yml": hadolint, "a/.hullwright.yaml": "preset: strict\n" });

	const { exitCode, errors } = await hullwright(["migrate", "a/.hadolint.yml"]);
	expect([exitCode, errors]).toEqual([
		2,
		expect.stringContaining("a/.hullwright.yaml is there already; --force overwrites it, --dry-run prints what would be in it\n"),
	]);
	expect(readFileSync("a/.hullwright.yaml", "utf8")).toBe("preset: strict\n");

	expect((await hullwright(["migrate", "a/.hadolint.yml", "--force"])).exitCode).toBe(0);
	expect(readFileSync("a/.hullwright.yaml", "utf8")).toContain("failOn: error\n");
});

test("--dry-run prints, and writes nothing", async () => {
	inFolder({ "tally.toml": '[rules]\nexclude = ["hadolint/DL3020"]\n' });

	expect(await hullwright(["migrate", "--dry-run"])).toEqual({
		exitCode: 0,
		output: "# From tally.toml, by hullwright migrate.\nrules:\n  add-instead-of-copy: off # hadolint/DL3020\n",
		errors: "",
	});
	expect(existsSync(".hullwright.yaml")).toBe(false);
});

test.each([
	[{}, [], "there is none of .hadolint.yaml, .hadolint.yml, .tally.toml, tally.toml here; name the file"],
	[{ ".hadolint.yaml": "", ".tally.toml": "" }, [], "there are .hadolint.yaml, .tally.toml; name one of them"],
	[{ "lint.yaml": "" }, ["lint.yaml"], "lint.yaml is neither hadolint's configuration nor tally's, by its name"],
	[{}, [".hadolint.yaml"], ".hadolint.yaml: no such file or directory"],
	[{}, ["a", "b"], "migrate takes one file"],
	[{ "tally.toml": "[" }, [], /^tally\.toml:1:\d+: Not valid TOML: /],
])("in a folder with %j, migrate %j says what it lacks", async (files, args, problem) => {
	inFolder(files);
	const { exitCode, errors } = await hullwright(["migrate", ...args]);
	expect([exitCode, errors]).toEqual([2, typeof problem === "string" ? expect.stringContaining(problem) : expect.stringMatching(problem)]);
	expect(existsSync(".hullwright.yaml")).toBe(false);
});
