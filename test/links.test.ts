import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = [
	"README.md",
	"CONTRIBUTING.md",
	"CHANGELOG.md",
	...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((file) => join("docs", file)),
].filter((file) => file.endsWith(".md"));

test.each(pages)("the links of %s lead somewhere", (page) => {
	const text = readFileSync(page, "utf8").replace(/```[^]*?```/g, "");
	const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target).filter((target) => !/^(https?:|mailto:|#)/.test(target));
	expect(targets.filter((target) => !existsSync(join(dirname(page), target.replace(/#.*/, ""))))).toEqual([]);
});

test("from the README a newcomer comes to a rule, its page and its fixture", () => {
	expect(readFileSync("README.md", "utf8")).toContain("](CONTRIBUTING.md");
	const contributing = readFileSync("CONTRIBUTING.md", "utf8");
	expect(contributing).toContain("## Where things are");
	for (const file of [
		"src/engine/rules/dockerfile/maintainer-instruction.ts",
		"docs/rules/maintainer-instruction.md",
		"test/rules/dockerfile/maintainer-instruction.dockerfile",
	])
		expect(contributing).toContain(`](${file})`);
});
