import { afterEach, expect, test } from "vitest";
import { at, type Client, startClient } from "./language-client.ts";

const uri = "untitled:.hullwright.yaml";

let client: Client;
afterEach(() => client.stop());

test("what may stand in a configuration is completed, however much of it is missing", async () => {
	client = await startClient({ options: { rulePages: "file:///pages/", suggestCommand: "suggest" } });
	await client.open(uri, "preset: [\nrules:\n  apt-get-m", "yaml");
	const items = await client.completions(uri, 2, 11);
	expect(items).toContainEqual({
		label: "apt-get-missing-yes",
		kind: 7,
		detail: "apt-get asks a question that nobody can answer",
		documentation: { kind: "markdown", value: expect.stringContaining("(file:///pages/apt-get-missing-yes.md)") },
		filterText: "apt-get-missing-yes",
		insertTextMode: 1,
		textEdit: { range: at(2, 2, 11), newText: "apt-get-missing-yes: " },
		command: { title: "apt-get-missing-yes", command: "suggest" },
	});
	await client.change(uri, at(2, 2, 11), "apt-get-missing-yes: ");
	expect(await client.completions(uri, 2, 23)).toMatchObject([
		{ label: "off" },
		{ label: "info" },
		{ label: "warning", detail: "default" },
		{ label: "error" },
	]);
});

test("a client that can be told for which documents is asked for these alone", async () => {
	client = await startClient({ capabilities: { textDocument: { completion: { dynamicRegistration: true } } } });
	await client.open(uri, "", "yaml");
	await client.completions(uri, 0, 0);
	expect(client.capabilities.completionProvider).toBeUndefined();
	expect(client.registered).toContain("textDocument/completion");
});

test("a client that cannot be told so completes too, and has nothing in other documents", async () => {
	client = await startClient({ capabilities: {} });
	expect(client.capabilities.completionProvider).toMatchObject({ resolveProvider: true });
	await client.open(uri, "pre", "yaml");
	await client.open("untitled:values.yaml", "pre", "yaml");
	expect(await client.completions(uri, 0, 3)).toMatchObject([
		{ label: "preset" },
		{ label: "ruleSet" },
		{ label: "rules" },
		{ label: "ignore" },
		{ label: "baseline" },
		{ label: "shellcheck" },
		{ label: "ignoreComments" },
		{ label: "failOn" },
		{ label: "format" },
		{ label: "formatOperators" },
		{ label: "formatArguments" },
	]);
	expect(await client.completions("untitled:values.yaml", 0, 3)).toBeNull();
});

test("a key of a configuration is explained", async () => {
	client = await startClient({ locale: "zh-cn" });
	await client.open(uri, "rules:\n  DL3014: off\n", "yaml");
	expect(await client.hover(uri, 1, 4)).toMatchObject({
		range: at(1, 2, 8),
		contents: { kind: "markdown", value: expect.stringMatching(/`apt-get-missing-yes`.*\p{Script=Han}/u) },
	});
	expect(await client.hover(uri, 0, 1)).toMatchObject({ contents: { value: expect.stringMatching(/\p{Script=Han}/u) } });
	expect(await client.hover(uri, 1, 11)).toBeNull();
});

test("nothing else is answered in a configuration", async () => {
	client = await startClient();
	await client.open(uri, "rules: {}\n", "yaml");
	expect(await client.codeActions(uri, at(0, 0, 0))).toEqual([]);
	expect([await client.symbols(uri), await client.foldingRanges(uri)]).toEqual([null, null]);
	expect(client.logged).toEqual([]);
});
