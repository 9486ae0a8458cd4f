import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { eventually } from "./eventually.ts";
import { at, type Client, startClient } from "./language-client.ts";

/** Beside the real rules one that looks at other files. */
vi.mock("../../src/engine/rules/index.ts", async (original) => {
	const { dockerfileRule } = await import("../../src/engine/lint/rule.ts");
	const { say } = await import("../../src/engine/text/message.ts");
	const { rules } = await original<typeof import("../../src/engine/rules/index.ts")>();
	const rule = dockerfileRule({
		id: "ignored-file",
		category: "correctness",
		severity: "warning",
		title: "A file does not get into the build",
		why: [],
		examples: [{ bad: "FROM debian\n", good: "" }],
		*check({ instructions: [first] }, { files }) {
			const ignored = files.text(".dockerignore");
			if (first && ignored?.includes("app")) yield { at: first.range, message: say`app is ignored` };
		},
	});
	return { rules: [...rules, rule] };
});

const maintained = "FROM debian:12\nMAINTAINER Jo\nUSER app\n";
const off = "rules: { maintainer-instruction: off }\n";

let client: Client;
beforeEach(async () => {
	client = await startClient();
});
afterEach(() => client.stop());

const uriOf = (folder: string, path: string): string => pathToFileURL(join(folder, path)).href;
const rulesIn = async (uri: string): Promise<unknown[]> => (await client.diagnostics(uri)).map(({ code }) => code);

test("what changed is read again, and nothing else", async () => {
	const folder = folderWith({ "a/.hullwright.yaml": off, "b/.hullwright.yaml": off });
	const [one, other] = [await client.open(uriOf(folder, "a/Dockerfile"), maintained), await client.open(uriOf(folder, "b/Dockerfile"), maintained)];
	expect([...(await rulesIn(one)), ...(await rulesIn(other))]).toEqual([]);

	for (const name of ["a", "b"]) writeFileSync(join(folder, name, ".hullwright.yaml"), "");
	await client.fileChanged(uriOf(folder, "a/.hullwright.yaml"));
	expect(await rulesIn(one)).toEqual(["maintainer-instruction"]);
	expect(await rulesIn(other)).toEqual([]);
	await client.fileChanged(uriOf(folder, "b/.hullwright.yaml"));
	expect(await rulesIn(other)).toEqual(["maintainer-instruction"]);
});

test("a configuration that comes or goes counts at once", async () => {
	const folder = folderWith({ ".hullwright.yaml": off, a: { isFolder: true } });
	const uri = await client.open(uriOf(folder, "a/Dockerfile"), maintained);
	const nearer = join(folder, "a/.hullwright.yaml");
	writeFileSync(nearer, "");
	await client.fileChanged(pathToFileURL(nearer).href);
	expect(await rulesIn(uri)).toEqual(["maintainer-instruction"]);
	rmSync(nearer);
	await client.fileChanged(pathToFileURL(nearer).href);
	expect(await rulesIn(uri)).toEqual([]);
});

test("a configuration that nobody watches is looked at when a document is opened or saved", async () => {
	const folder = folderWith({ "a/.hullwright.yaml": off });
	const uri = await client.open(uriOf(folder, "a/Dockerfile"), maintained);
	expect(await rulesIn(uri)).toEqual([]);
	writeFileSync(join(folder, "a/.hullwright.yaml"), "");
	expect(await rulesIn(uri)).toEqual([]);
	await client.save(uri);
	expect(await rulesIn(uri)).toEqual(["maintainer-instruction"]);
	writeFileSync(join(folder, "a/.hullwright.yaml"), off);
	await client.open(uriOf(folder, "a/other.Dockerfile"), maintained);
	expect(await rulesIn(uri)).toEqual([]);
});

