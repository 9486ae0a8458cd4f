import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { type ResolvedProject, resolvedProjectRequest } from "../../src/server/protocol.ts";
import { type Client, startClient } from "./language-client.ts";

let client: Client | undefined;
afterEach(() => client?.stop());

async function resolvedIn(texts: Readonly<Record<string, string>>, typed: string): Promise<ResolvedProject | null> {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-resolved-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
	const uri = pathToFileURL(join(folder, "compose.yaml")).href;
	client = await startClient();
	await client.open(uri, typed, "dockercompose");
	return (await client.request(resolvedProjectRequest, { uri })) as ResolvedProject | null;
}

test("the project is as its files are typed, with what is merged with them", async () => {
	const others = { "compose.override.yaml": "services:\n  web:\n    restart: 'no'\n", ".env": "TAG=1.27\n" };
	const found = await resolvedIn({ ...others, "compose.yaml": "services: {}\n" }, "name: shop\nservices:\n  web:\n    image: nginx:${TAG}\n");
	expect(found && "text" in found && found.text).toBe(
		// What YAML 1.1 takes for a truth word stays a text.
		'name: shop\nservices:\n  web:\n    image: nginx:1.27\n    networks:\n      default: null\n    restart: "no"\nnetworks:\n  default:\n    name: shop_default\n',
	);
	expect(found?.files.map((file) => file.split("/").at(-1))).toEqual(expect.arrayContaining(["compose.yaml", "compose.override.yaml", ".env"]));
});

test("why Compose refuses it is told with the places", async () => {
	const found = await resolvedIn({ "compose.yaml": "" }, "services:\n  web:\n    imag: nginx\n");
	expect(found && "problems" in found && found.problems).toEqual(["compose.yaml:3: there is no “imag” here; did you mean “image”?"]);
});
