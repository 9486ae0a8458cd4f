import { afterEach, expect, test } from "vitest";
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
