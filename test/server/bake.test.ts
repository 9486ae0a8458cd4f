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
	expect(await client.references(uri, { line: 2, character: 13 })).toEqual([
		{ uri, range: at(2, 12, 16) },
		{ uri: other, range: at(0, 20, 24) },
	]);
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

test("a stage and an argument are renamed from the bake file in the Dockerfile, and in what else builds it", async () => {
	const folder = folderWith({
		"docker-bake.hcl": text,
		"docker/Dockerfile": dockerfile,
		"compose.yaml": "services:\n  a:\n    build:\n      context: docker\n      target: prod\n",
	});
	const { uri, dockerfile: other } = await open(folder);
	const compose = pathToFileURL(join(folder, "compose.yaml")).href;
	expect(await client.prepareRename(uri, { line: 2, character: 13 })).toEqual({ range: at(2, 12, 16), placeholder: "prod" });
	expect(await client.rename(uri, { line: 2, character: 13 }, "final")).toEqual({
		documentChanges: [
			{ textDocument: { uri, version: 1 }, edits: [{ range: at(2, 12, 16), newText: "final" }] },
			{ textDocument: { uri: other, version: null }, edits: [{ range: at(0, 20, 24), newText: "final" }] },
			{ textDocument: { uri: compose, version: null }, edits: [{ range: at(4, 14, 18), newText: "final" }] },
		],
	});
	await expect(client.rename(uri, { line: 2, character: 13 }, "scratch")).rejects.toThrow("“scratch” is Docker's name for the empty image.");
	await expect(client.prepareRename(uri, { line: 3, character: 29 })).rejects.toThrow("No Dockerfile was found that has “OTHER”.");
	expect((await client.rename(uri, { line: 3, character: 13 }, "V"))?.documentChanges).toHaveLength(2);
});

test("files that bake reads along are one with it", async () => {
	const base = 'target "base" {\n  target = "prod"\n}\nvariable "TAG" {\n  default = "1"\n}\n';
	const folder = folderWith({ "docker-bake.hcl": text, "docker-bake.override.hcl": base, "docker/Dockerfile": dockerfile });
	const { uri } = await open(folder);
	const other = pathToFileURL(join(folder, "docker-bake.override.hcl")).href;
	await client.edit(uri, [{ start: text.length, end: text.length, text: 'target "b" {\n  inherits = ["base"]\n  tags = ["${TAG}"]\n}\n' }]);
	expect(await client.definition(uri, { line: 9, character: 16 })).toEqual([{ uri: other, range: at(0, 8, 12) }]);
	expect(await client.hover(uri, 8, 9)).toMatchObject({ contents: { value: expect.stringContaining('- `target`: `"prod"` ← `base`') } });
	expect((await client.completions(uri, 10, 13))?.map(({ label }) => label)).toContain("TAG");
	expect(await client.references(uri, { line: 10, character: 14 })).toEqual([
		{ uri, range: at(10, 13, 16) },
		{ uri: other, range: at(3, 10, 13) },
	]);
	expect((await client.rename(uri, { line: 9, character: 16 }, "all"))?.documentChanges).toEqual([
		{ textDocument: { uri, version: 2 }, edits: [{ range: at(9, 15, 19), newText: "all" }] },
		{ textDocument: { uri: other, version: null }, edits: [{ range: at(0, 8, 12), newText: "all" }] },
	]);
});

test("it is formatted by two blanks whatever the editor has, has colours and hints", async () => {
	const { uri } = await open();
	expect(await client.format(uri)).toEqual([
		{ range: at(2, 8, 9), newText: "     " },
		{ range: at(3, 6, 7), newText: "       " },
	]);
	expect(await client.linkedRanges(uri, { line: 0, character: 9 })).toMatchObject({ ranges: [at(0, 8, 11), at(6, 14, 17)] });
	const { data } = await client.semanticTokens(uri);
	expect(data.slice(0, 10)).toEqual([0, 0, 6, 0, 0, 0, 7, 1, 7, 0]);
	expect(await client.inlayHints(uri, { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } })).toEqual([]);
});

test("targets are built, checked and printed where the settings want it, and suggested where the client shows that", async () => {
	const folder = folderWith({ "docker-bake.hcl": text, Dockerfile: "FROM a AS build\n" });
	client = await startClient({
		folder: pathToFileURL(folder).href,
		settings: { codeLens: { buildStage: true } },
		options: { buildStageCommand: "build" },
		capabilities: { textDocument: { inlineCompletion: {} }, workspace: { configuration: true } },
	});
	const uri = await client.open(pathToFileURL(join(folder, "docker-bake.hcl")).href, text, "dockerbake");
	expect((await client.codeLenses(uri))?.map(({ range, command }) => [range.start.line, command?.title, command?.arguments?.slice(1)])).toEqual([
		[0, "Build", ["app", "build"]],
		[0, "Check", ["app", "check"]],
		[0, "Print", ["app", "print"]],
		[5, "Build", ["default", "build"]],
		[5, "Check", ["default", "check"]],
		[5, "Print", ["default", "print"]],
	]);
	expect((await client.stages(uri)).map(({ name, image }) => [name, image])).toEqual([
		["app", "target"],
		["default", "group"],
	]);
	expect(client.capabilities.inlineCompletionProvider).toBe(true);
	const position = { line: 8, character: 0 };
	expect(await client.request("textDocument/inlineCompletion", { textDocument: { uri }, position, context: { triggerKind: 0 } })).toEqual([
		{ insertText: 'target "build" {\n  target = "build"\n}', range: { start: position, end: position } },
	]);
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
