import { afterEach, expect, test } from "vitest";
import { type Client, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";
const text = "ARG V=1\n\n\n\nFROM debian:$V AS build\r\nFROM build\nCOPY --from=0 a b\nCMD a\n";
const all = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };

let client: Client;
afterEach(() => client.stop());

test("hints are told for what is in sight, and explained when somebody asks", async () => {
	client = await startClient();
	await client.open(uri, text);
	const hints = await client.inlayHints(uri, all);
	expect(hints?.map(({ position: { line, character }, label }) => `${line}:${character} ${JSON.stringify(label)}`)).toEqual([
		'4:14 "= debian:1"',
		'4:23 "stage 0"',
		'6:13 ": build"',
		'7:5 "as root"',
	]);
	expect(hints?.map(({ tooltip }) => tooltip)).toEqual([undefined, undefined, undefined, undefined]);
	const [first] = hints ?? [];
	expect((await client.resolveHint(first)).tooltip).toMatchObject({ kind: "markdown", value: expect.stringContaining("Set by `ARG V=1` (line 1).") });
	expect(await client.inlayHints(uri, { start: { line: 5, character: 0 }, end: { line: 5, character: 10 } })).toEqual([]);
	await client.change(uri, { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } }, "2");
	expect((await client.resolveHint(first)).tooltip).toBeUndefined();
});

test("each kind can be switched off", async () => {
	client = await startClient({ settings: { inlayHints: { values: false, user: false } } });
	await client.open(uri, text);
	expect((await client.inlayHints(uri, all))?.map(({ label }) => label)).toEqual(["stage 0", ": build"]);
	await client.set({ inlayHints: { stages: false, values: false, user: false } });
	expect(await client.inlayHints(uri, all)).toEqual([]);
});

test("a document that is not open, or of no language of ours, has none", async () => {
	client = await startClient();
	await client.open("untitled:notes.yaml", "services: {}\n", "yaml");
	expect([await client.inlayHints("untitled:gone", all), await client.inlayHints("untitled:notes.yaml", all)]).toEqual([null, null]);
});
