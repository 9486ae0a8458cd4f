import { afterEach, expect, test } from "vitest";
import { fixAllCommand } from "../../src/server/protocol.ts";
import { folderWith } from "../files/hosts.ts";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { eventually } from "./eventually.ts";
import { at, type Client, startClient } from "./language-client.ts";

let client: Client;
afterEach(() => client.stop());

/** What is told when all in the document is fixed, and its text afterwards. */
async function fixed(uri: string, text: string, languageId?: string): Promise<{ readonly told: string; readonly text: string }> {
	await client.open(uri, text, languageId);
	await client.execute(fixAllCommand, uri);
	await eventually(() => expect(client.told).toHaveLength(1));
	return { told: client.told[0] ?? "", text: client.text(uri) };
}

test("what is safe to fix is fixed, and what is left is told, with the reason", async () => {
	client = await startClient();
	const before = "FROM debian:latest\r\nMAINTAINER Jo\r\nWORKDIR /app\r\nADD one.py .\r\nADD two.py .\r\n";
	const { told, text } = await fixed("untitled:Dockerfile", before);
	expect(text).toBe(before.replaceAll("ADD", "COPY"));
	expect(told).toBe(
		"Dockerfile: Fixed 2 problems. Left to you, for the fix may change the image: maintainer-instruction in line 2. Left, for only you know how to mend it: from-latest-tag in line 1.",
	);
	expect(client.capabilities.executeCommandProvider).toEqual({ commands: [fixAllCommand] });
});

test.each([
	["FROM debian:12\nUSER app\n", "web.Dockerfile: Nothing to fix."],
	[
		"FROM debian:12\nMAINTAINER Jo\nUSER app\n",
		"web.Dockerfile: Nothing was fixed. Left to you, for the fix may change the image: maintainer-instruction in line 2.",
	],
	["FROM debian:12\nWORKDIR /a\nADD a.py .\nUSER app\n", "web.Dockerfile: Fixed 1 problem."],
	["", "web.Dockerfile: Nothing to fix."],
])("of %j it is said: %s", async (text, told) => {
	client = await startClient();
	expect((await fixed("untitled:web.Dockerfile", text)).told).toBe(told);
});

test("a Compose file is fixed as a Dockerfile is", async () => {
	client = await startClient();
	const { told, text } = await fixed("untitled:compose.yaml", "version: '3'\nservices: { web: { build: . } }\n", "dockercompose");
	expect({ told, text }).toEqual({ told: "compose.yaml: Fixed 1 problem.", text: "services: { web: { build: . } }\n" });
});

test("of many that are left some are named", async () => {
	client = await startClient();
	const { told } = await fixed("untitled:Dockerfile", `FROM debian:12\n${"MAINTAINER Jo\n".repeat(7)}USER app\n`);
	expect(told).toMatch(/: maintainer-instruction in line 2, .* in line 6 and 2 more\.$/);
});

test("lines are those after the fixes", async () => {
	client = await startClient();
	const { told, text } = await fixed(
		"untitled:Dockerfile",
		"FROM debian:12\nRUN apt-get update && apt-get install -y --no-install-recommends git\nMAINTAINER Jo\nUSER app\n",
	);
	const line = text.split("\n").indexOf("MAINTAINER Jo") + 1;
	expect(told).toContain(`maintainer-instruction in line ${line}`);
});

test("nothing is fixed by a broken configuration, nor in a file that is left out", async () => {
	const folder = folderWith({ "a/.hullwright.yaml": "rules: { add-insted-of-copy: off }\n", "b/.hullwright.yaml": "ignore: [Dockerfile]\n" });
	const text = "FROM debian:12\nWORKDIR /a\nADD a.py .\nUSER app\n";
	for (const [name, told] of [
		["a", "Dockerfile: Nothing is fixed, for something is wrong in “.hullwright.yaml”; mend that first."],
		["b", "Dockerfile: This file is left out of linting, so nothing is fixed in it."],
	] as const) {
		client = await startClient();
		expect(await fixed(pathToFileURL(join(folder, name, "Dockerfile")).href, text)).toEqual({ told, text });
		if (name === "a") await client.stop();
	}
});

test("a document that is none of ours is told so", async () => {
	client = await startClient();
	expect((await fixed("untitled:values.yaml", "a: b\n", "yaml")).told).toBe("values.yaml: Nothing is linted in a file of this kind.");
});

test("edits go to the version that they were made for", async () => {
	client = await startClient();
	const uri = "untitled:Dockerfile";
	await client.open(uri, "FROM debian:12\nWORKDIR /a\nADD a.py .\nUSER app\n");
	client.type(uri, at(0, 0, 0), "# typed\n");
	await client.execute(fixAllCommand, uri);
	await eventually(() => expect(client.told).toEqual(["Dockerfile: Nothing was fixed, for the file was changed meanwhile."]));
	expect(client.text(uri)).toContain("ADD a.py");
});

test("it speaks the editor's language", async () => {
	client = await startClient({ locale: "zh-cn" });
	expect((await fixed("untitled:Dockerfile", "FROM debian:12\nUSER app\n")).told).toBe("Dockerfile：没有需要修复的内容。");
});
