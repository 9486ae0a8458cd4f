import { dockerfileLanguage } from "../src/engine/language/dockerfile/dockerfile-language.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesFromRules } from "../scripts/generate-from-rules.ts";
import { catalogueOf } from "../scripts/texts.ts";
import { parse } from "../src/engine/dockerfile/parse.ts";
import { defaultConfiguration } from "../src/engine/lint/configuration.ts";
import { parseConfiguration } from "../src/engine/lint/configuration-file.ts";
import { lint } from "../src/engine/lint/lint.ts";
import type { Rule } from "../src/engine/lint/rule.ts";
import { rules } from "../src/engine/rules/index.ts";
import { filesBelow, read } from "./l10n/translations.ts";

// The rules' own files, not their index, which may be stale.
const files = readdirSync("src/engine/rules", { recursive: true, encoding: "utf8" }).filter((file) => /^[a-z]+[\\/][a-z\d-]+\.ts$/.test(file));
const modules = await Promise.all(files.map(async (file) => (await import(`../src/engine/rules/${file}`)) as { default: Rule }));
const derived = filesFromRules(
	modules.map((module) => module.default),
	readFileSync("package.json", "utf8"),
	readFileSync("package.nls.json", "utf8"),
	catalogueOf(read(filesBelow("src/l10n")), "zh-CN"),
);
const pages = filesBelow("docs/rules");

test.each(Object.entries(derived))("%s is up to date", (path, text) => {
	expect(existsSync(path) ? readFileSync(path, "utf8") : undefined, `${path} is stale: run \`npm run generate\``).toBe(text);
});

test.each(Object.entries(derived))("%s can be looked through", (_, text) => {
	// A rule has a line of its own wherever there is a list of them, and two in the index.
	const lines = text
		.split("\n")
		.filter((line) => !line.startsWith("import "))
		.filter((line) => !rules.some(({ id }) => line.trimStart().startsWith(`"${id}": {`) || line.trimStart().startsWith(`"configuration.rule.${id}`)));
	expect(lines.length).toBeLessThanOrEqual(400 + 2 * rules.length);
});

test("no page outlives its rule", () => {
	expect(pages.filter((page) => !(page in derived)).filter((page) => !page.endsWith("/not-implemented.md"))).toEqual([]);
});

test.each(pages.filter((file) => file.endsWith(".md")))("each link in %s leads to a file", (page) => {
	const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(([, link = ""]) => join(dirname(page), link));
	expect(links).not.toEqual([]);
	expect(links.filter((link) => !existsSync(link))).toEqual([]);
});

test("what the overview of rules shows works as it says", () => {
	const [, yaml = ""] = /```yaml\n(.*?)```/s.exec(readFileSync("docs/rules/README.md", "utf8")) ?? [];
	const { configuration, problems } = parseConfiguration(yaml, rules);
	expect(problems).toEqual([]);
	expect(configuration).toMatchObject({ preset: "strict", ignore: ["vendor/", "**/*.generated.Dockerfile"] });
	expect([...configuration.rules.keys()]).toEqual(["missing-user", "from-missing-tag", "unused-ignore"]);

	const [, dockerfile = ""] = /```dockerfile\n(.*?)```/s.exec(readFileSync("docs/rules/README.md", "utf8")) ?? [];
	const reported = (text: string) => lint(dockerfileLanguage, parse(text), rules, defaultConfiguration).findings.map(({ rule }) => rule);
	expect(reported(dockerfile)).toEqual([]);
	expect(reported(dockerfile.replaceAll("ignore=", "")).sort()).toEqual(["add-instead-of-copy", "missing-user", "relative-workdir"]);
});

test("the schema that package.json names is there and packed", () => {
	const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: { yamlValidation: { fileMatch: string[]; url: string }[] } };
	expect(contributes.yamlValidation).toEqual([{ fileMatch: [".hullwright.yaml"], url: "./schemas/hullwright.schema.json" }]);
	expect(existsSync("schemas/hullwright.schema.json")).toBe(true);
	expect(readFileSync(".vscodeignore", "utf8").split("\n")).toContain("!schemas/**");
});
