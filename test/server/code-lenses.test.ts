import { afterEach, expect, test } from "vitest";
import { eventually } from "./eventually.ts";
import { at, type Client, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";
const text = "FROM a AS build\n# the image\nFROM b\n";

let client: Client;
afterEach(() => client.stop());

test("stages can be built where the settings want it, and the client can", async () => {
	client = await startClient({ settings: { codeLens: { buildStage: true } }, options: { buildStageCommand: "build" } });
	await client.open(uri, text);
	expect(client.capabilities.codeLensProvider).toEqual({});
	expect(await client.codeLenses(uri)).toEqual([
		{ range: at(0, 0, 4), command: { title: "Build this stage", command: "build", arguments: [uri, "build"] } },
		{ range: at(2, 0, 4), command: { title: "Build this stage", command: "build", arguments: [uri, null] } },
	]);
	await client.set({});
	expect(await client.codeLenses(uri)).toBeNull();
});

test("without the command there is nothing to build by, and stages are told none the less", async () => {
	client = await startClient({ settings: { codeLens: { buildStage: true } } });
	await client.open(uri, text);
	expect(await client.codeLenses(uri)).toBeNull();
	expect(await client.stages(uri)).toEqual([
		{ name: "build", image: "a", line: 0, isBuildable: true },
		{ image: "b", line: 1, isBuildable: true },
	]);
	expect(await client.stages("untitled:gone")).toEqual([]);
});

const compose = "x-a: &a {image: b}\nservices:\n  web: {image: a}\n  db: *a\n  x-no: {}\n  none:\n";
const composeCommands = { graph: "graph", resolved: "resolved", runLine: "run" };

test("what can be shown of a Compose file stands above its services, where the settings want it, and the client can", async () => {
	client = await startClient({ settings: { codeLens: { compose: true } }, options: { composeCommands } });
	const file = await client.open("untitled:compose.yaml", compose, "dockercompose");
	await eventually(async () => expect(await client.codeLenses(file)).not.toBeNull());
	expect(await client.codeLenses(file)).toEqual([
		{ range: at(1, 0, 8), command: { title: "Show graph", command: "graph", arguments: [file] } },
		{ range: at(1, 0, 8), command: { title: "Show resolved project", command: "resolved", arguments: [file] } },
		{ range: at(2, 2, 5), command: { title: "Copy as “docker run”", command: "run", arguments: [file, "web"] } },
		{ range: at(3, 2, 4), command: { title: "Copy as “docker run”", command: "run", arguments: [file, "db"] } },
	]);
	await client.change(file, { start: { line: 1, character: 0 }, end: { line: 6, character: 0 } }, "services:\n");
	expect(await client.codeLenses(file)).toEqual([]);
	await client.set({ codeLens: { buildStage: true } });
	expect(await client.codeLenses(file)).toBeNull();
});

test("of what a client has no command for, nothing is offered", async () => {
	client = await startClient({ settings: { codeLens: { compose: true } }, options: { composeCommands: { graph: "graph" } } });
	const file = await client.open("untitled:compose.yaml", compose, "dockercompose");
	await eventually(async () => expect(await client.codeLenses(file)).toHaveLength(1));
});
