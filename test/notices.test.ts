import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bundle } from "../scripts/build.mjs";
import { files } from "../scripts/generate-notices.mjs";

// Generated as often as it is asked for: a package without a licence that we may ship makes it fail.
test("every package in our bundles is in the third-party notices, with its licence", async () => {
	const { "THIRD-PARTY-NOTICES.md": notices } = await files();
	const { inputs } = (await bundle()).metafile;
	const packages = new Set(Object.keys(inputs).flatMap((file) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
	expect(packages.size).toBeGreaterThan(10);
	expect([...packages].filter((name) => !notices.includes(`\n## ${name} `))).toEqual([]);
	const licence = readdirSync("node_modules/yaml").find((file) => /^licen[cs]e/i.test(file)) ?? "";
	expect(notices).toContain(readFileSync(`node_modules/yaml/${licence}`, "utf8").trim());
}, 30_000);

test("they are packed", () => {
	expect(readFileSync(".vscodeignore", "utf8").split("\n")).toContain("!THIRD-PARTY-NOTICES.md");
});
