import { expect, test } from "vitest";
import { keywords } from "../../../../src/engine/dockerfile/instruction.ts";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { flagsOf } from "../../../../src/engine/dockerfile/refusals/known-flags.ts";
import { mountKeys, mountTypes } from "../../../../src/engine/dockerfile/refusals/mount.ts";
import { explain } from "../../../../src/engine/language/dockerfile/explain/explain.ts";
import { isMountKeyTaken } from "../../../../src/engine/language/dockerfile/explain/mount-keys.ts";
import { readTopics } from "../../../../src/engine/language/dockerfile/explain/topics.ts";
import { hover } from "../../../../src/engine/language/dockerfile/hover/hover.ts";
import { rules } from "../../../../src/engine/rules/index.ts";

/** The pages for what is asked, or what is wrong with the question. */
const pagesFor = (...words: readonly string[]): readonly string[] =>
	readTopics(words).flatMap((topic) =>
		explain(topic, { rules, catalogue: undefined }).map((each) => ("markdown" in each ? each.markdown : JSON.stringify(each))),
	);

const flags = [...keywords].flatMap((keyword) => flagsOf(keyword).map((flag) => [keyword, flag] as const));
const settings = mountTypes.flatMap((type) => mountKeys.map((key) => [type, key] as const));

test("the tables that say what BuildKit takes are what is asked about", () => {
	expect(flags.length).toBeGreaterThan(15);
	expect(settings.filter(([type, key]) => isMountKeyTaken(type, key)).length).toBeGreaterThan(60);
});

test.each([...keywords])("%s has a page, which begins as its hover does", (keyword) => {
	const [page] = pagesFor(keyword);
	const said = hover(parse(`FROM a\n${keyword} a b\n`), 8, undefined)?.markdown ?? "";
	expect(said).not.toBe("");
	expect(page).toContain(said.slice(0, said.search(/\n\n(?:\*\*Here|\[)/)));
});

test.each(flags)("%s --%s has a page, which says what its hover says", (keyword, flag) => {
	const [page] = pagesFor(keyword, `--${flag}`);
	const text = `FROM a\n${keyword} --${flag}=x a b\n`;
	const said = hover(parse(text), text.indexOf("--") + 2, undefined)?.markdown ?? "";
	expect(page?.startsWith(`# ${keyword} --${flag}\n`)).toBe(true);
	// What its value comes to is the hover's alone.
	expect(page).toContain(said.split("\n\n**Here**")[0]);
});

test.each(mountTypes)("a mount of type %s has a page", (type) => {
	expect(pagesFor("RUN", `--mount=type=${type}`)[0]).toMatch(new RegExp(`^# RUN --mount=type=${type}\n`));
});

test.each(settings)("a mount of type %s and its %s", (type, key) => {
	const [page = ""] = pagesFor("RUN", `--mount=type=${type},${key}`);
	if (key === "type") expect(page).toMatch(new RegExp(`^# RUN --mount=type=${type}\n`));
	else if (isMountKeyTaken(type, key)) expect(page).toMatch(new RegExp(`^# RUN --mount=type=${type},${key}\n\n`));
	else expect(page).toContain(`"pattern":"a mount of type {0} has no {1}"`);
});

test("what is said of a key, its hover says too", () => {
	const text = "FROM a\nRUN --mount=type=cache,sharing=locked,target=/a true\n";
	const said = hover(parse(text), text.indexOf("sharing"), undefined)?.markdown ?? "";
	expect(said).toContain("`locked`");
	const [page = ""] = pagesFor("RUN", "--mount=type=cache,sharing");
	expect(said.split("\n\n").filter((paragraph) => !page.includes(paragraph))).toEqual([]);
});

test.each([
	[["org.opencontainers.image.source"], /^# org\.opencontainers\.image\.source\n[^]*GitHub's registry connects/],
	[["SIGQUIT"], /^# SIGQUIT\n[^]*nginx and PHP-FPM finish/],
	[["STOPSIGNAL", "quit"], /^# SIGQUIT\n/],
	[["STOPSIGNAL", "9"], /nobody|no rule is named/],
])("%j has a page", (words, page) => expect(pagesFor(...words).at(-1)).toMatch(page));
