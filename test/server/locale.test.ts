import { afterEach, describe, expect, test } from "vitest";
import { rules } from "../../src/engine/rules/index.ts";
import { daemonFactsChanged } from "../../src/server/protocol.ts";
import { at, type Client, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";
const chinese = /\p{Script=Han}/u;

let client: Client | undefined;
afterEach(() => client?.stop());

async function open(text: string, locale: string, languageId = "dockerfile", settings = {}): Promise<Client> {
	client = await startClient({ locale, settings, options: { rulePages: "file:///pages/", showRuleCommand: "show" } });
	await client.open(uri, text, languageId);
	return client;
}

/** An example with other files is none for an editor without them. */
const alone = rules.filter(({ examples }) => examples.every(({ files }) => !files));

/** As VS Code has them; rules for any language are shown in Dockerfiles. */
const languageIds: Readonly<Record<string, string>> = { compose: "dockercompose", dockerignore: "dockerignore", bake: "dockerbake" };

describe.each(alone.map((rule) => [rule.id, rule] as const))("%s in a Chinese editor", (id, { examples, language, severity }) => {
	test.each(examples.map((example, index) => [index + 1, example] as const))("example %i", async (_, { bad, options, daemon }) => {
		const on = severity === "off" ? "warning" : severity;
		const settings = options ? { rules: { [id]: { severity: on, ...options } } } : severity === "off" ? { rules: { [id]: on } } : {};
		const editor = await open(bad, "zh-cn", languageIds[language] ?? "dockerfile", settings);
		if (daemon) await editor.tell(daemonFactsChanged, daemon);
		const found = (await editor.diagnostics(uri)).filter(({ code }) => code === id);
		expect(found).not.toEqual([]);
		for (const { message, range, relatedInformation = [] } of found) {
			for (const text of [message, ...relatedInformation.map((each) => each.message)]) {
				expect(text).toMatch(chinese);
				expect(text, "Problems are plain text").not.toContain("`");
			}
			const hover = JSON.stringify(await editor.hover(uri, range.start.line, range.start.character));
			expect(hover).toMatch(new RegExp(`${id}.*[。]`));
			expect(hover).toContain("[文档](file:///pages/");
			for (const { title } of await editor.codeActions(uri, range)) expect(title).toMatch(chinese);
		}
	});
});

test("what can be done is said in Chinese, in plain text", async () => {
	const editor = await open("FROM debian:12\nADD one.py .\nADD two.py .\nMAINTAINER Jo\nUSER app\n", "zh-cn");
	expect((await editor.codeActions(uri, at(1, 1, 1))).map(({ title }) => title)).toEqual([
		"改用 COPY",
		"修复全部 2 个 add-instead-of-copy 问题",
		"在此行忽略 add-instead-of-copy：用 “ADD” 复制本地文件",
		"在此文件中忽略 add-instead-of-copy：用 “ADD” 复制本地文件",
		"显示 add-instead-of-copy 的文档",
	]);
	expect((await editor.diagnostics(uri)).map(({ message }) => message)).toContain("“MAINTAINER” 已弃用，请改用标签（label）");
});

test.each(["en", "de", "zh-tw"])("an editor in %s is spoken to in English", async (locale) => {
	const editor = await open("FROM debian:12\nMAINTAINER Jo\nUSER app\n", locale);
	expect((await editor.diagnostics(uri)).map(({ message }) => message)).toContain("“MAINTAINER” is deprecated in favour of a label");
});
