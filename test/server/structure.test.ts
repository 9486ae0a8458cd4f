import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { at, type Client, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";
const text = "ARG A=1\r\nFROM debian:12 AS build\r\n# one\r\n# two\r\nRUN <<EOF\r\nx\r\ny\r\nEOF\r\nFROM build\r\nUSER 1000\r\n";

let client: Client;
afterEach(() => client.stop());

test("the outline is a tree of stages and instructions", async () => {
	client = await startClient();
	await client.open(uri, text);
	expect(client.capabilities.documentSymbolProvider).toBe(true);
	expect(await client.symbols(uri)).toMatchObject([
		{ name: "ARG A", detail: "1", kind: 13, range: at(0, 0, 7), selectionRange: at(0, 0, 3), children: [] },
		{
			name: "build",
			detail: "debian:12",
			range: { start: { line: 1, character: 0 }, end: { line: 7, character: 3 } },
			selectionRange: at(1, 18, 23),
			children: [{ name: "RUN <<EOF", detail: "x" }],
		},
		{ name: "build", children: [{ name: "USER 1000" }] },
	]);
});

test("a client that knows no tree gets a list", async () => {
	client = await startClient({ capabilities: {} });
	await client.open(uri, text);
	expect(await client.symbols(uri)).toMatchObject([
		{ name: "ARG A", location: { uri, range: at(0, 0, 7) } },
		{ name: "build" },
		{ name: "RUN <<EOF", containerName: "build" },
		{ name: "build" },
		{ name: "USER 1000", containerName: "build" },
	]);
});

test("lines can be folded, and follow an edit", async () => {
	client = await startClient();
	await client.open(uri, text);
	expect(client.capabilities.foldingRangeProvider).toBe(true);
	expect(await client.foldingRanges(uri)).toEqual([
		{ startLine: 1, endLine: 7 },
		{ startLine: 2, endLine: 3, kind: "comment" },
		{ startLine: 4, endLine: 6 },
		{ startLine: 8, endLine: 9 },
	]);
	await client.change(uri, { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } }, "");
	expect(await client.foldingRanges(uri)).toEqual([{ startLine: 0, endLine: 1 }]);
});

test("a selection grows from the word to the file", async () => {
	client = await startClient();
	await client.open(uri, text);
	expect(client.capabilities.selectionRangeProvider).toBe(true);
	const [first, second] =
		(await client.selectionRanges(uri, [
			{ line: 9, character: 6 },
			{ line: 20, character: 0 },
		])) ?? [];
	const whole = { start: { line: 0, character: 0 }, end: { line: 10, character: 0 } };
	const stage = { start: { line: 8, character: 0 }, end: { line: 9, character: 9 } };
	expect(first).toEqual({ range: at(9, 5, 9), parent: { range: at(9, 0, 9), parent: { range: stage, parent: { range: whole } } } });
	expect(second).toEqual({ range: whole });
});

test("the stages of all Dockerfiles are found by their names", async () => {
	const folder = folderWith({
		Dockerfile: "FROM a AS build\nFROM b\nFROM c as Build-Web\n",
		"web/app.Dockerfile": "FROM old AS blue\n",
		"web/Dockerfile.md": "FROM a AS build\n",
		"web/notes": "FROM a AS build\n",
		"node_modules/x/Dockerfile": "FROM a AS build\n",
	});
	const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
	client = await startClient({ folder: uriOf("") });
	expect(client.capabilities.workspaceSymbolProvider).toBe(true);
	// What is typed counts, and a document on no disk is there, too.
	await client.open(uriOf("web/app.Dockerfile"), "FROM new AS blue\nFROM x AS other\n");
	await client.open("untitled:Dockerfile", "FROM x AS bld\n");
	expect(await client.workspaceSymbols("BLD")).toEqual([
		{ name: "bld", kind: 2, location: { uri: "untitled:Dockerfile", range: at(0, 10, 13) }, containerName: "x" },
		{ name: "build", kind: 2, location: { uri: uriOf("Dockerfile"), range: at(0, 10, 15) }, containerName: "a" },
		{ name: "Build-Web", kind: 2, location: { uri: uriOf("Dockerfile"), range: at(2, 10, 19) }, containerName: "c" },
	]);
	expect((await client.workspaceSymbols(""))?.map(({ name }) => name)).toEqual(["blue", "other", "bld", "build", "Build-Web"]);
});

test("a long file is explained before it is linted, and why there is a problem once it is", async () => {
	client = await startClient();
	await client.open(uri, `FROM debian\nMAINTAINER Jo\n${"RUN true\n".repeat(8000)}`);
	const told = async (): Promise<string> => JSON.stringify(await client.hover(uri, 1, 3));
	expect(await told()).toContain("Deprecated");
	expect(await told()).not.toContain("maintainer-instruction");
	await client.diagnostics(uri);
	expect(await told()).toContain("maintainer-instruction");
});

test("a document that is not open has no structure", async () => {
	client = await startClient();
	const position = { line: 0, character: 0 };
	expect([
		await client.symbols("untitled:gone"),
		await client.foldingRanges("untitled:gone"),
		await client.selectionRanges("untitled:gone", [position]),
	]).toEqual([null, null, null]);
});
