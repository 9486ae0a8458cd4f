import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { folderWith } from "../files/hosts.ts";
import { at, type Client, startClient } from "./language-client.ts";

const dockerfile = "ARG TAG=1\nFROM debian:$TAG AS build\nFROM build AS ship\n";
const onStage = { line: 2, character: 6 };

let client: Client;
afterEach(() => client.stop());

const uriOf = (folder: string, path = ""): string => pathToFileURL(join(folder, path)).href;

/** The text of each changed file, by its name, with the version for which the change is meant. */
function changed(edit: WorkspaceEdit | null, texts: Readonly<Record<string, string>>): Record<string, string> {
	const all = (edit?.documentChanges ?? []).flatMap((change) => ("edits" in change ? [change] : []));
	return Object.fromEntries(
		all.map(({ textDocument: { uri, version }, edits }) => {
			const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
			const document = TextDocument.create(uri, "", 0, texts[name] ?? "");
			const text = TextDocument.applyEdits(
				document,
				edits.flatMap((each) => ("newText" in each ? [each] : [])),
			);
			return [`${name} ${String(version)}`, text];
		}),
	);
}

test("a stage is renamed, also in Compose files that build it, and nowhere else", async () => {
	const texts = {
		Dockerfile: dockerfile,
		"compose.yaml": `
x-build: &build
  context: ..
  target: "Build"
services:
  web: { build: *build }
  db: { build: { context: .., dockerfile: other.Dockerfile, target: build } }
  api:
    build:
      <<: *build
      target: build # the same
  job: { build: { context: "\${WHERE}", target: build } }
`,
		"compose.test.yaml": "services: { web: { build: { context: ., dockerfile: Dockerfile, target: build } } }\n",
		"docker-compose.yml": "services: { web: { build: { context: ., target: build } } }\n",
	};
	const folder = folderWith({
		Dockerfile: texts.Dockerfile,
		"deploy/compose.yaml": texts["compose.yaml"],
		"compose.test.yaml": texts["compose.test.yaml"],
		"docker-compose.yml": "",
		"node_modules/x/compose.yaml": texts["compose.test.yaml"],
		"broken/compose.yaml": "services: { web: [",
	});
	client = await startClient({ folder: uriOf(folder) });
	await client.open(uriOf(folder, "Dockerfile"), texts.Dockerfile);
	// What is typed counts, and not what is stored.
	await client.open(uriOf(folder, "docker-compose.yml"), texts["docker-compose.yml"], "dockercompose");
	expect(changed(await client.rename(uriOf(folder, "Dockerfile"), onStage, "made"), texts)).toEqual({
		"Dockerfile 1": "ARG TAG=1\nFROM debian:$TAG AS made\nFROM made AS ship\n",
		"compose.test.yaml null": texts["compose.test.yaml"].replace("target: build", "target: made"),
		"docker-compose.yml 1": texts["docker-compose.yml"].replace("target: build", "target: made"),
		"compose.yaml null": texts["compose.yaml"].replace("Build", "made").replace("target: build # the", "target: made # the"),
	});
	expect((await client.references(uriOf(folder, "Dockerfile"), onStage))?.map(({ uri }) => uri.slice(uri.lastIndexOf("/") + 1))).toEqual([
		"Dockerfile",
		"Dockerfile",
		"compose.test.yaml",
		"docker-compose.yml",
		"compose.yaml",
		"compose.yaml",
	]);
});

test("a name is renamed in services that are extended from other files, and in all files that extend those", async () => {
	const texts = {
		"compose.yaml": "services:\n  web: { extends: { file: middle.yaml, service: web } }\n  db: { image: postgres:17 }\n",
		"middle.yaml": "services:\n  web: { extends: { file: parts/base.yaml, service: web } }\n",
		"parts/base.yaml": "services:\n  web: { image: nginx:1.27, extends: start }\n  start: { depends_on: [db] }\n  job: { image: alpine:3.22 }\n",
		"two/compose.test.yaml": "services:\n  web: { extends: { file: ../parts/base.yaml, service: start } }\n  db: { image: mysql:9 }\n",
		"three/docker-compose.yml": "services:\n  web: { extends: { file: ../parts/base.yaml, service: job } }\n  db: { image: mysql:9 }\n",
	};
	const folder = folderWith(texts);
	client = await startClient({ folder: uriOf(folder) });
	const uri = await client.open(uriOf(folder, "compose.yaml"), texts["compose.yaml"], "dockercompose");
	const found = (await client.rename(uri, { line: 2, character: 3 }, "store"))?.documentChanges ?? [];
	expect(found.flatMap((change) => ("edits" in change ? [[change.textDocument.uri.slice(uriOf(folder).length + 1), change.edits]] : []))).toEqual([
		["compose.yaml", [{ range: at(2, 2, 4), newText: "store" }]],
		["parts/base.yaml", [{ range: at(2, 24, 26), newText: "store" }]],
		["two/compose.test.yaml", [{ range: at(2, 2, 4), newText: "store" }]],
	]);
});

test("an argument is renamed where it is given", async () => {
	const texts = {
		Dockerfile: dockerfile,
		"compose.yaml": "services:\n  a: { build: { args: { TAG: 2, OTHER: TAG } } }\n  b: { build: { args: [TAG=3, 'TAG', OTHER] } }\n",
	};
	const folder = folderWith(texts);
	// Without an open folder, files beside the Dockerfile are looked at.
	client = await startClient();
	await client.open(uriOf(folder, "Dockerfile"), texts.Dockerfile);
	expect(changed(await client.rename(uriOf(folder, "Dockerfile"), { line: 0, character: 4 }, "VERSION"), texts)).toEqual({
		"Dockerfile 1": "ARG VERSION=1\nFROM debian:$VERSION AS build\nFROM build AS ship\n",
		"compose.yaml null": "services:\n  a: { build: { args: { VERSION: 2, OTHER: TAG } } }\n  b: { build: { args: [VERSION=3, 'VERSION', OTHER] } }\n",
	});
});

test("what cannot be renamed says why, in the user's language", async () => {
	client = await startClient({ locale: "zh-cn", capabilities: { textDocument: { rename: { prepareSupport: true } } } });
	await client.open("untitled:Dockerfile", dockerfile);
	expect(client.capabilities.renameProvider).toEqual({ prepareProvider: true });
	expect(await client.prepareRename("untitled:Dockerfile", onStage)).toEqual({ range: at(2, 5, 10), placeholder: "build" });
	expect(await client.prepareRename("untitled:Dockerfile", { line: 2, character: 1 })).toBeNull();
	await expect(client.prepareRename("untitled:Dockerfile", { line: 1, character: 6 })).rejects.toThrow("是镜像");
	await expect(client.rename("untitled:Dockerfile", onStage, "1")).rejects.toThrow("阶段名以字母开头");
});

test("a client that binds no versions, and a document on no disk", async () => {
	client = await startClient({ capabilities: {} });
	await client.open("untitled:Dockerfile", "FROM a AS b\n");
	expect(client.capabilities.renameProvider).toBe(true);
	expect(await client.rename("untitled:Dockerfile", { line: 0, character: 10 }, "c")).toEqual({
		changes: { "untitled:Dockerfile": [{ range: at(0, 10, 11), newText: "c" }] },
	});
	expect(await client.rename("untitled:gone", { line: 0, character: 10 }, "c")).toBeNull();
});
