import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, onTestFinished, test } from "vitest";
import type { Location } from "vscode-languageserver-types";
import { composeWordsRequest } from "../../src/server/protocol.ts";
import { type Client, startClient } from "./language-client.ts";

let client: Client | undefined;
afterEach(() => client?.stop());

/** The file and line that are found, from 1. */
async function placeIn(texts: Readonly<Record<string, string>>, words: string): Promise<string | undefined> {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-words-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
	const uri = pathToFileURL(join(folder, "compose.yaml")).href;
	client = await startClient();
	await client.open(uri, texts["compose.yaml"] ?? "", "dockercompose");
	const found = (await client.request(composeWordsRequest, { uri, words: words.replaceAll("$ROOT", folder) })) as Location | null;
	return found ? `${found.uri.split("/").at(-1)}:${found.range.start.line + 1}` : undefined;
}

test.each([
	["a path of keys", "validating $ROOT/compose.yaml: services.web.ports must be a array", "compose.yaml:4"],
	["another file", "failed to read $ROOT/.env: line 2: key cannot contain a space", ".env:2"],
	["words without a place: what we refuse ourselves first", "something new", ".env:2"],
])("%s", async (_, words, place) => {
	const texts = { "compose.yaml": "services:\n  web:\n    image: nginx\n    ports: 80\n", ".env": "A=1\nB C=2\n" };
	expect(await placeIn(texts, words)).toBe(place);
});
