import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { at, startClient } from "./language-client.ts";

const pages = pathToFileURL(`${process.cwd()}/docs/rules/`).href;

async function connected(options: Parameters<typeof startClient>[0] = {}) {
	const client = await startClient({ options: { rulePages: pages, showRuleCommand: "show" }, ...options });
	onTestFinished(() => client.stop());
	return client;
}

test("a name in an ignore comment is explained, with why it is on, and links to its page", async () => {
	const client = await connected({ settings: { rules: { DL3007: "error" } }, options: { rulePages: pages, showRuleCommand: "show" } });
	const uri = await client.open("untitled:Dockerfile", "# hadolint ignore=DL3007,nothing\nFROM localhost/debian:latest\nUSER app\n");
	expect(JSON.stringify(await client.hover(uri, 0, 20))).toContain("On here (error): set in the editor's settings.");
	expect(await client.links(uri)).toEqual([
		{ range: at(0, 18, 24), target: "command:show?%5B%22from-latest-tag%22%5D", tooltip: "Show documentation for from-latest-tag" },
	]);
});

test("a client without our commands is led to the page itself", async () => {
	const client = await connected({ options: { rulePages: pages } });
	const uri = await client.open("untitled:.hullwright.yaml", "rules:\n  DL3007: off\n", "yaml");
	expect(await client.links(uri)).toMatchObject([{ range: at(1, 2, 8), target: `${pages}from-latest-tag.md` }]);
});

test("a word that ignores nothing says so, too", async () => {
	const client = await connected();
	const uri = await client.open("untitled:Dockerfile", "# hullwright ignore=from-latest-tag\nFROM debian:12\nUSER app\n");
	const hover = JSON.stringify(await client.hover(uri, 0, 25));
	expect(hover).toMatch(/from-latest-tag.*On here.*unused-ignore/);
});

test("hadolint's own configuration is explained and completed", async () => {
	const client = await connected();
	const uri = await client.open("untitled:.hadolint.yaml", "ignored:\n  - DL3007\n  - \n", "yaml");
	expect(JSON.stringify(await client.hover(uri, 1, 6))).toContain("from-latest-tag");
	expect((await client.completions(uri, 2, 4))?.map(({ label }) => label)).toContain("DL3006");
	expect(await client.links(uri)).toHaveLength(1);
	expect(await client.diagnostics(uri)).toEqual([]);
});

test("names are offered in a comment, first those of what is found", async () => {
	const client = await connected();
	const uri = await client.open("untitled:Dockerfile", "# hullwright ignore=\nFROM debian:latest\nUSER app\n");
	const items = (await client.completions(uri, 0, 20)) ?? [];
	const sorted = items.toSorted((one, other) => ((one.sortText ?? "") < (other.sortText ?? "") ? -1 : 1));
	expect(sorted[0]).toMatchObject({ label: "from-latest-tag", filterText: expect.stringContaining("DL3007") as string });
	expect((await client.completions(uri, 1, 5))?.map(({ label }) => label)).not.toContain("from-latest-tag");
});

test("a finding's hover has the rule, why, its other names, and an example", async () => {
	const client = await connected();
	const uri = await client.open("untitled:Dockerfile", "FROM debian:latest\nUSER app\n");
	const { contents } = (await client.hover(uri, 0, 14)) ?? {};
	const { value } = contents as { value: string };
	expect(value).toMatch(
		/\*\*`from-latest-tag`\*\* .*\[Documentation\]\(file:.*from-latest-tag\.md\)\n\nReported:\n\n```dockerfile\n[^]*\n```\n\nNot reported:\n\n```dockerfile\n[^]*\n```\n\nAlso known as `DL3007`, [^]*\.$/,
	);
});
