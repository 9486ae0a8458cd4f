import { afterEach, expect, test } from "vitest";
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

test("a document that is not open has no structure", async () => {
	client = await startClient();
	expect([await client.symbols("untitled:gone"), await client.foldingRanges("untitled:gone")]).toEqual([null, null]);
});
