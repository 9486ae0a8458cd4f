import { afterEach, expect, test } from "vitest";
import { at, type Client, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";

let client: Client;
afterEach(() => client.stop());

test("tokens are told by line, column, length, kind and modifiers, each from the one before", async () => {
	client = await startClient();
	await client.open(uri, '# one\r\nFROM debian AS build\r\nENV A="b \\\r\n  c"\r\nMAINTAINER Jo\r\n');
	const { legend } = client.capabilities.semanticTokensProvider ?? { legend: { tokenTypes: [], tokenModifiers: [] } };
	const { data } = await client.semanticTokens(uri);
	expect(read(data, legend.tokenTypes)).toEqual([
		"0:0+5 comment",
		"1:0+4 keyword",
		"1:5+6 class",
		"1:12+2 keyword",
		"1:15+5 namespace 1",
		"2:0+3 keyword",
		"2:4+1 variable 1",
		"2:5+1 operator",
		"2:6+3 string",
		"2:9+1 macro",
		"3:0+4 string",
		"4:0+10 keyword 2",
		"4:11+2 string",
	]);
});

test("a lone carriage return ends a line for the client, so no token runs over one", async () => {
	client = await startClient();
	await client.open(uri, "FROM a\nRUN <<E\na 'b\rc\r\nd' e\nE\n");
	const { legend } = client.capabilities.semanticTokensProvider ?? { legend: { tokenTypes: [], tokenModifiers: [] } };
	const { data } = await client.semanticTokens(uri);
	expect(read(data, legend.tokenTypes).slice(5)).toEqual(["2:0+1 function", "2:2+2 string", "3:0+1 string", "4:0+2 string", "4:3+1 string", "5:0+1 label"]);
});

test("after an edit only what it changed is told, or all where the client has something else", async () => {
	client = await startClient();
	await client.open(uri, "FROM a\nENV A=1\nENV B=2\n");
	const first = await client.semanticTokens(uri);
	await client.change(uri, at(1, 4, 5), "LONG");
	const delta = await client.semanticTokensDelta(uri, first.resultId ?? "");
	const whole = await client.semanticTokens(uri);
	if (!delta || !("edits" in delta)) throw new Error("no edits were told");
	expect(delta.edits.length).toBe(1);
	const changed = [...first.data];
	for (const { start, deleteCount, data = [] } of delta.edits) changed.splice(start, deleteCount, ...data);
	expect(changed).toEqual(whole.data);
	expect(await client.semanticTokensDelta(uri, whole.resultId ?? "")).toMatchObject({ edits: [] });
	expect(await client.semanticTokensDelta(uri, "unknown")).toMatchObject({ data: whole.data });
});

test("what is in sight is told alone", async () => {
	client = await startClient();
	await client.open(uri, "FROM a\nENV A=1\nENV B=2\n");
	expect((await client.semanticTokensIn(uri, at(1, 0, 7))).data.slice(0, 2)).toEqual([1, 0]);
});

test("a document that is not open, or of no language of ours, has none", async () => {
	client = await startClient();
	await client.open("untitled:notes.yaml", "services: {}\n", "yaml");
	expect([await client.semanticTokens("untitled:gone"), await client.semanticTokens("untitled:notes.yaml")]).toEqual([null, null]);
});

/** "line:column+length kind modifiers" */
function read(data: readonly number[], kinds: readonly string[]): string[] {
	const tokens: string[] = [];
	let [line, column] = [0, 0];
	for (let index = 0; index < data.length; index += 5) {
		const [lines = 0, columns = 0, length = 0, kind = 0, modifiers = 0] = data.slice(index, index + 5);
		column = lines > 0 ? columns : column + columns;
		line += lines;
		tokens.push(`${line}:${column}+${length} ${kinds[kind]}${modifiers ? ` ${modifiers}` : ""}`);
	}
	return tokens;
}
