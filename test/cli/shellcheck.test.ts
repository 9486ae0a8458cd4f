import { afterEach, expect, test, vi } from "vitest";
import { standIn } from "../files/shellcheck-stand-in.ts";
import { hullwright, inFolder } from "./command-line.ts";

const text = "FROM debian:12\nUSER 1000\nRUN echo é \\\n\t$x\n";

afterEach(() => vi.unstubAllEnvs());

test("ShellCheck is started where the configuration has it on, and nowhere else", async () => {
	const { path, calls } = standIn();
	vi.stubEnv("PATH", path);
	inFolder({ Dockerfile: text, "on/Dockerfile": text, "on/.hullwright.yaml": "shellcheck: true\n", "on/compose.yaml": "services: { web: { build: . } }\n" });

	expect((await hullwright(["lint", "Dockerfile"])).output).not.toContain("SC2086");
	expect(calls()).toEqual([]);

	const { output, errors, exitCode } = await hullwright(["lint", "--format", "gnu", "on"]);
	expect([output, errors, exitCode]).toEqual(["on/Dockerfile:4:2: info: Double quote this. [SC2086]\n", "", 0]);
	expect(calls()).toHaveLength(1);
});

test("what it finds is in every format", async () => {
	vi.stubEnv("PATH", standIn().path);
	inFolder({ Dockerfile: text, ".hullwright.yaml": "shellcheck: true\nrules: { SC2086: error }\n" });

	const { output, exitCode } = await hullwright(["lint", "--format", "json"]);
	expect(JSON.parse(output)).toMatchObject([{ rule: "SC2086", category: "correctness", severity: "error", line: 4, column: 2, endColumn: 4, fix: null }]);
	expect(exitCode).toBe(1);
	for (const format of ["pretty", "sarif", "github", "gitlab", "codeclimate", "checkstyle", "junit"]) {
		const report = await hullwright(["lint", "--format", format]);
		expect(report.output, `in ${format}`).toContain("SC2086");
	}
	expect((await hullwright(["lint", "--format", "gnu", "--ids", "hadolint"])).output).toBe("Dockerfile:3:1: error: Double quote this. [SC2086]\n");
});

test("a run fails where it is switched on and not there; the rules count all the same", async () => {
	const folder = inFolder({ Dockerfile: `${text}MAINTAINER Jane Doe\n`, "b/Dockerfile": text, ".hullwright.yaml": "shellcheck: true\n" });
	vi.stubEnv("PATH", folder);

	const { output, errors, exitCode } = await hullwright(["lint"]);
	expect(exitCode).toBe(2);
	expect(errors.match(/there is no program `shellcheck`; install it/g)).toHaveLength(1);
	expect(output).toContain("maintainer-instruction");
});
