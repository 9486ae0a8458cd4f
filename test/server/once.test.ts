import { afterEach, expect, test, vi } from "vitest";
import { parse } from "../../src/engine/dockerfile/parse.ts";
import { at, type Client, startClient } from "./language-client.ts";

vi.mock("../../src/engine/dockerfile/parse.ts", async (original) => {
	const { parse: real, ...rest } = await original<typeof import("../../src/engine/dockerfile/parse.ts")>();
	return { ...rest, parse: vi.fn<typeof real>(real) };
});

const loaded = vi.hoisted((): string[] => []);
vi.mock("../../src/engine/compose/parse.ts", async (original) => {
	loaded.push("compose");
	return original();
});

const uri = "untitled:Dockerfile";
let client: Client;
afterEach(() => client.stop());

/** Everything that an editor asks about a document. */
async function askAll(): Promise<void> {
	await client.diagnostics(uri);
	await client.hover(uri, 0, 1);
	await client.codeActions(uri, at(0, 0, 0));
	await client.symbols(uri);
	await client.foldingRanges(uri);
}

test("a version is parsed once, whatever is asked about it and whatever changes around it", async () => {
	client = await startClient();
	vi.mocked(parse).mockClear();
	await client.open(uri, "FROM debian:12\nMAINTAINER Jo\n");
	await askAll();
	await askAll();
	expect(parse).toHaveBeenCalledTimes(1);

	await client.set({ rules: { "maintainer-instruction": "off" } });
	await askAll();
	expect(parse).toHaveBeenCalledTimes(1);

	await client.change(uri, at(0, 0, 0), "# new\n");
	await askAll();
	expect(parse).toHaveBeenCalledTimes(2);
});

test("a configuration is not parsed as a Dockerfile", async () => {
	client = await startClient();
	vi.mocked(parse).mockClear();
	await client.open("untitled:.hullwright.yaml", "rules: {}\n", "yaml");
	await client.hover("untitled:.hullwright.yaml", 0, 1);
	await client.completions("untitled:.hullwright.yaml", 0, 0);
	expect(await client.diagnostics("untitled:.hullwright.yaml")).toEqual([]);
	expect(parse).not.toHaveBeenCalled();
});

test("a Dockerfile loads nothing of Compose, and a Compose file is not parsed as a Dockerfile", async () => {
	client = await startClient();
	await client.open(uri, "FROM debian:12\n");
	await askAll();
	expect(loaded).toEqual([]);

	vi.mocked(parse).mockClear();
	await client.open("untitled:compose.yaml", "version: '3'\nservices: { web: { build: . } }\n", "dockercompose");
	expect(await client.diagnostics("untitled:compose.yaml")).toHaveLength(1);
	expect(await client.symbols("untitled:compose.yaml")).toHaveLength(2);
	expect(loaded).toEqual(["compose"]);
	expect(parse).not.toHaveBeenCalled();
});
