import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CompletionItemKind } from "vscode-languageserver";
import { afterEach, expect, test, vi } from "vitest";
import { folderWith } from "../files/hosts.ts";
import { at, type Client, startClient } from "./language-client.ts";

const files = {
	"compose.yaml": `include: [more.yaml]
services:
  web:
    build: {context: app, target: prod, args: {VERSION: "1"}}
    depends_on: [db]
    env_file: web.env
    environment:
      URL: http://db:80/
`,
	"compose.override.yaml": "services:\n  web:\n    networks: [back]\n  db:\n    restart: always\n",
	"more.yaml": "services:\n  db:\n    image: postgres:${POSTGRES:-16}\nnetworks:\n  back:\n",
	"other/compose.yaml": "services:\n  x:\n    extends: {file: ../more.yaml, service: db}\n",
	"app/Dockerfile": "FROM alpine:3.22 AS prod\nARG VERSION\n",
	"web.env": "A=1\n",
	"alone/compose.yaml": "services:\n  web:\n    image: nginx:1.27\n    volumes: ['${PWD}/data:/data']\n",
	".env": "# versions\nPOSTGRES=17\n",
};

let client: Client;
afterEach(() => client.stop());

async function open(name: keyof typeof files = "compose.yaml", capabilities?: Parameters<typeof startClient>[0]) {
	const folder = folderWith(files);
	const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
	client = await startClient({ folder: pathToFileURL(folder).href, ...capabilities });
	return { uri: await client.open(uriOf(name), files[name], "dockercompose"), uriOf };
}

test("the outline, folds and links", async () => {
	const { uri, uriOf } = await open();
	expect((await client.symbols(uri)) as object[]).toMatchObject([{ name: "include" }, { name: "services", children: [{ name: "web", detail: "build app" }] }]);
	expect(await client.foldingRanges(uri)).toContainEqual({ startLine: 2, endLine: 7 });
	expect(await client.links(uri)).toEqual([
		{ range: at(0, 10, 19), target: uriOf("more.yaml") },
		{ range: at(3, 21, 24), target: uriOf("app/Dockerfile") },
		{ range: at(5, 14, 21), target: uriOf("web.env") },
	]);
	expect(client.logged).toEqual([]);
});

test("a name leads to where another file of the project defines it", async () => {
	const { uri, uriOf } = await open();
	expect(await client.definition(uri, { line: 4, character: 18 })).toEqual([
		{ uri: uriOf("more.yaml"), range: at(1, 2, 4) },
		{ uri: uriOf("compose.override.yaml"), range: at(3, 2, 4) },
	]);
	expect(await client.definition(uri, { line: 7, character: 19 })).toHaveLength(2);
	expect(await client.definition(uri, { line: 3, character: 37 })).toEqual([{ uri: uriOf("app/Dockerfile"), range: at(0, 20, 24) }]);
	expect(await client.definition(uri, { line: 3, character: 50 })).toEqual([{ uri: uriOf("app/Dockerfile"), range: at(1, 4, 11) }]);
	const more = await client.open(uriOf("more.yaml"), files["more.yaml"], "dockercompose");
	expect(await client.definition(more, { line: 2, character: 26 })).toEqual([{ uri: uriOf(".env"), range: at(1, 0, 8) }]);
	expect(await client.highlights(uri, { line: 4, character: 18 })).toMatchObject([{ kind: 2 }]);
});

test("references and a new name reach the files of the project, and those that extend from it", async () => {
	const { uri, uriOf } = await open();
	expect(await client.references(uri, { line: 4, character: 17 }, true)).toEqual([
		{ uri, range: at(4, 17, 19) },
		{ uri: uriOf("more.yaml"), range: at(1, 2, 4) },
		{ uri: uriOf("compose.override.yaml"), range: at(3, 2, 4) },
		{ uri: uriOf("other/compose.yaml"), range: at(2, 43, 45) },
	]);
	const edit = await client.rename(uri, { line: 4, character: 17 }, "database");
	expect(edit?.documentChanges).toEqual([
		{ textDocument: { uri, version: 1 }, edits: [{ range: at(4, 17, 19), newText: "database" }] },
		{ textDocument: { uri: uriOf("more.yaml"), version: null }, edits: [{ range: at(1, 2, 4), newText: "database" }] },
		{ textDocument: { uri: uriOf("compose.override.yaml"), version: null }, edits: [{ range: at(3, 2, 4), newText: "database" }] },
		{ textDocument: { uri: uriOf("other/compose.yaml"), version: null }, edits: [{ range: at(2, 43, 45), newText: "database" }] },
	]);
});