test("a configuration counts as it stands in the editor, saved or not", async () => {
	const folder = folderWith({ "a/.hullwright.yaml": "" });
	const uri = await client.open(uriOf(folder, "a/Dockerfile"), maintained);
	const configuration = await client.open(uriOf(folder, "a/.hullwright.yaml"), "", "yaml");
	expect(await rulesIn(uri)).toEqual(["maintainer-instruction"]);

	const before = client.refreshes();
	await client.change(configuration, at(0, 0, 0), off);
	expect(await rulesIn(uri)).toEqual([]);
	expect(client.refreshes()).toBe(before + 1);
	await client.change(configuration, at(0, 9, 31), "no-such-rule");
	expect(await rulesIn(uri)).toEqual(["maintainer-instruction"]);
	await eventually(() =>
		expect(client.published.get(configuration)).toMatchObject([{ range: at(0, 9, 21), message: expect.stringContaining("no-such-rule") }]),
	);

	await client.close(configuration);
	expect(await rulesIn(uri)).toEqual(["maintainer-instruction"]);
	expect(client.published.get(configuration)).toEqual([]);
});

test("a configuration that was never saved counts too", async () => {
	const folder = folderWith({ ".hullwright.yaml": "", a: { isFolder: true } });
	const uri = await client.open(uriOf(folder, "a/Dockerfile"), maintained);
	expect(await rulesIn(uri)).toEqual(["maintainer-instruction"]);
	await client.open(uriOf(folder, "a/.hullwright.yaml"), off, "yaml");
	expect(await rulesIn(uri)).toEqual([]);
});

test.each(["untitled:.hullwright.yaml", "vscode-vfs://github/owner/name/.hullwright.yaml"])("%s is checked though no file can use it", async (uri) => {
	await client.open(uri, "preset: sloppy\n", "yaml");
	await eventually(() => expect(client.published.get(uri)).toMatchObject([{ range: at(0, 8, 14) }]));
	expect(await client.diagnostics(uri)).toEqual([]);
	expect(client.logged).toEqual([]);
});

test.each(["untitled:Untitled-1", "vscode-vfs://github/owner/name/Dockerfile", "file:///%zz", "git:/a/Dockerfile?HEAD"])(
	"%s has the editor's settings alone",
	async (uri) => {
		await client.open(uri, maintained);
		expect(await rulesIn(uri)).toEqual(["maintainer-instruction"]);
		expect(client.logged).toEqual([]);
	},
);

test("files that rules look at are watched, and what is found follows them", async () => {
	const folder = folderWith({ "a/.dockerignore": "" });
	const uri = await client.open(uriOf(folder, "a/Dockerfile"), "FROM debian:12\nUSER app\n");
	expect(await rulesIn(uri)).toEqual([]);
	expect(client.watched).toEqual([
		"**/.hullwright.yaml",
		"**/.hadolint.yaml",
		"**/.hadolint.yml",
		"**/.hullwright-baseline.json",
		"**/.editorconfig",
		"**/.dockerignore",
	]);

	const before = client.refreshes();
	writeFileSync(join(folder, "a/.dockerignore"), "app\n");
	expect(await rulesIn(uri)).toEqual([]);
	await client.fileChanged(uriOf(folder, "a/.dockerignore"));
	expect(await rulesIn(uri)).toEqual(["ignored-file"]);
	expect(client.refreshes()).toBe(before + 1);
	await client.fileChanged(uriOf(folder, "b/.dockerignore"));
	await rulesIn(uri);
	expect(client.refreshes()).toBe(before + 1);
});

test("a broken configuration lets nothing be fixed unasked, though each fix is offered", async () => {
	const folder = folderWith({ "a/.hullwright.yaml": "rules: { add-insted-of-copy: off }\n" });
	const uri = await client.open(uriOf(folder, "a/Dockerfile"), "FROM debian:12\nWORKDIR /app\nADD one.py .\nUSER app\n");
	expect(await client.codeActions(uri, at(2, 0, 0), { only: ["source.fixAll"] })).toEqual([]);
	expect((await client.codeActions(uri, at(2, 0, 0))).some(({ isPreferred }) => isPreferred)).toBe(true);

	writeFileSync(join(folder, "a/.hullwright.yaml"), "");
	await client.fileChanged(uriOf(folder, "a/.hullwright.yaml"));
	expect(await client.codeActions(uri, at(2, 0, 0), { only: ["source.fixAll"] })).toHaveLength(1);
});
