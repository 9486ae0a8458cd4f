import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { inFolder } from "../cli/command-line.ts";
import { eventually } from "./eventually.ts";
import { at, type Client, startClient } from "./language-client.ts";

const untitled = "untitled:Dockerfile";
const text = "FROM  a\r\nRUN  b && \\\r\n c \\\r\n  d\r\nUSER  e";

let client: Client;
afterEach(() => client.stop());

const applied = (before: string, edits: TextEdit[] | null): string =>
	TextDocument.applyEdits(TextDocument.create(untitled, "dockerfile", 1, before), edits ?? []);

test("a document is formatted by the editor's own indentation and the settings, with small edits", async () => {
	client = await startClient({ settings: { format: { operators: "first", arguments: "hang" } } });
	await client.open(untitled, text);
	expect(client.capabilities).toMatchObject({ documentFormattingProvider: true, documentRangeFormattingProvider: true });
	const edits = await client.format(untitled, { tabSize: 2, insertSpaces: true });
	expect(applied(text, edits)).toBe("FROM a\r\nRUN b \\\r\n  && c \\\r\n    d\r\nUSER e\r\n");
	expect(edits?.[0]).toEqual({ range: at(0, 5, 6), newText: "" });
	expect(applied(text, await client.format(untitled, { tabSize: 8, insertSpaces: false }))).toContain("\r\n\t&& c");
});

test("a range is formatted by whole instructions, without the one that begins where it ends", async () => {
	client = await startClient();
	await client.open(untitled, text);
	const range = { start: { line: 2, character: 1 }, end: { line: 4, character: 0 } };
	expect(applied(text, await client.formatRange(untitled, range))).toBe("FROM  a\r\nRUN b && \\\r\n    c \\\r\n        d\r\nUSER  e");
});

test("EditorConfig counts over the editor, and .hullwright.yaml over the settings, also once they have changed", async () => {
	const folder = inFolder({
		".editorconfig": "root = true\n[Dockerfile]\nindent_style = tab\nend_of_line = lf\n",
		".hullwright.yaml": "formatOperators: last\n",
		Dockerfile: text,
	});
	const uri = pathToFileURL(join(folder, "Dockerfile")).href;
	client = await startClient({ settings: { format: { operators: "first" } } });
	await client.open(uri, text);
	expect(applied(text, await client.format(uri))).toBe("FROM a\r\nRUN b && \\\r\n\tc \\\r\n\t\td\r\nUSER e\r\n");
	writeFileSync(join(folder, ".editorconfig"), "root = true\n[*]\nindent_size = 3\n");
	await client.fileChanged(pathToFileURL(join(folder, ".editorconfig")).href);
	expect(applied(text, await client.format(uri))).toContain("\r\n   c \\");
	expect(client.watched).toContain("**/.editorconfig");
});

test("a file that is left out is not formatted, nor is what is not open or no Dockerfile", async () => {
	const folder = inFolder({ ".hullwright.yaml": "ignore: [Dockerfile]\n", Dockerfile: text });
	const uri = pathToFileURL(join(folder, "Dockerfile")).href;
	client = await startClient();
	await client.open(uri, text);
	expect([await client.format(uri), await client.format("untitled:gone")]).toEqual([null, null]);
});

test("a line that was begun is indented, and a line that was broken in two goes on", async () => {
	client = await startClient();
	const begun = "FROM a\nRUN b \\\n\n";
	await client.open(untitled, begun);
	expect(applied(begun, await client.formatOnEnter(untitled, { line: 2, character: 0 }))).toBe("FROM a\nRUN b \\\n    \n");
	const broken = "FROM a\nRUN b \n&& c\n";
	await client.change(untitled, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }, broken);
	expect(applied(broken, await client.formatOnEnter(untitled, { line: 2, character: 0 }))).toBe("FROM a\nRUN b \\\n    && c\n");
});

test("a setting that is none is told in the log and not used", async () => {
	client = await startClient({ settings: { format: { operators: "front" } } });
	await client.open(untitled, text);
	expect(applied(text, await client.format(untitled))).toContain("b && \\");
	expect(client.logged.join("\n")).toContain("The setting hullwright.format.operators is not used");
});

test("a Compose file is formatted as a whole and in part, by the editor's own indentation, and a line of it that was begun", async () => {
	client = await startClient();
	const uri = "untitled:compose.yaml";
	const compose = "services:\n    web:\n        image:   nginx # 1.27\n        ports: [1,2]\n";
	await client.open(uri, compose, "dockercompose");
	await eventually(async () =>
		expect(applied(compose, await client.format(uri, { tabSize: 2, insertSpaces: true }))).toBe(
			"services:\n  web:\n    image: nginx # 1.27\n    ports: [1, 2]\n",
		),
	);
	const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
	expect(applied(compose, await client.formatRange(uri, range))).toBe(compose.replace("   nginx", " nginx"));
	const begun = "services:\n  web:\n    build:\n      args:\n        - a\n    ports:\n      - target:\n      \n";
	await client.change(uri, { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } }, begun);
	expect(applied(begun, await client.formatOnEnter(uri, { line: 7, character: 6 }, { tabSize: 2, insertSpaces: true }))).toBe(
		begun.replace("      \n", "          \n"),
	);
	await client.change(uri, { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } }, "a: [\nb:   c\n");
	expect(await client.format(uri)).toEqual([]);
});

test.each([
	["and Compose files", false, ["dockerfile", "dockerbake", "dockercompose"]],
	["and leaves Compose files to something else", true, ["dockerfile", "dockerbake"]],
])("a client that can be told formats Dockerfiles and bake files by it, %s", async (_, hasComposeFormatter, languages) => {
	const dynamicRegistration = true;
	client = await startClient({
		capabilities: {
			textDocument: { formatting: { dynamicRegistration }, rangeFormatting: { dynamicRegistration }, onTypeFormatting: { dynamicRegistration } },
		},
		options: { hasComposeFormatter },
	});
	expect(client.capabilities).not.toHaveProperty("documentFormattingProvider");
	await eventually(() => expect(client.registered).toEqual(["textDocument/formatting", "textDocument/rangeFormatting", "textDocument/onTypeFormatting"]));
	expect(client.selectors.map((selector) => selector.flatMap((each) => (typeof each === "object" && "language" in each ? each.language : [])))).toEqual(
		Array(3).fill(languages),
	);
});
