import { afterEach, expect, test } from "vitest";
import { at, type Client, startClient } from "./language-client.ts";

const old = '# the shop\nversion: "3.8"\nservices:\n  web:\n    image: nginx:1.31\n';
const uri = "untitled:compose.yaml";

let client: Client | undefined;
afterEach(() => client?.stop());

async function open(text: string, languageId = "dockercompose", name = uri): Promise<Client> {
	client = await startClient({ options: { rulePages: "file:///pages/" } });
	await client.open(name, text, languageId);
	return client;
}

test("the obsolete version is struck through, and one fix takes it away", async () => {
	const editor = await open(old);
	expect(await editor.diagnostics(uri)).toMatchObject([
		{ code: "obsolete-version", tags: [2], range: { start: { line: 1, character: 0 }, end: { line: 1, character: 14 } } },
	]);
	const actions = await editor.codeActions(uri, at(1, 0, 0));
	expect(actions.map(({ title }) => title)).toEqual([
		"Remove “version”",
		"Ignore obsolete-version on this line: The top-level “version” is obsolete",
		"Ignore obsolete-version in this file: The top-level “version” is obsolete",
	]);
	expect(actions.map((action) => editor.applied(uri, action))).toEqual([
		old.replace('version: "3.8"\n', ""),
		old.replace("version", "# hullwright ignore=obsolete-version\nversion"),
		`# hullwright file ignore=obsolete-version\n${old}`,
	]);
	const [fixAll] = await editor.codeActions(uri, at(0, 0, 0), { only: ["source.fixAll"] });
	expect(editor.applied(uri, fixAll)).toBe(old.replace('version: "3.8"\n', ""));
});

test("why there is a problem is told below what the language says", async () => {
	const editor = await open(old);
	expect(JSON.stringify(await editor.hover(uri, 1, 2))).toContain("obsolete-version");
	expect(JSON.stringify(await editor.hover(uri, 4, 6))).toContain("The image that is run.");
	expect(await editor.hover(uri, 0, 3)).toBeNull();
	expect(await editor.codeActions(uri, at(3, 0, 0))).toEqual([]);
	expect(editor.logged).toEqual([]);
});

test.each([
	["yaml", "file:///shop/docker-compose.prod.yml", 1],
	["yaml", "file:///shop/deployment.yaml", 0],
	["dockercompose", "file:///shop/stack.yaml", 1],
])("%s %s", async (languageId, name, count) => {
	const editor = await open(old, languageId, name);
	expect(await editor.diagnostics(name)).toHaveLength(count);
});

test("a broken file is an error at its place, and edits go on", async () => {
	const editor = await open("services:\n  web: [\n");
	expect(await editor.diagnostics(uri)).toMatchObject([{ code: "invalid-yaml", severity: 1 }]);
	expect(editor.logged).toEqual([]);
});

test.each(["", "# the shop\n"])("a file in which nothing stands yet, %j, has no error", async (text) => {
	const editor = await open(text);
	expect(await editor.diagnostics(uri)).toEqual([]);
});

test("a text is told to be a Compose file by what it holds", async () => {
	const editor = await open(old);
	expect(await editor.request("hullwright/composeByContent", { text: old })).toEqual({ isCompose: true });
	expect(await editor.request("hullwright/composeByContent", { text: "services:\n  web:\n    type: node\n" })).toEqual({ isCompose: false });
});

test("what can be written otherwise is offered where somebody asks for it, with the file that comes with it", async () => {
	const text = "services:\n  web:\n    image: nginx:1.31\n    environment:\n      - NAME=shop\n";
	const name = "file:///nowhere/compose.yaml";
	client = await startClient({ capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } } } });
	await client.open(name, text, "dockercompose");
	const actions = await client.codeActions(name, at(3, 6, 6), { only: ["refactor"] });
	expect(actions.map(({ title, kind }) => [kind, title])).toEqual([
		["refactor.rewrite", "Write “environment” as a mapping"],
		["refactor.extract", "Move “environment” to “web.env”"],
	]);
	expect(client.applied(name, actions[0])).toBe(text.replace("- NAME=shop", "NAME: shop"));
	expect(actions[1]?.edit?.documentChanges).toMatchObject([
		{ kind: "create", uri: "file:///nowhere/web.env" },
		{ textDocument: { uri: "file:///nowhere/web.env" }, edits: [{ newText: "NAME=shop\n" }] },
		{ edits: [{ newText: "env_file:\n      - web.env" }] },
	]);
	expect(await client.codeActions(name, at(3, 6, 6), { only: ["quickfix"] })).toEqual([]);
});

test("a pasted docker run becomes a service, and a service a docker run", async () => {
	const pasted = "services:\n  docker run -p 80:80 nginx\n";
	const editor = await open(pasted);
	const [action] = (await editor.codeActions(uri, at(1, 4, 4))).filter(({ kind }) => kind === "refactor.rewrite");
	expect(action?.title).toBe("Make a service of this “docker run”");
	expect(editor.applied(uri, action)).toBe('services:\n  nginx:\n    image: nginx\n    ports:\n      - "80:80"\n');
	await editor.open("untitled:other.yaml", "services:\n  web:\n    image: nginx\n    network_mode: host\n", "dockercompose");
	expect(await editor.request("hullwright/runLines", { uri: "untitled:other.yaml" })).toMatchObject([
		{ service: "web", text: expect.stringMatching(/^docker run \\\n {2}--name web \\\n {2}--network host \\\n {2}nginx$/) as unknown },
	]);
});
