import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction } from "vscode-languageserver";
import { afterEach, describe, expect, test } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { type Client, startClient } from "./language-client.ts";

let client: Client | undefined;
afterEach(() => client?.stop());

const pulling = { textDocument: { diagnostic: { dynamicRegistration: true } } };
const creating = { ...pulling, workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } } };

type Asked = { readonly actions: readonly CodeAction[]; readonly uri: string; uriOf(name: string): string; applied(title: string): string };

/** What is offered at the `‸` of `compose.yaml`, in a folder with the other files. */
async function ask(marked: string, files: Readonly<Record<string, string>> = {}, how: Parameters<typeof startClient>[0] = {}): Promise<Asked> {
	const text = marked.replace("‸", "");
	const folder = folderWith({ "compose.yaml": text, ...files });
	const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
	const uri = uriOf("compose.yaml");
	const editor = (client = await startClient({ capabilities: creating, ...how }));
	await editor.open(uri, text, "dockercompose");
	const before = marked.slice(0, marked.indexOf("‸")).split("\n");
	const place = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
	const diagnostics = await editor.diagnostics(uri);
	const actions = await editor.codeActions(uri, { start: place, end: place }, { diagnostics });
	return {
		actions,
		uri,
		uriOf,
		applied: (title) =>
			editor.applied(
				uri,
				actions.find((each) => each.title === title),
			),
	};
}

const titles = ({ actions }: Asked): readonly string[] => actions.map(({ title }) => title);

const tagged = "services:\n  web:\n    image: nginx:${T‸AG}\n";
const example = "# Which nginx.\nTAG=1.31 # ours\n";

describe("a file of variables is made of its example", () => {
	test("by an edit, byte by byte, which makes a new file or none", async () => {
		const asked = await ask(tagged, { ".env.example": example });
		expect(asked.actions[0]).toMatchObject({ title: "Create “.env” from “.env.example”", kind: "quickfix" });
		expect(asked.actions[0]?.edit?.documentChanges).toMatchObject([
			{ kind: "create", uri: asked.uriOf(".env") },
			{ textDocument: { uri: asked.uriOf(".env") }, edits: [{ newText: example }] },
		]);
		expect(asked.actions[0]?.edit?.documentChanges?.[0]).not.toHaveProperty("options");
	});

	test("by the client's command, which opens it", async () => {
		const asked = await ask(tagged, { ".env.example": example }, { options: { createEnvironmentFileCommand: "make" } });
		expect(asked.actions[0]?.edit).toBeUndefined();
		expect(asked.actions[0]?.command?.arguments).toEqual([asked.uriOf(".env.example"), asked.uriOf(".env")]);
	});

	test("for a variable without which Compose refuses the file, at the problem", async () => {
		const asked = await ask("services:\n  web:\n    image: nginx:${T‸AG:?say which}\n", { ".env.example": example });
		expect(asked.actions[0]).toMatchObject({ title: "Create “.env” from “.env.example”", diagnostics: [{ code: "required-variable-unset" }] });
	});

	test("for a file that a service names, at the problem", async () => {
		const asked = await ask("services:\n  web:\n    image: nginx:1.31\n    env_file:\n      - conf/w‸eb.env\n", { "conf/web.env.dist": "A=1\n" });
		expect(asked.actions[0]).toMatchObject({ title: "Create “conf/web.env” from “conf/web.env.dist”", diagnostics: [{ code: "env-file-missing" }] });
	});

	test("for a file that is mounted, of which Docker would make a folder", async () => {
		const asked = await ask("services:\n  web:\n    image: nginx:1.31\n    volumes:\n      - ./.e‸nv:/app/.env:ro\n", { ".env.example": example });
		expect(asked.actions[0]).toMatchObject({ title: "Create “.env” from “.env.example”", diagnostics: [{ code: "bind-file-missing" }] });
	});

	test.each([
		["the file is there", tagged, { ".env.example": example, ".env": "" }],
		["there is no example", tagged, { ".env.dev": example }],
		["the example has not that variable", tagged, { ".env.example": "OTHER=1\n" }],
		["the variable has a default", "services:\n  web:\n    image: nginx:${T‸AG:-1.31}\n", { ".env.example": example }],
		["the cursor is elsewhere", "services:\n  w‸eb:\n    image: nginx:${TAG}\n", { ".env.example": example }],
		["another file is named", "services:\n  web:\n    image: nginx:1.31\n    env_file: [w‸eb.env]\n", { "job.env.example": "A=1\n" }],
	])("but not where %s", async (_name, marked, files) => {
		expect(titles(await ask(marked, files)).filter((title) => title.startsWith("Create"))).toEqual([]);
	});

	test("nor by a client that can make no files", async () => {
		expect(titles(await ask(tagged, { ".env.example": example }, { capabilities: pulling })).filter((title) => title.startsWith("Create"))).toEqual([]);
	});
});

