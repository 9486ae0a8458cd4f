import { join } from "node:path";
import { expect, test } from "vitest";
import { createDisk } from "../../src/files/disk.ts";
import { createEditorConfigs } from "../../src/files/editor-config.ts";
import { inFolder } from "../cli/command-line.ts";

test("the nearest file counts first, none above a root, and what has changed is read anew", () => {
	const folder = inFolder({
		".editorconfig": "[*]\nend_of_line = crlf\n",
		"a/.editorconfig": "root = true\n[*]\nindent_size = 8\nindent_style = tab\n",
		"a/b/.editorconfig": "[Dockerfile]\nindent_size = 2\n",
	});
	const texts = new Map<string, string>();
	const { settingsOf } = createEditorConfigs(createDisk((path) => texts.get(path)));
	const settings = (path: string): unknown => Object.fromEntries(settingsOf(join(folder, path)));
	expect(settings("a/b/Dockerfile")).toEqual({ indent_size: "2", indent_style: "tab" });
	expect(settings("a/b/other")).toEqual({ indent_size: "8", indent_style: "tab" });
	texts.set(join(folder, "a/b/.editorconfig"), "[*]\nindent_size = 3\n");
	expect(settings("a/b/other")).toEqual({ indent_size: "3", indent_style: "tab" });
});
