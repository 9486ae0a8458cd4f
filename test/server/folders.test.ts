import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { type Client, startClient } from "./language-client.ts";

const dockerfile = "FROM debian:12 AS build\nMAINTAINER Jo\nCOPY --from=build /a /b\nCOPY a.txt b.txt /\n";
const compose = "services:\n  web: { build: { context: ., target: build } }\n";
const onStage = { line: 2, character: 13 };

let client: Client;
afterEach(() => client.stop());

/** Two folders of the same name with files of the same names, both open at once. */
async function startInBoth() {
	const root = folderWith({
		"one/app/Dockerfile": dockerfile,
		"one/app/compose.yaml": compose,
		"one/app/a.txt": "",
		"two/app/Dockerfile": dockerfile.replace("debian:12", "alpine:3"),
		"two/app/compose.yaml": compose,
		"two/app/b.txt": "",
		"two/app/.hullwright.yaml": "formatOperators: first\n",
	});
	const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;
	const open = [uriOf("one/app"), uriOf("two/app")];
	client = await startClient({
		capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { diagnostic: {} } },
		folders: () => open,
		settingsOf: (uri) => (uri?.includes("/two/") ? { lint: { enable: false } } : {}),
	});
	const [one, two] = [await client.open(uriOf("one/app/Dockerfile"), dockerfile), await client.open(uriOf("two/app/Dockerfile"), dockerfile)];
	return { uriOf, open, one, two };
}

test("each folder has its own settings", async () => {
	const { one, two } = await startInBoth();
	expect((await client.diagnostics(one)).map(({ code }) => code)).toContain("maintainer-instruction");
	expect(await client.diagnostics(two)).toEqual([]);
});

test("a stage is found and renamed in its own folder, whatever others have of the same name", async () => {
	const { uriOf, one } = await startInBoth();
	const uris = (await client.references(one, onStage))?.map(({ uri }) => uri);
	expect(new Set(uris)).toEqual(new Set([one, uriOf("one/app/compose.yaml")]));
	const { changes = {} } = (await client.rename(one, onStage, "made")) ?? {};
	expect(Object.keys(changes).toSorted()).toEqual([one, uriOf("one/app/compose.yaml")].toSorted());
});

test("a source is a link to a file of its own folder alone", async () => {
	const { uriOf, one, two } = await startInBoth();
	const files = async (uri: string) => (await client.links(uri))?.flatMap(({ target = "" }) => (target.startsWith("file:") ? [target] : []));
	expect(await files(one)).toEqual([uriOf("one/app/a.txt")]);
	expect(await files(two)).toEqual([uriOf("two/app/b.txt")]);
});

test("stages of all folders are found, and follow folders that come and go", async () => {
	const { uriOf, open, one, two } = await startInBoth();
	await client.close(one);
	await client.close(two);
	const found = async () => (await client.workspaceSymbols("build"))?.map(({ containerName, location }) => [containerName, location.uri]);
	expect(await found()).toEqual([
		["debian:12", one],
		["alpine:3", two],
	]);
	open.shift();
	expect(await found()).toEqual([["alpine:3", two]]);
	open.push(uriOf("one"));
	expect(await found()).toEqual([
		["alpine:3", two],
		["debian:12", one],
	]);
});
