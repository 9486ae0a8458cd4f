import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { flagsFor } from "../../src/files/v8-flags.ts";

test("this version of Node knows every flag that it is given", () => {
	const known =
		execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" })
			.match(/^ +--[\w-]+/gm)
			?.map((line) => line.trim()) ?? [];
	const flags = (["run", "server"] as const).flatMap((use) => flagsFor(process.versions.node, use));
	const names = flags.map((flag) => flag.replace(/^--(?:no-)?/, "--").replace(/=.*/, ""));

	expect(known).toContain("--max-lazy");
	for (const name of names) expect(known).toContain(name);
});

test("a version that was not tried is given none", () => {
	expect(flagsFor("20.9.0", "run")).toContain("--interrupt-budget=2000000");
	for (const version of ["22.0.0", "24.4.1", "26.0.0"]) expect(flagsFor(version, "run")).toContain("--invocation-count-for-turbofan=100000");
	for (const version of ["21.7.3", "27.0.0"]) expect(flagsFor(version, "server")).toEqual([]);
});
