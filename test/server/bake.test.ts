import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { at, type Client, startClient } from "./language-client.ts";

const text =
	'target "app" {\n  dockerfile = "docker/Dockerfile"\n  target = "prod"\n  args = { VERSION = "1", OTHER = "2" }\n}\ngroup "default" {\n  targets = ["app"]\n}\n';
const dockerfile = "FROM alpine:3.22 AS prod\nARG VERSION\n";

let client: Client;
afterEach(() => client.stop());

async function open(
	folder = folderWith({ "docker-bake.hcl": text, "docker/Dockerfile": dockerfile }),
): Promise<{ readonly uri: string; readonly dockerfile: string }> {
	client = await startClient({ folder: pathToFileURL(folder).href });
	return {
		uri: await client.open(pathToFileURL(join(folder, "docker-bake.hcl")).href, text, "dockerbake"),
		dockerfile: pathToFileURL(join(folder, "docker/Dockerfile")).href,
	};
}

test("a bake file is linted by its Dockerfiles", async () => {
	const { uri } = await open();
	expect(await client.diagnostics(uri)).toMatchObject([
		{ code: "unknown-bake-argument", range: at(3, 26, 31), message: "“docker/Dockerfile” has no “ARG OTHER”" },
	]);
});

test("names lead to targets, stages and arguments", async () => {
	const { uri, dockerfile: other } = await open();
	expect(await client.definition(uri, { line: 6, character: 15 })).toEqual([{ uri, range: at(0, 8, 11) }]);
	expect(await client.definition(uri, { line: 2, character: 13 })).toEqual([{ uri: other, range: at(0, 20, 24) }]);
	expect(await client.definition(uri, { line: 3, character: 13 })).toEqual([{ uri: other, range: at(1, 4, 11) }]);
	expect(await client.links(uri)).toEqual([{ range: at(1, 16, 33), target: other }]);
	expect(await client.references(uri, { line: 0, character: 9 }, true)).toEqual([
		{ uri, range: at(0, 8, 11) },
		{ uri, range: at(6, 14, 17) },
	]);
	expect(await client.highlights(uri, { line: 0, character: 9 })).toMatchObject([{ kind: 3 }, { kind: 2 }]);
});

test("a stage that is renamed is renamed in the bake file", async () => {
	const { uri, dockerfile: other } = await open();
	await client.open(other, dockerfile);
	const edit = await client.rename(other, { line: 0, character: 21 }, "final");
	expect(edit?.documentChanges).toContainEqual({ textDocument: { uri, version: 1 }, edits: [{ range: at(2, 12, 16), newText: "final" }] });
});

test("it is outlined, folded, completed and explained", async () => {
	const { uri } = await open();
	expect(await client.symbols(uri)).toMatchObject([{ name: "app" }, { name: "default" }]);
	expect(await client.foldingRanges(uri)).toEqual([
		{ startLine: 0, endLine: 3 },
		{ startLine: 5, endLine: 6 },
	]);
	expect((await client.completions(uri, 2, 12))?.map(({ label }) => label)).toEqual(["prod"]);
	expect(await client.hover(uri, 0, 9)).toMatchObject({ contents: { value: expect.stringContaining("**Target `app`**") }, range: at(0, 8, 11) });
});

test("one that is on no disk is understood as well", async () => {
	client = await startClient();
	const uri = await client.open("vscode-vfs://github/o/r/docker-bake.hcl", text, "dockerbake");
	expect(await client.diagnostics(uri)).toEqual([]);
	expect(await client.definition(uri, { line: 6, character: 15 })).toEqual([{ uri, range: at(0, 8, 11) }]);
	expect(await client.definition(uri, { line: 2, character: 13 })).toBeNull();
	expect(await client.links(uri)).toEqual([]);
});
