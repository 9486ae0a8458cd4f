import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesFromRules } from "../scripts/generate-from-rules.ts";
import type { Rule } from "../src/engine/lint/rule.ts";

// The rules' own files, not their index, which may be stale.
const ids = readdirSync("src/engine/rules/dockerfile").map((file) => file.replace(/\.ts$/, ""));
const modules = await Promise.all(ids.map(async (id) => (await import(`../src/engine/rules/dockerfile/${id}.ts`)) as { default: Rule }));
const derived = filesFromRules(
	modules.map((module) => module.default),
	readFileSync("package.json", "utf8"),
);
const pages = readdirSync("docs/rules").map((file) => `docs/rules/${file}`);

test.each(Object.entries(derived))("%s is up to date", (path, text) => {
	expect(existsSync(path) ? readFileSync(path, "utf8") : undefined, `${path} is stale: run \`npm run generate\``).toBe(text);
});

test("no page outlives its rule", () => {
	expect(pages.filter((page) => !(page in derived))).toEqual([]);
});

test.each(pages)("each link in %s leads to a file", (page) => {
	const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(([, link = ""]) => join(dirname(page), link));
	expect(links).not.toEqual([]);
	expect(links.filter((link) => !existsSync(link))).toEqual([]);
});
