import { describe, expect, test } from "vitest";
import { filesFromTexts, isSource, patternsIn, textsOf } from "../../scripts/texts.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { findLocale } from "../../src/l10n/find-locale.ts";
import { loadCatalogue, locales } from "../../src/l10n/locales.ts";
import { faultsOf, filesBelow, read } from "./translations.ts";

const existing = read(filesBelow("src/l10n").filter((path) => !/^src\/l10n\/[^/]+\.ts$/.test(path)));
const derived = filesFromTexts(textsOf(read([...filesBelow("src"), ...filesBelow("scripts"), ...filesBelow("templates")].filter(isSource)), rules), existing);

test("what is to be translated follows from the sources; nothing is stale", () => {
	expect(existing, "run `npm run generate`, then fill in what is empty in src/l10n").toEqual(derived);
});

describe.each(Object.entries(derived).filter(([path]) => path.endsWith(".json")))("%s", (_, json) => {
	test.each(Object.entries(JSON.parse(json) as Record<string, string>))("%s", (english, translation) => {
		expect(faultsOf(english, translation)).toEqual([]);
	});
});

test.each([
	["`{0}` is `{1}`", "", ["not translated"]],
	["`{0}` is {1}", "`{0}` 是", ["its placeholders are not those of the English text"]],
	["`{0}` is", "`{0}` 是 {1}", ["its placeholders are not those of the English text"]],
	["`{0}` is `{0}`", "`{0}` 是", ["its placeholders are not those of the English text"]],
	["`{0}` is {1}", "{1}就是 `{0}`", []],
	["Remove `apk update`", "删除 apk update", ["`apk update` is lost"]],
	["The image has no tag", "The image has no tag", ["it is not Chinese"]],
	["$(check) See [it](command:a)", "$(check) 见[它](command:b)", ["](command:a) is lost"]],
	["$(check) Write", "写入", ["$(check) is lost"]],
])("%j by %j has these faults: %j", (english, translation, faults) => {
	expect(faultsOf(english, translation)).toEqual(faults);
});

test("patterns are found however a message is written", () => {
	const source = [
		"say`plain`; gainsay`not this`; // `say` is a tag",
		"say`\\`${name.replace(/x/, `${'}'}`)}\\` is \\\\ ${more ? say`an inner ${one}` : say`other`}, ${{ a: '}' }.a}`",
	].join("\n");
	expect(patternsIn(source)).toEqual(["plain", "`{0}` is \\ {1}, {2}", "an inner {0}", "other"]);
	expect(() => patternsIn("say`a\\nb`")).toThrow("write the character itself");
});

test("a translation moves with its text, goes with it, and is shared where two files say the same", () => {
	const texts = (entries: Record<string, readonly string[]>) => new Map(Object.entries(entries));
	const before = { "src/l10n/zh-CN/server.json": JSON.stringify({ one: "一", two: "二", gone: "无" }) };
	const files = filesFromTexts(texts({ "src/cli/a": ["one", "both"], "src/server/b": ["two", "both"] }), before);
	const json = (name: string): unknown => JSON.parse(files[`src/l10n/zh-CN/${name}.json`] ?? "null");
	expect(json("cli")).toEqual({ one: "一" });
	expect(json("server")).toEqual({ two: "二" });
	expect(json("shared")).toEqual({ both: "" });
});

test("no file of translations or index grows beyond what can be read", () => {
	for (const [path, text] of Object.entries(derived)) expect(text.split("\n").length, `${path}`).toBeLessThanOrEqual(400);
});

test.each([
	["zh-CN", "zh-CN"],
	["zh-cn", "zh-CN"],
	["zh", "zh-CN"],
	["zh_CN.UTF-8", "zh-CN"],
	["zh-Hans-SG", "zh-CN"],
	["en-GB", "en"],
	["zh-TW", undefined],
	["zh-Hant", undefined],
	["de", undefined],
	["", undefined],
])("the locale %j is our %j", async (name, locale) => {
	expect(findLocale(name)).toBe(locale);
	expect((await loadCatalogue(name)) !== undefined).toBe(locale === "zh-CN");
});

test("every locale but English has a catalogue", async () => {
	for (const locale of locales) expect((await loadCatalogue(locale)) !== undefined, `${locale}`).toBe(locale !== "en");
});
