import { afterEach, expect, test } from "vitest";
import { at, type Client, startClient } from "./language-client.ts";

const uri = "untitled:Dockerfile";
const bad = "FROM debian:12\nWORKDIR /app\nADD one.py .\nADD two.py .\nMAINTAINER Jo\nUSER app\n";
const adds = { start: { line: 2, character: 0 }, end: { line: 3, character: 3 } };

let client: Client | undefined;
afterEach(() => client?.stop());

test("a diagnostic has its preferred fix, bound to it and to the version of the text", async () => {
	const editor = await open(bad);
	const diagnostics = (await editor.diagnostics(uri)).filter(({ range }) => range.start.line === 2);
	const actions = await editor.codeActions(uri, at(2, 0, 0), { diagnostics });

	const [fix] = actions;
	expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics, edit: { documentChanges: [{ textDocument: { uri, version: 1 } }] } });
	expect(editor.applied(uri, fix)).toBe(bad.replace("ADD one", "COPY one"));
	expect(actions.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
});

test("everything that can be done about a problem is offered, fixes first", async () => {
	const editor = await open(bad, { options: { showRuleCommand: "hullwright.showRule" } });
	const actions = await editor.codeActions(uri, at(2, 1, 1));
	expect(actions.map(({ title }) => title).slice(1)).toEqual([
		"Fix all 2 add-instead-of-copy problems",
		"Ignore add-instead-of-copy on this line: “ADD” copies local files",
		"Ignore add-instead-of-copy in this file: “ADD” copies local files",
		"Show documentation for add-instead-of-copy",
	]);
	expect(actions.at(-1)?.command).toEqual({
		title: "Show documentation for add-instead-of-copy",
		command: "hullwright.showRule",
		arguments: ["add-instead-of-copy"],
	});
	expect(editor.applied(uri, actions[1])).toBe(bad.replaceAll("ADD", "COPY"));
});

test("without a command for documentation none is offered", async () => {
	const editor = await open(bad);
	expect(titles(await editor.codeActions(uri, at(2, 1, 1)))).not.toContainEqual(expect.stringContaining("documentation"));
});

test("ignoring in several lines has an action a line and one for the file", async () => {
	const editor = await open(bad);
	const ignoring = titles(await editor.codeActions(uri, adds)).filter((title) => title.startsWith("Ignore add"));
	expect(ignoring.map((title) => title.replace(/:.*/, ""))).toEqual([
		"Ignore add-instead-of-copy on this line",
		"Ignore add-instead-of-copy on this line",
		"Ignore add-instead-of-copy in this file",
	]);
});

test("ignoring says which lines it is about, and does so once for all that it ignores", async () => {
	const editor = await open("FROM debian:12\nRUN apt-get update && \\\n    apt-get install a && \\\n    apt-get install b\nUSER app\n");
	const lines = { start: { line: 1, character: 0 }, end: { line: 3, character: 20 } };
	const ignoring = titles(await editor.codeActions(uri, lines)).filter((title) => title.startsWith("Ignore apt-get-missing-yes"));
	expect(ignoring).toEqual([
		"Ignore apt-get-missing-yes on lines 2 to 4: apt-get asks a question that nobody can answer",
		"Ignore apt-get-missing-yes in this file: apt-get asks a question that nobody can answer",
	]);
});

test.each([
	["on this line", "FROM debian:12\n# hullwright ignore=add-instead-of-copy\nADD a .\n"],
	["in this file", "# hullwright file ignore=add-instead-of-copy\nFROM debian:12\nADD a .\n"],
])("ignoring %s writes a comment, after which the problem is gone", async (where, expected) => {
	const editor = await open("FROM debian:12\nADD a .\n");
	const action = (await editor.codeActions(uri, at(1, 0, 0))).find(({ title }) => title.startsWith(`Ignore add-instead-of-copy ${where}:`));
	expect(editor.applied(uri, action)).toBe(expected);
	await editor.open("untitled:after", expected);
	expect(codes(await editor.diagnostics("untitled:after"))).not.toContain("add-instead-of-copy");
});

