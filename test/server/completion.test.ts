import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, CompletionItem } from "vscode-languageserver/node";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "./eventually.ts";
import { at, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";

/** What VS Code says of itself. */
const able: ClientCapabilities = {
	textDocument: {
		completion: {
			dynamicRegistration: true,
			completionItem: {
				snippetSupport: true,
				insertReplaceSupport: true,
				commitCharactersSupport: true,
				tagSupport: { valueSet: [1] },
				documentationFormat: ["markdown", "plaintext"],
			},
		},
	},
};

async function connected(options: Parameters<typeof startClient>[0] = {}) {
	const client = await startClient({ capabilities: able, options: { suggestCommand: "suggest" }, ...options });
	onTestFinished(() => client.stop());
	return client;
}

const find = (items: readonly CompletionItem[] | null, label: string): CompletionItem | undefined => items?.find((item) => item.label === label);

test("an item replaces the word or goes before it, and says more when it is looked at", async () => {
	const client = await connected();
	await client.open(uri, "FROM debian:13 AS build\r\nFROM scratch\r\nCOPY --from=b /app /app\r\n");
	const item = find(await client.completions(uri, 2, 13), "build");
	expect(client.registered).toContain("textDocument/completion");
	expect(item).toMatchObject({ detail: "debian:13", textEdit: { newText: "build", insert: at(2, 12, 13), replace: at(2, 12, 13) } });
	expect(item?.documentation).toBeUndefined();
	expect((await client.resolved(item)).documentation).toMatchObject({ kind: "markdown", value: expect.stringContaining("Stage `build`, line 1") as string });
	expect(find(await client.completions(uri, 2, 12), "build")?.textEdit).toMatchObject({ insert: at(2, 12, 12), replace: at(2, 12, 13) });
});

test("keywords ask for the rest, forms are snippets, what is deprecated is marked", async () => {
	const client = await connected();
	await client.open(uri, "FROM debian:13\n\n");
	const items = await client.completions(uri, 1, 0);
	expect(find(items, "COPY")).toMatchObject({ textEdit: { newText: "COPY " }, command: { command: "suggest" } });
	expect(find(items, "COPY source destination")).toMatchObject({ insertTextFormat: 2, textEdit: { newText: "COPY ${1:source} ${2:destination}" } });
	expect(find(items, "MAINTAINER")?.tags).toEqual([1]);
	const documentation = (await client.resolved(find(items, "COPY"))).documentation;
	expect(documentation).toMatchObject({ value: expect.stringContaining("Copies files and directories into the image") as string });
});

test("a client that takes neither snippets nor two ranges gets text for one", async () => {
	const client = await connected({ capabilities: {}, options: {} });
	await client.open(uri, "FROM debian:13\n\nRUN \n");
	const items = await client.completions(uri, 1, 0);
	expect(items?.every(({ insertTextFormat, command }) => insertTextFormat === undefined && command === undefined)).toBe(true);
	expect(find(items, "MAINTAINER")?.deprecated).toBe(true);
	expect(find(await client.completions(uri, 2, 4), "apt-get install")?.textEdit).toEqual({
		newText: "apt-get update && \\\n    apt-get install -y --no-install-recommends packages && \\\n    rm -rf /var/lib/apt/lists/*",
		range: at(2, 4, 4),
	});
});

test("sources are offered from the disk, a folder at a time, with what is left out marked", async () => {
	const folder = await realpath(await mkdtemp(join(tmpdir(), "hullwright-completion-")));
	onTestFinished(() => rm(folder, { recursive: true }));
	await mkdir(join(folder, "src"));
	await writeFile(join(folder, "src", "main.go"), "");
	await writeFile(join(folder, "secret.env"), "");
	await writeFile(join(folder, ".dockerignore"), "*.env\n");
	const client = await connected();
	const dockerfile = await client.open(pathToFileURL(join(folder, "Dockerfile")).href, "FROM debian:13\nCOPY  /app\nCOPY src/ /app\n");
	const items = await client.completions(dockerfile, 1, 5);
	expect(find(items, "src/")).toMatchObject({ kind: 19, textEdit: { newText: "src/" }, command: { command: "suggest" } });
	expect(find(items, "secret.env")).toMatchObject({ kind: 17, detail: "Left out by .dockerignore" });
	expect((find(items, "secret.env")?.sortText ?? "") > (find(items, "src/")?.sortText ?? "")).toBe(true);
	expect(find(await client.completions(dockerfile, 2, 9), "main.go")?.textEdit).toMatchObject({ newText: "src/main.go", insert: at(2, 5, 9) });
});

test("a blank that somebody types opens only what has to follow", async () => {
	const client = await connected();
	await client.open(uri, "FROM debian:13 \nCOPY \n");
	expect(await client.completions(uri, 0, 15, " ")).toBeNull();
	expect(find(await client.completions(uri, 0, 15), "AS")).toBeDefined();
	expect(find(await client.completions(uri, 1, 5, " "), "--from=")).toBeDefined();
});

test("a list that is no longer known is left as it is", async () => {
	const client = await connected();
	await client.open(uri, "FROM debian:13\n\n");
	const item = find(await client.completions(uri, 1, 0), "RUN");
	for (let count = 0; count < 5; count++) await client.completions(uri, 1, 0);
	expect(await client.resolved(item)).toEqual(item);
	expect(await client.resolved({ label: "mine" })).toEqual({ label: "mine" });
});

test("in the client's language", async () => {
	const client = await connected({ locale: "zh-CN" });
	await client.open(uri, "FROM \n");
	expect(find(await client.completions(uri, 0, 5), "debian")?.detail).toBe("官方镜像");
});

test("images of the workspace's other files and of the local engine, with where they are from", async () => {
	const folder = await realpath(await mkdtemp(join(tmpdir(), "hullwright-images-")));
	onTestFinished(() => rm(folder, { recursive: true }));
	await mkdir(join(folder, "api"));
	await writeFile(join(folder, "api", "Dockerfile"), "FROM registry.example/base:3 AS base\nFROM base\n");
	await writeFile(join(folder, "compose.yaml"), "services:\n  db:\n    image: postgres:17-bookworm\n  web:\n    image: $IMAGE\n");
	const client = await connected({
		folder: pathToFileURL(folder).href,
		options: { hasLocalImages: true },
		localImages: ["shop:dev", "registry.example/base:3"],
	});
	await client.open(uri, "FROM \nCOPY --from= a b\n");
	// The first lists do not wait for all of them.
	await eventually(async () => {
		const items = await client.completions(uri, 0, 5);
		expect(["registry.example/base:3", "postgres:17-bookworm", "shop:dev"].map((label) => find(items, label)?.detail)).toEqual([
			"Used in api/Dockerfile",
			"Used in compose.yaml",
			"In the local engine",
		]);
	});
	const items = await client.completions(uri, 0, 5);
	expect(items?.filter(({ label }) => /^base$|\$/.test(label))).toEqual([]);
	expect(find(await client.completions(uri, 1, 12), "shop:dev")).toBeDefined();
});

test("a client without an engine is not asked for one", async () => {
	const client = await connected({ localImages: ["shop:dev"] });
	await client.open(uri, "FROM \n");
	expect(find(await client.completions(uri, 0, 5), "shop:dev")).toBeUndefined();
});
