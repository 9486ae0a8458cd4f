import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { questionsFor } from "./every-request.ts";
import { type Client, startClient } from "./language-client.ts";

const capabilities = {
	textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, rename: { prepareSupport: true } },
	workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
};

const texts = {
	Dockerfile: "FROM debian:12 AS build\nMAINTAINER Jo\nCOPY secret.txt /a\nCOPY  /b\nCOPY --from=build /a /b\n",
	"compose.yaml": "services:\n  web: { build: { context: ., target: build } }\n",
	"docker-bake.hcl": 'target "app" {\n  target = "build"\n  dockerfile = "Dockerfile"\n}\n',
	".dockerignore": "secret.txt\n!secret.txt\n\n",
};
const languages: Readonly<Record<string, string>> = {
	Dockerfile: "dockerfile",
	"compose.yaml": "dockercompose",
	"docker-bake.hcl": "dockerbake",
	".dockerignore": "ignore",
};

let client: Client;
beforeEach(async () => {
	client = await startClient({ capabilities });
});
afterEach(() => client.stop());

/** How editors name what is on no disk, with the path of a folder that there is, so that who reads it by chance gets something. */
const schemes = ["untitled:", "git:", "vscode-vfs://github", "vscode-notebook-cell:", "output:"];

test.each(schemes)("no answer about a document of %s tells of a file at the same path", async (scheme) => {
	const folder = folderWith({ ...texts, ".hullwright.yaml": "rules: { maintainer-instruction: off }\n", "secret.txt": "12345", "secret-too.txt": "" });
	for (const [name, text] of Object.entries(texts)) {
		const uri = await client.open(`${scheme}${join(folder, name)}`, text, languages[name]);
		for (const question of questionsFor(client.capabilities)) {
			for (let offset = 0; offset <= text.length; offset += 7) {
				const asking = { document: client.document(uri), below: (limit: number) => Math.min(offset, limit - 1), resultId: undefined };
				const answer = await client.request(question.method, question.params(asking)).catch((error: unknown) => String(error));
				const told = JSON.stringify(answer) ?? "";
				expect(told).not.toContain("secret-too");
				expect(told).not.toContain("file://");
				expect(told).not.toContain("5 bytes");
			}
		}
	}
	expect((await client.diagnostics(`${scheme}${join(folder, "Dockerfile")}`)).map(({ code }) => code)).toContain("maintainer-instruction");
	expect(client.logged).toEqual([]);
});

test("beside the file itself, its older version has its own answers", async () => {
	const folder = folderWith({ Dockerfile: "" });
	const [now, before] = [`file://${join(folder, "Dockerfile")}`, `git:${join(folder, "Dockerfile")}?ref=HEAD`];
	await client.open(now, "FROM debian:12 AS made\n");
	await client.open(before, "FROM debian:12 AS build\nMAINTAINER Jo\n");
	expect((await client.symbols(now))?.map(({ name }) => name)).toEqual(["made"]);
	expect((await client.symbols(before))?.map(({ name }) => name)).toEqual(["build"]);
	await client.close(before);
	expect((await client.symbols(now))?.map(({ name }) => name)).toEqual(["made"]);
	expect(await client.symbols(before)).toBeNull();
});
