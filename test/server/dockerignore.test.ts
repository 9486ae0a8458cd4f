import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { type Client, startClient } from "./language-client.ts";

let client: Client;
afterEach(() => client.stop());

async function open(text: string): Promise<string> {
	const folder = folderWith({ ".dockerignore": text, "app.log": "12345", "src/main.ts": "1234567890", "src/debug.log": "123" });
	client = await startClient();
	return client.open(pathToFileURL(join(folder, ".dockerignore")).href, text, "ignore");
}

test("a `.dockerignore` is linted, whatever the editor takes it for", async () => {
	const uri = await open("!src\n*.log # logs\n");
	expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual(["exception-without-effect", "misplaced-ignore-comment"]);
});

test("a hover says what lies in the folder and is left out", async () => {
	const uri = await open("**/*.log\n!app.log\n");
	expect(await client.hover(uri, 0, 2)).toMatchObject({
		contents: { value: expect.stringContaining("- leaves out 1 file (3 B)\n- taken back by line 2, `!app.log`: 1 file (5 B)") },
		range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } },
	});
});

test("paths are completed", async () => {
	const uri = await open("*.log\nsrc/\n");
	expect((await client.completions(uri, 1, 4))?.map(({ label }) => label)).toEqual(["debug.log", "main.ts"]);
	expect((await client.completions(uri, 1, 0))?.slice(0, 3).map(({ label }) => label)).toEqual([".dockerignore", "app.log", "src/"]);
});

test("one that is on no disk is told what it means", async () => {
	client = await startClient();
	const uri = await client.open("vscode-vfs://github/o/r/.dockerignore", "*.log\n", "ignore");
	expect(await client.hover(uri, 0, 1)).toMatchObject({ contents: { value: expect.stringMatching(/^Leaves out of the build: .*\.$/) } });
	expect((await client.completions(uri, 0, 0))?.map(({ label }) => label)).toContain("**/node_modules");
});
