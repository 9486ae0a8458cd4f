import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withoutCarets } from "../src/engine/lint/carets.ts";
import type { Files, OptionValue, Rule } from "../src/engine/lint/rule.ts";
import { rules } from "../src/engine/rules/index.ts";
import { filesFor, markedBy, withoutFixes } from "./lint-rule.ts";

// A fixture is a file in cases. "#: name" begins one, and JSON at the end of that line sets options. "#:: .dockerignore" begins another file of the case, and
// "#<" ends a file without a line end. `npx vitest run test/fixtures.test.ts -u` writes what is below a line: carets, and what a fix makes of the line.
const fixtures = readdirSync("test/rules", { recursive: true, encoding: "utf8" })
	.map((file) => file.replaceAll("\\", "/"))
	.filter((file) => file.includes("/"));

test.each(fixtures.map((file) => [file] as const))("test/rules/%s", async (file) => {
	const rule = rules.find(({ language, id }) => `${language}/${id}` === file.replace(/\.\w+$/, ""));
	if (!rule) throw new Error(`there is no rule for test/rules/${file}`);
	const cases = withoutCarets(withoutFixes(readFileSync(`test/rules/${file}`, "utf8"))).split(/^(?=#: )/m);
	const marked = cases.map((text) => {
		const [title = "", options] = /^#: .*?(\{.*\})?\r?\n/.exec(text) ?? [];
		const [main = "", ...others] = text.slice(title.length).split(/^(?=#:: )/m);
		const [, body = "", rest = ""] = /^(.*?)(\r?\n#<\r?\n[^]*)?$/s.exec(main) ?? [];
		const shown = markedBy(rule, body, { ...(options && { options: JSON.parse(options) as Record<string, OptionValue> }), files: filesFrom(rule, others) });
		return title + (rest && shown.endsWith("\n") ? shown.slice(0, -1) : shown) + rest + others.join("");
	});
	await expect(marked.join("")).toMatchFileSnapshot(`rules/${file}`);
});

test.each(rules.map((rule) => [rule.id, rule] as const))("%s says when there is which fix, and its fixture shows each", (id, { language, fixes = {} }) => {
	const fixture = fixtures.find((file) => file.replace(/\.\w+$/, "") === `${language}/${id}`);
	const lines = readFileSync(`test/rules/${fixture}`, "utf8").split(/\r?\n/);
	const isFix = (line: string | undefined): boolean => /^#[=?]> /.test(line ?? "");
	const seen = {
		safely: lines.some((line) => line.startsWith("#=> ")),
		onRequest: lines.some((line) => line.startsWith("#?> ")),
		never: lines.some((line, index) => /^#[>^| \t]*[\^|]…? \S/.test(line) && !isFix(lines[index + 1])),
	};
	expect({ safely: "safely" in fixes, onRequest: "onRequest" in fixes, never: "never" in fixes }).toEqual(seen);
	for (const sentence of Object.values(fixes)) expect(sentence).toMatch(/^[A-Z`a].*\.$/);
});

test("each rule has its fixture and each fixture its rule", () => {
	expect(fixtures.map((file) => file.replace(/\.\w+$/, "")).sort()).toEqual(rules.map(({ language, id }) => `${language}/${id}`).sort());
});

/** The files that a case brings along, by their paths; none of another name is there. What stands under "#:: the engine" is what the connected one tells, in JSON. */
function filesFrom(rule: Rule, parts: readonly string[]): Files {
	const texts = Object.fromEntries(parts.map((part) => [/^#:: (.+?)\r?\n/.exec(part)?.[1] ?? "", part.slice(part.indexOf("\n") + 1)] as const));
	const { "the engine": told, ...files } = texts;
	return filesFor(rule, files, told === undefined ? undefined : (JSON.parse(told) as Files["daemon"]));
}
