import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { at, type Client, startClient } from "./language-client.ts";

const untitled = "untitled:Untitled-1";
const bad = "FROM debian:12\nRUN apt-get install git\nUSER app\n";

const ending: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of ending.splice(0)) await end();
});

test("an unsaved document has diagnostics with all that an editor can show", async () => {
	const client = await start({ options: { rulePages: "file:///pages/" } });
	await client.open(untitled, bad);

	expect(await client.diagnostics(untitled)).toContainEqual({
		range: expect.objectContaining({ start: expect.objectContaining({ line: 1 }) }),
		message: expect.stringContaining("apt-get"),
		severity: 2,
		source: "hullwright",
		code: "apt-get-missing-yes",
		codeDescription: { href: "file:///pages/apt-get-missing-yes.md" },
	});
});

test("columns count UTF-16 units, and lines end as the document's do", async () => {
	const client = await start();
	await client.open(untitled, "FROM debian:12\r\nRUN echo 🚢 && apt-get install git\r\nUSER app\r\n");
	expect(rangesOf(await client.diagnostics(untitled), "apt-get-missing-yes")).toEqual([at(1, 15, 30)]);
});

test("diagnostics follow an edit", async () => {
	const client = await start();
	await client.open(untitled, bad);
	await client.change(untitled, at(1, 20, 20), "-y ");
	expect(client.text(untitled)).toContain("apt-get install -y git");
	expect(codesOf(await client.diagnostics(untitled))).not.toContain("apt-get-missing-yes");
});

test("a client that does not pull is sent diagnostics, and none once the document is closed", async () => {
	const client = await start({ capabilities: {} });
	expect(client.capabilities.diagnosticProvider).toBeUndefined();
	await client.open(untitled, bad);
	await eventually(() => expect(codesOf(client.published.get(untitled))).toContain("apt-get-missing-yes"));
	await client.change(untitled, at(1, 20, 20), "-y ");
	await eventually(() => expect(codesOf(client.published.get(untitled))).not.toContain("apt-get-missing-yes"));
	await client.close(untitled);
	await eventually(() => expect(client.published.get(untitled)).toEqual([]));
});

test("a client that does not pull can have it on saving only", async () => {
	const client = await start({ capabilities: {} });
	await client.set({ lint: { run: "onSave" } });
	await client.open(untitled, bad);
	await eventually(() => expect(codesOf(client.published.get(untitled))).toContain("apt-get-missing-yes"));
	await client.change(untitled, at(1, 20, 20), "-y ");
	await client.hover(untitled, 0, 0);
	expect(codesOf(client.published.get(untitled))).toContain("apt-get-missing-yes");
	await client.save(untitled);
	await eventually(() => expect(codesOf(client.published.get(untitled))).not.toContain("apt-get-missing-yes"));
});

test("settings switch rules and linting, and are asked for again when they change", async () => {
	const client = await start({ settings: { rules: { "apt-get-missing-yes": "error" } } });
	await client.open(untitled, bad);
	expect((await client.diagnostics(untitled)).find(({ code }) => code === "apt-get-missing-yes")?.severity).toBe(1);

	await client.set({ rules: { DL3014: "off" } });
	expect(codesOf(await client.diagnostics(untitled))).not.toContain("apt-get-missing-yes");
	expect(client.refreshes()).toBe(1);

	await client.set({ lint: { enable: false } });
	expect(await client.diagnostics(untitled)).toEqual([]);
});

test("a setting that means nothing is told in the log, and the others count", async () => {
	const client = await start({ settings: { rules: { "no-such-rule": "off", "apt-get-missing-yes": "off" } } });
	await client.open(untitled, bad);
	expect(codesOf(await client.diagnostics(untitled))).not.toContain("apt-get-missing-yes");
	expect(client.logged.join("\n")).toContain("no-such-rule");
});

test("the nearest configuration file counts, over the settings, and is read again when it changes", async () => {
	const folder = temporaryFolder();
	const file = join(folder, ".hullwright.yaml");
	writeFileSync(file, "rules:\n  apt-get-missing-yes: error\n");
	const client = await start({ settings: { rules: { "apt-get-missing-yes": "off" } } });
	const uri = await client.open(pathToFileURL(join(folder, "service", "Dockerfile")).href, bad);
	expect((await client.diagnostics(uri)).find(({ code }) => code === "apt-get-missing-yes")?.severity).toBe(1);

	const nearer = join(folder, "service", ".hullwright.yaml");
	writeFileSync(nearer, "rules:\n  apt-get-missing-yes: info\n");
	await client.fileChanged(pathToFileURL(nearer).href);
	expect((await client.diagnostics(uri)).find(({ code }) => code === "apt-get-missing-yes")?.severity).toBe(3);
	expect(client.refreshes()).toBe(1);
	expect(client.registered).toContain("workspace/didChangeWatchedFiles");
});

