import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { at, type Client, startClient } from "./language-client.ts";

let client: Client;
afterEach(() => client.stop());

const uriOf = (folder: string, path = ""): string => pathToFileURL(join(folder, path)).href;

/** A workspace whose Dockerfile is built with a folder that is not its own, as the file at `path` says. */
async function workspace(path: string, text: string, more: Parameters<typeof folderWith>[0] = {}) {
	const folder = folderWith({
		"docker/api/Dockerfile": "",
		"docker/api/start.sh": "",
		"src/main.go": "",
		"src/skipped.log": "",
		"src/.dockerignore": "*.log\n",
		[path]: text,
		...more,
	});
	client = await startClient({ folder: uriOf(folder) });
	const uri = await client.open(uriOf(folder, "docker/api/Dockerfile"), "FROM scratch\nCOPY main.go start.sh /\nCOPY  /\n");
	return { folder, uri };
}

test.each([
	["compose.yaml", "services:\n  api:\n    build:\n      context: src\n      dockerfile: ../docker/api/Dockerfile\n"],
	["docker-bake.hcl", 'target "api" {\n  context = "src"\n  dockerfile = "../docker/api/Dockerfile"\n}\n'],
	["docker-bake.json", '{ "target": { "api": { "context": "./src", "dockerfile": "../docker/api/Dockerfile" } } }'],
	[".devcontainer/devcontainer.json", '{ "build": { "dockerfile": "../docker/api/Dockerfile", "context": "../src" }, }'],
])("%s says what the Dockerfile is built with", async (path, text) => {
	const { folder, uri } = await workspace(path, text);
	expect(await client.buildContexts(uri)).toEqual([{ folder: uriOf(folder, "src"), by: uriOf(folder, path) }]);
	expect(await client.links(uri)).toEqual([
		{ range: at(1, 5, 12), target: uriOf(folder, "src/main.go") },
		{ range: at(1, 13, 21), target: uriOf(folder, "docker/api/start.sh") },
	]);
	const items = (await client.completions(uri, 2, 5)) ?? [];
	expect(items.flatMap(({ label, detail }) => (/\.(?:go|sh|log)$/.test(label) ? [[label, detail]] : []))).toEqual([
		["main.go", undefined],
		["skipped.log", "Left out by .dockerignore"],
	]);
});

test("a hover over a source says what lies there, and whether the build gets it", async () => {
	const compose = "services:\n  api:\n    build:\n      context: src\n      dockerfile: ../docker/api/Dockerfile\n";
	const { folder } = await workspace("compose.yaml", compose, { "src/main.go": "package main\n", "src/assets/a.css": "" });
	const hoverIn = async (path: string, text: string, character: number): Promise<string> => {
		const uri = await client.open(uriOf(folder, path), text);
		const found = (await client.hover(uri, 1, character)) as { readonly contents: { readonly value: string } } | null;
		await client.close(uri);
		return found?.contents.value.split("\n\n")[0] ?? "";
	};
	const dockerfile = "docker/api/Dockerfile";
	const context = "- The build context is `../../src`, as `../../compose.yaml` says.";
	expect(await hoverIn(dockerfile, "FROM scratch\nCOPY main.go assets /\n", 6)).toBe(`- \`main.go\` is a file of the build context, 13 B.\n${context}`);
	expect(await hoverIn(dockerfile, "FROM scratch\nCOPY main.go assets /\n", 15)).toBe(
		`- \`assets\` is a folder of the build context: what is in it is copied.\n${context}`,
	);
	expect(await hoverIn(dockerfile, "FROM scratch\nCOPY skipped.log /\n", 6)).toBe(
		`- \`skipped.log\` is a file of the build context, 0 B.\n- \`.dockerignore\` leaves it out, by \`*.log\`.\n${context}`,
	);
	expect(await hoverIn(dockerfile, "FROM scratch\nCOPY start.sh /\n", 6)).toBe(`- \`start.sh\` is not in the build context.\n${context}`);
	expect(await hoverIn("docker/api/other.Dockerfile", "FROM scratch\nCOPY start.sh /\n", 6)).toBe(
		"- `start.sh` is a file of the build context, 0 B.\n- The build context is taken to be this file's folder.",
	);
	expect(await hoverIn(dockerfile, "FROM scratch\nCOPY *.go /\n", 6)).toMatch(/^From the build context/);
});

test("where several say different things, the Dockerfile's own folder is the first", async () => {
	const compose =
		"services:\n  a:\n    build:\n      context: src\n      dockerfile: ../docker/api/Dockerfile\n  b:\n    build: docker/api\n  c:\n    build: docker/api\n";
	const { folder, uri } = await workspace("compose.yaml", compose, {
		"docker-bake.hcl": 'target "api" {\n  context = "."\n  dockerfile = "docker/api/Dockerfile"\n}\n',
	});
	expect((await client.buildContexts(uri)).map(({ folder }) => folder)).toEqual(["docker/api", "src", ""].map((path) => uriOf(folder, path)));
});

test("what is not there, or is another's, is no context", async () => {
	const { uri } = await workspace(
		"compose.yaml",
		"services:\n  a:\n    build:\n      context: gone\n      dockerfile: ../docker/api/Dockerfile\n  b:\n    build: https://example.com/repository.git\n  c:\n    build: $WHERE\n",
	);
	expect(await client.buildContexts(uri)).toEqual([]);
	expect(await client.buildContexts("untitled:Dockerfile")).toEqual([]);
	expect(((await client.completions(uri, 2, 5)) ?? []).map(({ label }) => label)).toContain("start.sh");
});
