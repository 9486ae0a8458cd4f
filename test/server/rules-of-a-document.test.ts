import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { expect, onTestFinished, test } from "vitest";
import { rules } from "../../src/engine/rules/index.ts";
import { hullwright } from "../cli/command-line.ts";
import { folderWith } from "../files/hosts.ts";
import { startClient } from "./language-client.ts";

const text = "FROM debian:latest\nMAINTAINER Jo\nUSER app\n";

async function opened(files: Parameters<typeof folderWith>[0], options: Parameters<typeof startClient>[0] = {}) {
	const folder = folderWith(files);
	const client = await startClient(options);
	onTestFinished(() => client.stop());
	const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
	return { folder, client, uriOf };
}

test("all rules are listed as they are for a document, with who says so and what they find there", async () => {
	const { client, uriOf } = await opened(
		{ Dockerfile: text, ".hullwright.yaml": "rules: { DL3007: off }\n" },
		{ settings: { rules: { "missing-user": "error" } } },
	);
	const uri = await client.open(uriOf("Dockerfile"), text);
	const rows = await client.rules(uri);
	expect(rows.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
	const row = (id: string) => rows.find((each) => each.id === id);
	expect(row("from-latest-tag")).toMatchObject({ severity: "off", reason: "set in “.hullwright.yaml”", count: 0 });
	expect(row("missing-user")).toMatchObject({ severity: "error", reason: "set in the editor's settings", count: 0 });
	expect(row("maintainer-instruction")).toMatchObject({ severity: "warning", reason: "by the preset “default”", count: 1 });
	expect(row("maintainer-instruction")?.names).toContain("DL4000");
	expect(await client.rules(uriOf("nowhere/Dockerfile"))).toHaveLength(rules.length);
});

test("why a file is linted in part only", async () => {
	const ignored = `# hullwright ignore=DL3007\n${text}`;
	const { client, uriOf, folder } = await opened({ Dockerfile: ignored, "vendor/Dockerfile": text, "plain/Dockerfile": text });
	const uri = await client.open(uriOf("Dockerfile"), ignored);
	expect(await client.lintState(uri)).toEqual({ isLinted: true, reasons: ["Problems that comments ignore: 1."] });
	expect(await client.lintState(await client.open(uriOf("plain/Dockerfile"), text))).toEqual({ isLinted: true, reasons: [] });

	await hullwright(["lint", "--update-baseline", "--baseline", join(folder, ".hullwright-baseline.json"), folder]);
	writeFileSync(join(folder, ".hullwright.yaml"), "rules: { missing-user: off }\nruleSet: '0.0'\nignore: [vendor/]\nnonsense: 1\n");
	for (const name of [".hullwright.yaml", ".hullwright-baseline.json"]) await client.fileChanged(uriOf(name));
	const { reasons } = await client.lintState(uri);
	expect(reasons).toEqual([
		"Switched off: missing-user.",
		"Problems that comments ignore: 1.",
		"Problems that are known from the baseline: 1.",
		expect.stringMatching(/^Rules that only hint, for they came after version 0\.0: \d+\.$/),
		"Something is wrong in “.hullwright.yaml”, so not all of it counts.",
	]);
	expect(await client.lintState(await client.open(uriOf("vendor/Dockerfile"), text))).toEqual({
		isLinted: false,
		reasons: ["“.hullwright.yaml” leaves this file out."],
	});
	await client.set({ lint: { enable: false } });
	expect(await client.lintState(uri)).toEqual({ isLinted: false, reasons: ["The setting “hullwright.lint.enable” is off."] });
});

const fixable = "FROM debian:12\nRUN apt-get update && apt-get install curl\nUSER app\n";

test("fixes in many documents, open or not, as the command line makes them", async () => {
	const files = {
		"a/Dockerfile": fixable,
		"b/Dockerfile": `\uFEFF${fixable.replaceAll("\n", "\r\n")}`,
		"c/Dockerfile": text,
		"d/compose.yaml": 'version: "3"\nservices: {}\n',
		"e/Dockerfile": fixable,
		"e/.hullwright.yaml": "ignore: [Dockerfile]\n",
		"f/readme.md": fixable,
	};
	const { client, uriOf, folder } = await opened(files);
	const typed = `# typed\n${fixable}`;
	await client.open(uriOf("a/Dockerfile"), typed);
	const fixes = await client.fixes([...Object.keys(files).map(uriOf), uriOf("nowhere/Dockerfile")]);
	expect(fixes.map(({ uri, version }) => [uri, version])).toEqual([
		[uriOf("a/Dockerfile"), 1],
		[uriOf("b/Dockerfile"), undefined],
		[uriOf("d/compose.yaml"), undefined],
	]);
	for (const [index, before] of [typed, files["b/Dockerfile"].slice(1)].entries()) {
		const path = join(folder, "expected.Dockerfile");
		writeFileSync(path, before);
		const after = TextDocument.applyEdits(TextDocument.create("a:b", "dockerfile", 0, before), [...(fixes[index]?.edits ?? [])]);
		await hullwright(["lint", "--fix", path]);
		expect(after).toBe(readFileSync(path, "utf8"));
	}
});
