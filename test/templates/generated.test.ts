import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { files, index } from "../../scripts/generate-templates.mjs";
import { compile } from "../../scripts/handlebars.mjs";

const root = join(import.meta.dirname, "../..");

test.each(Object.entries(files()))("%s is what the templates give: if not, run npm run generate", (path, text) => {
	expect(readFileSync(join(root, path), "utf8")).toBe(text);
});

test("every source of a template is written to some file", () => {
	for (const id of readdirSync(join(root, "templates"))) {
		const template = JSON.parse(readFileSync(join(root, "templates", id, "template.json"), "utf8")) as { files: Record<string, string> };
		const sources = readdirSync(join(root, "templates", id)).filter((file) => file.endsWith(".hbs"));
		expect(Object.values(template.files).toSorted()).toEqual(sources.toSorted());
	}
});

test("25 templates are an index of a hundred lines and some", () => {
	const ids = Array.from({ length: 25 }, (_, number) => `stack-${number}`);
	const text = index(ids, () => readFileSync(join(root, "templates/python/template.json"), "utf8"));
	expect(text).toContain('import { stack24 } from "./stack-24/stack-24.ts";');
	expect(text.split("\n").length).toBeLessThan(200);
});

describe("a template's source", () => {
	test("is compiled", () => {
		expect(compile("{{#if port}}EXPOSE {{word port}}{{/if}}", "Dockerfile.hbs")).toMatch(/^export default \{.*EXPOSE /s);
	});

	test.each(["USER {{name}}", "USER {{{name}}}", "USER {{upper name}}", "{{> part}}", "{{#with app}}{{word name}}{{/with}}", "{{#if a}}{{else}}{{b}}{{/if}}"])(
		"%s is refused, with the place",
		(source) => {
			expect(() => compile(`FROM scratch\n${source}`, "Dockerfile.hbs")).toThrow("Dockerfile.hbs:2: ");
		},
	);
});
