import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesFromExtensionTexts, textsIn } from "../../scripts/extension-texts.ts";
import { settingTexts } from "../../scripts/generate-settings.ts";
import { catalogueOf } from "../../scripts/texts.ts";
import { rules } from "../../src/engine/rules/index.ts";
import { faultsOf, filesBelow, read } from "./translations.ts";

const sources = Object.values(read(filesBelow("src/extension").filter((path) => path.endsWith(".ts"))));
const english = readFileSync("package.nls.json", "utf8");
const derived = filesFromExtensionTexts(
	sources.flatMap(textsIn),
	english,
	read(filesBelow("l10n")),
	settingTexts(rules, catalogueOf(read(filesBelow("src/l10n")), "zh-CN")),
);

test.each(Object.keys(derived))("%s is up to date", (path) => {
	expect(existsSync(path) && readFileSync(path, "utf8"), "run `npm run generate`, then fill in what is empty in l10n, and generate again").toBe(derived[path]);
});

describe.each(Object.entries(derived).filter(([path]) => path.startsWith("l10n/")))("%s", (_, json) => {
	test.each(Object.entries(JSON.parse(json) as Record<string, string>))("%j", (text, translation) => {
		expect(faultsOf(text, translation)).toEqual([]);
	});
});

test("the manifest's texts are all there in Chinese, by their keys", () => {
	const translated = JSON.parse(derived["package.nls.zh-cn.json"] ?? "{}") as Record<string, string>;
	expect(Object.keys(translated)).toEqual(Object.keys(JSON.parse(english) as object));
	expect(Object.entries(translated).filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
	const keys = [...readFileSync("package.json", "utf8").matchAll(/"%([\w.-]+)%"/g)].map(([, key = ""]) => key);
	expect(keys.length).toBeGreaterThan(40);
	expect(keys.filter((key) => !(key in translated))).toEqual([]);
});

test("VS Code finds the translations, and they are packed", () => {
	expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ l10n: "./l10n" });
	expect(readFileSync(".vscodeignore", "utf8").split("\n")).toEqual(expect.arrayContaining(["!package.nls*.json", "!l10n/bundle.l10n.*.json"]));
});

test("no raw backticks where VS Code shows plain text", () => {
	expect(sources.flatMap(textsIn).filter((text) => text.includes("`"))).toEqual([]);
	// VS Code renders the descriptions of settings.
	const plain = Object.entries(JSON.parse(english) as Record<string, string>).filter(([key]) => !key.startsWith("configuration."));
	expect(plain.filter(([, text]) => text.includes("`"))).toEqual([]);
});

test("texts are found however they are said", () => {
	expect(textsIn(`vscode.l10n.t("One {0}", a); const s = t(\n\t'say "it"',\n); format("no"); exit("no"); t("\\"q\\"")`)).toEqual([
		"One {0}",
		'say "it"',
		'"q"',
	]);
	expect(() => textsIn("t(isOne ? 'a' : 'b')")).toThrow("has to be written out here");
});

test("a text of the manifest whose English has changed is translated anew", () => {
	const files = filesFromExtensionTexts([], JSON.stringify({ same: "Same", changed: "New" }), {
		"l10n/manifest.zh-cn.json": JSON.stringify({ Same: "同", Old: "旧" }),
	});
	expect(JSON.parse(files["package.nls.zh-cn.json"] ?? "")).toEqual({ same: "同", changed: "" });
});
