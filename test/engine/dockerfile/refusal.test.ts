import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "../../../src/engine/dockerfile/parse.ts";
import { refusalOf } from "../../../src/engine/dockerfile/refusal.ts";
import { textOf } from "../../../src/engine/text/message.ts";
import { loadCatalogue } from "../../../src/l10n/locales.ts";

const folder = join(import.meta.dirname, "fixtures");
const words = new Set(
	readdirSync(folder)
		.filter((name) => name.endsWith(".dockerfile"))
		.flatMap((name) => parse(readFileSync(join(folder, name), "utf8")).problems.map(({ message }) => message)),
);

test("BuildKit's words stay as they are, and are known", () => {
	expect(words.size).toBeGreaterThan(10);
	for (const each of words) {
		expect(textOf(refusalOf(each))).toBe(each.replace(/\s+/g, (blanks) => (/\n/.test(each) ? " " : blanks)));
	}
	expect([...words].filter((each) => refusalOf(each).pattern === "{0}")).toEqual([]);
});

test("are said in Chinese too", async () => {
	const catalogue = await loadCatalogue("zh-CN");
	expect(textOf(refusalOf("ENV must have two arguments"), catalogue)).toBe("ENV 必须有两个参数");
	expect(textOf(refusalOf('failed to process "\\"a": unexpected end of statement while looking for matching double-quote'), catalogue)).toBe(
		'无法处理 "\\"a"：语句意外结束，缺少与之匹配的 double-quote',
	);
	expect(textOf(refusalOf("something new"), catalogue)).toBe("something new");
});