test("a configuration file can leave documents out", async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, ".hullwright.yaml"), "ignore:\n  - service/\n");
	const client = await start();
	const uri = await client.open(pathToFileURL(join(folder, "service", "Dockerfile")).href, bad);
	expect(await client.diagnostics(uri)).toEqual([]);
});

test("what is wrong in a configuration file is shown in it, and the rest of it counts", async () => {
	const folder = temporaryFolder();
	const file = join(folder, ".hullwright.yaml");
	writeFileSync(file, "rules:\n  no-such-rule: off\n  apt-get-missing-yes: error\n");
	const client = await start();
	const uri = await client.open(pathToFileURL(join(folder, "Dockerfile")).href, bad);
	const fileUri = pathToFileURL(file).href;

	expect((await client.diagnostics(uri)).find(({ code }) => code === "apt-get-missing-yes")?.severity).toBe(1);
	expect(client.published.get(fileUri)).toEqual([
		expect.objectContaining({ severity: 1, source: "hullwright", range: at(1, 2, 14), message: expect.stringContaining("no-such-rule") }),
	]);

	writeFileSync(file, "rules: {}\n");
	await client.fileChanged(fileUri);
	await client.diagnostics(uri);
	expect(client.published.get(fileUri)).toEqual([]);
});

test("a configuration file's problems go with the last document that uses it", async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, ".hullwright.yaml"), "rules: [\n");
	const client = await start();
	const uri = await client.open(pathToFileURL(join(folder, "Dockerfile")).href, bad);
	expect(codesOf(await client.diagnostics(uri))).toContain("apt-get-missing-yes");
	expect([...client.published.values()].flat()).not.toEqual([]);
	await client.close(uri);
	await eventually(() => expect([...client.published.values()].flat()).toEqual([]));
});

test("a configuration that is no file is told", async () => {
	const folder = temporaryFolder();
	mkdirSync(join(folder, ".hullwright.yaml"));
	const client = await start();
	const uri = await client.open(pathToFileURL(join(folder, "Dockerfile")).href, bad);
	await client.diagnostics(uri);
	expect([...client.published.values()].flat()).toEqual([expect.objectContaining({ message: expect.stringMatching(/^This file cannot be read/) })]);
});

test("a hover explains the instruction, and why the finding there matters", async () => {
	const client = await start({ options: { rulePages: "file:///pages/" } });
	await client.open(untitled, bad);
	const instruction = await client.hover(untitled, 0, 1);
	expect(instruction?.range).toEqual(at(0, 0, 4));
	expect(instruction?.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("debian:12") });
	const finding = await client.hover(untitled, 1, 6);
	expect(finding?.contents).toMatchObject({ value: expect.stringContaining("[Documentation](file:///pages/apt-get-missing-yes.md)") });
	expect(await client.hover(untitled, 3, 0)).toBeNull();
});

test.each(["", "\n \n", "# The service that answers.\n", "# syntax=docker/dockerfile:1\r\n\r\n", "\uFEFF"])(
	"a document in which nothing stands yet, %j, has no error",
	async (text) => {
		const client = await start();
		await client.open(untitled, text);
		expect(await client.diagnostics(untitled)).toEqual([]);
		await client.change(untitled, { start: { line: 99, character: 0 }, end: { line: 99, character: 0 } }, "\nX");
		expect((await client.diagnostics(untitled)).map(({ severity }) => severity)).toContain(1);
	},
);

test("the extension's page promises a formatter if there is one, and not before", async () => {
	const client = await start();
	const { categories } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly categories: readonly string[] };
	expect(categories.includes("Formatters")).toBe(client.capabilities.documentFormattingProvider !== undefined);
});

const odd = {
	"an empty document": "",
	"a binary document": "\0\0\0",
	"a broken document": "FROM\n\u2028$\uD800",
	"a document of openings": "RUN <<EOF\n".repeat(50),
};
test.each(Object.entries(odd))("%s is answered like any other", async (_, text) => {
	const client = await start();
	await client.open(untitled, text);
	await client.diagnostics(untitled);
	await client.hover(untitled, 0, 1);
	await client.codeActions(untitled, at(0, 0, 0));
	expect(client.logged).toEqual([]);
});

test("a document that is not open has no answers and does no harm", async () => {
	const client = await start();
	expect(await client.diagnostics("untitled:gone")).toEqual([]);
	expect(await client.hover("untitled:gone", 0, 0)).toBeNull();
	expect(client.logged).toEqual([]);
});

async function start(options?: Parameters<typeof startClient>[0]): Promise<Client> {
	const client = await startClient(options);
	ending.push(() => client.stop());
	return client;
}

function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-server-"));
	mkdirSync(join(folder, "service"));
	ending.push(() => rmSync(folder, { recursive: true }));
	return folder;
}

type Diagnostics = Awaited<ReturnType<Client["diagnostics"]>>;
const codesOf = (diagnostics: Diagnostics | undefined): unknown[] => (diagnostics ?? []).map(({ code }) => code);
const rangesOf = (diagnostics: Diagnostics, rule: string): unknown[] => diagnostics.filter(({ code }) => code === rule).map(({ range }) => range);
