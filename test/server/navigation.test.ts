import { afterEach, expect, test } from "vitest";
import { at, type Client, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";
const text = "ARG TAG=12\r\nFROM debian:$TAG AS build\r\nRUN TAG=1 && make\r\nFROM build\r\nCOPY --from=build /a /b\r\n";
const onStage = { line: 4, character: 14 };

let client: Client;
afterEach(() => client.stop());

test("a stage is defined where its name is given", async () => {
	client = await startClient();
	await client.open(uri, text);
	expect(client.capabilities).toMatchObject({
		definitionProvider: true,
		referencesProvider: true,
		documentHighlightProvider: true,
		linkedEditingRangeProvider: true,
	});
	expect(await client.definition(uri, onStage)).toEqual([{ uri, range: at(1, 20, 25) }]);
	expect(await client.definition(uri, { line: 2, character: 1 })).toBeNull();
});

test("a client that takes links is told how much leads there", async () => {
	client = await startClient({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
	await client.open(uri, text);
	expect(await client.definition(uri, onStage)).toEqual([
		{ originSelectionRange: at(4, 12, 17), targetUri: uri, targetRange: at(1, 0, 25), targetSelectionRange: at(1, 20, 25) },
	]);
});

test("all places of a name are found, and follow an edit", async () => {
	client = await startClient();
	await client.open(uri, text);
	const places = [at(1, 20, 25), at(3, 5, 10), at(4, 12, 17)];
	expect(await client.references(uri, onStage)).toEqual(places.map((range) => ({ uri, range })));
	expect(await client.references(uri, onStage, false)).toEqual(places.slice(1).map((range) => ({ uri, range })));
	expect(await client.highlights(uri, { line: 1, character: 14 })).toEqual([
		{ range: at(0, 4, 7), kind: 3 },
		{ range: at(1, 13, 16), kind: 2 },
	]);
	expect(await client.linkedRanges(uri, onStage)).toMatchObject({ ranges: places });
	await client.change(uri, at(4, 12, 17), "0");
	expect(await client.highlights(uri, onStage)).toEqual([]);
	expect(await client.linkedRanges(uri, { line: 3, character: 6 })).toMatchObject({ ranges: places.slice(0, 2) });
});

test("other documents have none", async () => {
	client = await startClient();
	await client.open("untitled:.dockerignore", "node_modules\n", "dockerignore");
	const origin = { line: 0, character: 0 };
	for (const each of ["untitled:.dockerignore", "untitled:gone"])
		expect([
			await client.definition(each, origin),
			await client.references(each, origin),
			await client.highlights(each, origin),
			await client.linkedRanges(each, origin),
		]).toEqual([null, null, null, null]);
});
