import { describe, expect, test } from "vitest";
import { hullwright, inFolder, maintained } from "./command-line.ts";

const exitCodeWith = async (configuration: string, ...args: string[]): Promise<number> => {
	inFolder({ Dockerfile: maintained, ".hadolint.yaml": configuration });
	return (await hullwright(["lint", ...args])).exitCode;
};

describe("a .hadolint.yaml says from where on a run fails", () => {
	test.each([
		["ignored: []\n", 1],
		["failure-threshold: error\n", 0],
		["failure-threshold: warning\n", 1],
		["no-fail: true\n", 0],
		["override: { info: [DL4000] }\n", 0],
		["override: { info: [DL4000] }\nfailure-threshold: style\n", 1],
		["no-such-key: true\n", 2],
	])("%j", async (configuration, exitCode) => {
		expect(await exitCodeWith(configuration)).toBe(exitCode);
	});

	test("the command line counts over it", async () => {
		expect(await exitCodeWith("no-fail: true\n", "--fail-on", "warning")).toBe(1);
	});

	test("each file by its own", async () => {
		inFolder({ "a/Dockerfile": maintained, "a/.hadolint.yaml": "no-fail: true\n", "b/Dockerfile": "FROM debian:12\nUSER app\n" });
		expect((await hullwright(["lint"])).exitCode).toBe(0);
		inFolder({ "a/Dockerfile": maintained, "a/.hadolint.yaml": "no-fail: true\n", "b/Dockerfile": maintained });
		expect((await hullwright(["lint"])).exitCode).toBe(1);
	});
});

test("it says how findings are printed where the run begins, unless the command line does", async () => {
	inFolder({ Dockerfile: maintained, ".hadolint.yaml": "format: gnu\n", "sub/Dockerfile": maintained, "sub/.hadolint.yaml": "format: json\n" });

	expect((await hullwright(["lint"])).output).toMatch(/^(?:\S+:2:1: warning: .*\n){2}$/);
	expect((await hullwright(["lint", "--format", "json"])).output).toMatch(/^\[/);
	expect((await hullwright(["lint", "--config", "sub/.hadolint.yaml"])).output).toMatch(/^\[/);
	expect((await hullwright(["lint", "--diff"])).output).toBe("");
	expect((await hullwright(["lint", "--statistics"])).output).toContain("problems");
});

test("comments that may not ignore anything do not, in any dialect; what Docker shall fail for is still an error", async () => {
	const text = "# check=error=true\nFROM debian:12\n# hadolint ignore=DL4000\n# hullwright ignore=maintainer-instruction\nMAINTAINER Jane Doe\nUSER app\n";
	inFolder({ Dockerfile: text, ".hadolint.yaml": "disable-ignore-pragma: true\n" });
	expect((await hullwright(["lint", "--format", "gnu"])).output).toMatch(/^Dockerfile:5:1: error: .* \[maintainer-instruction\]\n$/);

	inFolder({ Dockerfile: text, ".hullwright.yaml": "ignoreComments: true\nfailOn: error\nformat: gnu\n" });
	expect(await hullwright(["lint"])).toEqual({ exitCode: 0, output: "", errors: "" });
});

test("one that is named by hand may lie elsewhere and have another name", async () => {
	inFolder({ Dockerfile: maintained, "ci/hadolint-strict.yml": "override: { error: [DL4000] }\n" });
	expect((await hullwright(["lint", "--config", "ci/hadolint-strict.yml", "--format", "gnu"])).output).toMatch(/^Dockerfile:2:1: error: /);
});