test("ignoring joins the comment that is there, and keeps the file's line ends", async () => {
	const editor = await open("FROM debian:12\r\n# hullwright ignore=relative-workdir because\r\nADD a .\r\n");
	const action = (await editor.codeActions(uri, at(2, 0, 0))).find(({ title }) => title.includes("on this line:"));
	expect(editor.applied(uri, action)).toBe("FROM debian:12\r\n# hullwright ignore=relative-workdir,add-instead-of-copy because\r\nADD a .\r\n");
});

test("where the editor takes snippets, the cursor goes to where the reason is written", async () => {
	const editor = await open("FROM debian:12\nADD a .\n", {
		capabilities: { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
	});
	const action = (await editor.codeActions(uri, at(1, 0, 0))).find(({ title }) => title === "Ignore add-instead-of-copy on this line, and say why");
	const snippet = { kind: "snippet", value: "# hullwright ignore=add-instead-of-copy $0\n" };
	expect(action?.edit).toEqual({ documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ range: at(1, 0, 0), snippet }] }] });
});

test("fix all applies the safe fixes of the whole file at once", async () => {
	const editor = await open(bad);
	const actions = await editor.codeActions(uri, at(0, 0, 0), { only: ["source.fixAll"] });
	expect(actions.map(({ kind }) => kind)).toEqual(["source.fixAll.hullwright"]);
	expect(editor.applied(uri, actions[0])).toBe(bad.replaceAll("ADD", "COPY"));
});

test.each([["source.fixAll.other"], ["refactor"], ["source.organizeImports"]])("nothing is offered for the kind %s", async (kind) => {
	const editor = await open(bad);
	expect(await editor.codeActions(uri, adds, { only: [kind] })).toEqual([]);
});

test("fix all is not among the quick fixes, nor they with it", async () => {
	const editor = await open(bad);
	expect((await editor.codeActions(uri, adds)).map(({ kind }) => kind)).not.toContain("source.fixAll.hullwright");
	expect((await editor.codeActions(uri, adds, { only: [""] })).map(({ kind }) => kind)).toEqual(
		expect.arrayContaining(["quickfix", "source.fixAll.hullwright"]),
	);
	expect((await editor.codeActions(uri, adds, { only: ["quickfix"] })).every(({ kind }) => kind === "quickfix")).toBe(true);
	expect(editor.capabilities.codeActionProvider).toEqual({ codeActionKinds: ["quickfix", "refactor.rewrite", "refactor.extract", "source.fixAll.hullwright"] });
});

test("nothing is offered to fix all where nothing can be fixed safely", async () => {
	const editor = await open("FROM debian:12\nCOPY a /\n");
	expect(await editor.codeActions(uri, at(0, 0, 0), { only: ["source.fixAll"] })).toEqual([]);
});

test("a client that knows no versions gets plain edits", async () => {
	const editor = await open(bad, { capabilities: {} });
	const [fix] = await editor.codeActions(uri, at(2, 0, 0));
	expect(fix?.edit).toEqual({ changes: { [uri]: [{ range: at(2, 0, 3), newText: "COPY" }] } });
});

test.each([
	["", ""],
	["\n  \n", ""],
	["# The service that answers.\n\n", "# The service that answers.\n"],
])("in a Dockerfile without an instruction, %j, a hardened one can be inserted", async (text, before) => {
	const editor = await open(text);
	const insert = (await editor.codeActions(uri, at(0, 0, 0))).find(({ title }) => /^Insert Hardened Python/.test(title));
	const inserted = editor.applied(uri, insert);
	expect(inserted.startsWith(before)).toBe(true);
	expect(inserted).toMatch(/^FROM /m);
	await editor.open("untitled:inserted", inserted);
	expect(await editor.diagnostics("untitled:inserted")).toEqual([]);
});

async function open(text: string, options?: Parameters<typeof startClient>[0]): Promise<Client> {
	client = await startClient(options);
	await client.open(uri, text);
	return client;
}

const titles = (actions: readonly { readonly title: string }[]): string[] => actions.map(({ title }) => title);
const codes = (diagnostics: Awaited<ReturnType<Client["diagnostics"]>>): unknown[] => diagnostics.map(({ code }) => code);