test("a host of that name is a suggestion to a client that can show one", async () => {
	const { uri } = await open("compose.yaml", {
		capabilities: { workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } },
	});
	const edit = await client.rename(uri, { line: 4, character: 17 }, "database");
	expect(edit?.changeAnnotations).toEqual({ suggested: { label: "It may be a host of this name", needsConfirmation: true } });
	expect(edit?.documentChanges?.[0]).toMatchObject({
		edits: [{ range: at(4, 17, 19) }, { range: at(7, 18, 20), newText: "database", annotationId: "suggested" }],
	});
});

test("a stage is renamed with its Dockerfile", async () => {
	const { uri, uriOf } = await open();
	expect(await client.references(uri, { line: 3, character: 37 }, true)).toEqual([
		{ uri, range: at(3, 34, 38) },
		{ uri: uriOf("app/Dockerfile"), range: at(0, 20, 24) },
	]);
	expect((await client.rename(uri, { line: 3, character: 36 }, "final"))?.documentChanges).toEqual([
		{ textDocument: { uri: uriOf("app/Dockerfile"), version: null }, edits: [{ range: at(0, 20, 24), newText: "final" }] },
		{ textDocument: { uri, version: 1 }, edits: [{ range: at(3, 34, 38), newText: "final" }] },
	]);
});

test("what would mean something else is refused", async () => {
	const { uri } = await open();
	const tell = (character: number, name: string): Promise<string> =>
		client.rename(uri, { line: 4, character }, name).then(
			() => "renamed",
			(error: Error) => error.message,
		);
	expect(await tell(17, "web")).toBe("“web” stands in this project already, and would mean the same then.");
	expect(await tell(17, "a b")).toBe("Compose takes letters, digits, “.”, “_” and “-” in a name.");
	expect(await tell(17, "1")).toBe("YAML would take “1” for something else than text.");
});

test("a document on no disk is one by itself", async () => {
	client = await startClient();
	const uri = await client.open("untitled:compose.yaml", "x-a: &a {restart: always}\nservices:\n  a: *a\n  b: {links: [a]}\n", "dockercompose");
	expect(await client.definition(uri, { line: 3, character: 15 })).toEqual([{ uri, range: at(2, 2, 3) }]);
	expect(await client.definition(uri, { line: 2, character: 6 })).toEqual([{ uri, range: at(0, 6, 7) }]);
	expect((await client.rename(uri, { line: 0, character: 6 }, "base"))?.documentChanges).toMatchObject([
		{ edits: [{ range: at(0, 6, 7) }, { range: at(2, 6, 7) }] },
	]);
	expect(client.logged).toEqual([]);
});

