import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { at, type Client, startClient } from "./language-client.ts";

let client: Client;
afterEach(() => client.stop());

const uriOf = (folder: string, path = ""): string => pathToFileURL(join(folder, path)).href;

test("sources that are there lead to their files: beside the Dockerfile, or in the folder that is open", async () => {
	const folder = folderWith({ "image/Dockerfile": "", "image/app.js": "", "package.json": "", "both.txt": "", "image/both.txt": "", src: { isFolder: true } });
	client = await startClient({ folder: uriOf(folder) });
	const uri = await client.open(
		uriOf(folder, "image/Dockerfile"),
		"FROM scratch\nARG NAME=app\nCOPY $NAME.js package.json both.txt src gone.txt ../outside /\n",
	);
	expect(await client.links(uri)).toEqual([
		{ range: at(2, 5, 13), target: uriOf(folder, "image/app.js") },
		{ range: at(2, 14, 26), target: uriOf(folder, "package.json") },
		{ range: at(2, 27, 35), target: uriOf(folder, "image/both.txt") },
	]);
});

test("images and addresses lead to their pages, also from a document on no disk", async () => {
	client = await startClient();
	const uri = await client.open("untitled:Dockerfile", "# https://example.com\nFROM debian:12\nCOPY a /\n");
	expect(await client.links(uri)).toEqual([
		{ range: at(1, 5, 14), target: "https://hub.docker.com/_/debian", tooltip: "Show this image's page in its registry" },
		{ range: at(0, 2, 21), target: "https://example.com" },
	]);
	expect(await client.links("untitled:gone")).toBeNull();
});
