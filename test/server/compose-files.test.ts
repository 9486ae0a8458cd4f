import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { daemonFactsChanged } from "../../src/server/protocol.ts";
import { type Client, startClient } from "./language-client.ts";

let client: Client | undefined;
afterEach(() => client?.stop());

const base = "services:\n  web:\n    image: nginx:1.27\n    networks: [back]\n";

function folderWith(texts: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), "hullwright-compose-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
	return folder;
}

const codesIn = async (editor: Client, uri: string, wanted: string): Promise<unknown[]> =>
	(await editor.diagnostics(uri)).map(({ code }) => code).filter((code) => code === wanted);

test("files that the settings name are one project, where Compose would not find them", async () => {
	const folder = folderWith({ "web.yaml": base, "networks.yaml": "networks:\n  back:\n" });
	const uri = pathToFileURL(join(folder, "web.yaml")).href;
	client = await startClient({ settings: { compose: { files: ["web.yaml", "networks.yaml"] } } });
	await client.open(uri, base, "dockercompose");
	expect(await codesIn(client, uri, "undefined-network")).toEqual([]);
	await client.set({});
	expect(await codesIn(client, uri, "undefined-network")).toEqual(["undefined-network"]);
});

test("a file that is merged over the folder's project needs nothing that stands there", async () => {
	const production = "services:\n  web:\n    restart: always\n    networks: [back]\n";
	const folder = folderWith({ "compose.yaml": `${base}networks:\n  back:\n`, "compose.production.yaml": production });
	const uri = pathToFileURL(join(folder, "compose.production.yaml")).href;
	client = await startClient();
	await client.open(uri, production, "dockercompose");
	expect((await client.diagnostics(uri)).filter(({ severity }) => severity === 1)).toEqual([]);
});

test("what the engine tells counts from then on, and until it is gone", async () => {
	const uri = "untitled:compose.yaml";
	client = await startClient();
	await client.open(uri, 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n', "dockercompose");
	expect(await codesIn(client, uri, "port-in-use-now")).toEqual([]);
	const ports = [{ port: 8080, protocol: "tcp", ip: "0.0.0.0", container: "cache" }];
	await client.tell(daemonFactsChanged, { version: "29.0.0", apiVersion: "1.52", networks: [], ports });
	expect(await codesIn(client, uri, "port-in-use-now")).toEqual(["port-in-use-now"]);
});