test("completions know the project, its variables, the Dockerfile and the folder", async () => {
	const { uri } = await open();
	const completed = async (line: number, character: number): Promise<readonly string[]> =>
		((await client.completions(uri, line, character)) ?? []).map(({ label }) => label);
	const listed = async (line: number, character: number, text: string): Promise<readonly string[]> => {
		await client.change(uri, { start: { line, character: 0 }, end: { line, character: 0 } }, `${text}\n`);
		const found = await completed(line, character);
		await client.change(uri, { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, "");
		return found;
	};
	expect(await listed(3, 17, "    depends_on: [")).toEqual(["db"]);
	expect(await listed(3, 14, "    networks: [")).toEqual([]);
	expect(await listed(3, 15, "    networks: [")).toEqual(["back"]);
	expect(await listed(3, 12, "    image: $")).toContain("POSTGRES");
	expect(await listed(3, 14, "    env_file: ./")).toEqual(expect.arrayContaining(["web.env", "app/"]));
	await client.change(uri, at(3, 34, 38), "");
	expect(await completed(3, 34)).toEqual(["prod"]);
	expect(client.logged).toEqual([]);
});

test("hovers tell keys, values, variables and what other files say", async () => {
	const { uri, uriOf } = await open();
	const told = async (of: string, line: number, character: number): Promise<string> => JSON.stringify(await client.hover(of, line, character));
	expect(await told(uri, 4, 6)).toContain("Services that are started before this one");
	expect(await told(uri, 4, 18)).toContain("It runs `postgres:${POSTGRES:-16}`.");
	const more = await client.open(uriOf("more.yaml"), files["more.yaml"], "dockercompose");
	expect(await told(more, 2, 24)).toContain("`POSTGRES` = `17`\\n\\nFrom `.env`, line 2.");
	vi.stubEnv("COMPOSE_DISABLE_ENV_FILE", "true");
	expect(await told(more, 2, 24)).not.toContain("`17`");
	expect(await client.definition(more, { line: 2, character: 26 })).toBeNull();
	vi.unstubAllEnvs();
	const override = await client.open(uriOf("compose.override.yaml"), files["compose.override.yaml"], "dockercompose");
	expect(await told(override, 4, 6)).toContain("When the engine starts the container again");
	// Compose is run in the folder of the file, wherever the editor was started.
	const alone = await client.open(uriOf("alone/compose.yaml"), files["alone/compose.yaml"], "dockercompose");
	expect(await told(alone, 3, 18)).toMatch(/`PWD` = `[^`]*\/alone`\\n\\nThe folder of the file, where Compose is run\./);
	expect(client.logged).toEqual([]);
});

test("variables have colours, and hints with their values", async () => {
	const { uri } = await open("more.yaml");
	expect(await client.inlayHints(uri, { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } })).toMatchObject([
		{ position: { line: 2, character: 35 }, label: "= 17" },
	]);
	expect((await client.semanticTokens(uri)).data).toHaveLength(25);
});

test("what another extension says of keys is not said again", async () => {
	const { uri } = await open("compose.yaml", { options: { hasComposeKeys: true } });
	expect(await client.hover(uri, 4, 6)).toBeNull();
	expect(JSON.stringify(await client.hover(uri, 4, 18))).toContain("Service");
	await client.change(uri, at(4, 4, 20), "re");
	expect((await client.completions(uri, 4, 6))?.filter(({ kind }) => kind === CompletionItemKind.Property)).toEqual([]);
});

const layered = {
	"compose.yaml": `services:
  web:
    image: nginx:1.26
    restart: "no"
    environment: {LEVEL: info, API_TOKEN: a, SAME: b}
    labels:
      - team=shop
    build: .
`,
	"compose.override.yaml": `services:
  web:
    image: nginx:1.27
    environment: [LEVEL=debug, API_TOKEN=c, SAME=b]
    labels: {team: all}
    build: ./web
`,
};

const all = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
const hintsOf = async (uri: string): Promise<readonly string[] | undefined> =>
	(await client.inlayHints(uri, all))?.map(({ position: { line, character }, label }) => `${line}:${character} ${typeof label === "string" ? label : ""}`);

/** What another file makes of the values of the first. */
const overridden = [
	"2:21 → nginx:1.27 (compose.override.yaml)",
	"4:29 → debug (compose.override.yaml)",
	"4:43 → •••••• (compose.override.yaml)",
	"6:17 → all (compose.override.yaml)",
];

test("hints say what another file makes of a value, and who asks is told", async () => {
	const folder = folderWith(layered);
	client = await startClient({ folder: pathToFileURL(folder).href });
	const [base, over] = Object.entries(layered).map(([name, text]) => ({ uri: pathToFileURL(join(folder, name)).href, text }));
	const uri = await client.open(base?.uri ?? "", base?.text ?? "", "dockercompose");
	expect(await hintsOf(uri)).toEqual(overridden);
	const [first] = (await client.inlayHints(uri, all)) ?? [];
	expect((await client.resolveHint(first)).tooltip).toMatchObject({ value: "In the project it is `nginx:1.27`, by `compose.override.yaml`." });
	expect(await hintsOf(await client.open(over?.uri ?? "", over?.text ?? "", "dockercompose"))).toEqual([]);
	await client.set({ inlayHints: { merged: false } });
	expect(await hintsOf(uri)).toEqual([]);
});

test("of files on no disk those count that are open in the same folder of the same server", async () => {
	client = await startClient();
	const folder = "vscode-vfs://github/shop/a%20b";
	const uri = await client.open(`${folder}/compose.yaml`, layered["compose.yaml"], "dockercompose");
	await client.open("vscode-vfs://other/shop/a%20b/compose.override.yaml", layered["compose.override.yaml"], "dockercompose");
	expect(await hintsOf(uri)).toEqual([]);
	const over = await client.open(`${folder}/compose.override.yaml`, layered["compose.override.yaml"], "dockercompose");
	await client.change(uri, at(2, 20, 21), "5");
	expect(await hintsOf(uri)).toEqual(overridden);
	expect(JSON.stringify(await client.hover(uri, 2, 6))).toContain("In the project it is `nginx:1.27`, by `compose.override.yaml`.");
	expect((await client.composeGraph(uri))?.files.toSorted()).toEqual(expect.arrayContaining([over, uri]));
	expect(client.logged).toEqual([]);
});

test("of an untitled file its own documents count, and what it extends", async () => {
	client = await startClient();
	const text = "services:\n  a: {image: b, restart: always}\n  c:\n    extends: a\n    environment: {X: y}\n---\nservices:\n  a: {restart: 'no'}\n";
	const uri = await client.open("untitled:compose.yaml", text, "dockercompose");
	expect(await hintsOf(uri)).toEqual(["1:31 → no"]);
	expect(JSON.stringify(await client.hover(uri, 1, 18))).toContain("In the project it is `no`, by another place of this file.");
});