const wait = "Wait until “db” is healthy";
const asked = '    healthcheck:\n      test: ["CMD", "true"]\n';

describe("a service waits until another is healthy", () => {
	test.each([
		["- d‸b # the store\n      - cache\n", "db: # the store\n        condition: service_healthy\n      cache:\n        condition: service_started\n"],
		["db:\n        condition: service_s‸tarted\n        restart: true\n", "db:\n        condition: service_healthy\n        restart: true\n"],
		["d‸b: { condition: service_started }\n", "db: { condition: service_healthy }\n"],
	])("which has a check: %j", async (written, expected) => {
		const rest = `  db:\n    image: example/db:1\n${asked}  cache:\n    image: redis:8\n`;
		const found = await ask(`services:\n  web:\n    image: nginx:1.31\n    depends_on:\n      ${written}${rest}`);
		expect(found.applied(wait)).toBe(`services:\n  web:\n    image: nginx:1.31\n    depends_on:\n      ${expected}${rest}`);
	});

	test("which gets one", async () => {
		const found = await ask(
			"services:\n  web:\n    image: nginx:1.31\n    depends_on: [d‸b, job]\n  db:\n    image: postgres:18\n  job:\n    image: example/job:1\n",
		);
		expect(found.applied(wait)).toMatch(
			/depends_on: \{ db: \{ condition: service_healthy \}, job: \{ condition: service_started \} \}\n {2}db:\n {4}image: postgres:18\n {4}healthcheck:\n {6}test: .*pg_isready/,
		);
	});

	test("where only refactorings are asked for", async () => {
		const text = "services:\n  web:\n    image: nginx:1.31\n    depends_on:\n      - db\n  db:\n    image: postgres:18\n";
		client = await startClient({ capabilities: creating });
		await client.open("untitled:compose.yaml", text, "dockercompose");
		const place = { line: 4, character: 8 };
		const actions = await client.codeActions("untitled:compose.yaml", { start: place, end: place }, { only: ["refactor"] });
		expect(actions.map(({ title, kind }) => [kind, title])).toContainEqual(["refactor.rewrite", wait]);
	});

	test("whose Dockerfile has one", async () => {
		const found = await ask("services:\n  web:\n    image: nginx:1.31\n    depends_on:\n    - d‸b\n  db:\n    build: .\n", {
			Dockerfile: "FROM debian:13\nHEALTHCHECK CMD true\n",
		});
		expect(found.applied(wait)).toContain("    depends_on:\n      db:\n        condition: service_healthy\n");
	});

	test.each([
		["nobody knows how to ask it", "services:\n  web:\n    image: a/b\n    depends_on: [d‸b]\n  db:\n    image: a/c\n"],
		["it is never asked", "services:\n  web:\n    image: a/b\n    depends_on: [d‸b]\n  db:\n    image: postgres:18\n    healthcheck: { disable: true }\n"],
		[
			"that is waited for already",
			`services:\n  web:\n    image: a/b\n    depends_on:\n      d‸b: { condition: service_healthy }\n  db:\n    image: a/c\n${asked}`,
		],
		[
			"it is waited for until it has ended",
			`services:\n  web:\n    image: a/b\n    depends_on:\n      d‸b: { condition: service_completed_successfully }\n  db:\n    image: a/c\n${asked}`,
		],
		["others have the same list", `x-d: &d\n  - db\nservices:\n  web:\n    image: a/b\n    depends_on: *‸d\n  db:\n    image: a/c\n${asked}`],
	])("but not where %s", async (_name, marked) => expect(titles(await ask(marked))).not.toContain(wait));
});
