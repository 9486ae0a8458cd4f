import { expect, test } from "vitest";
import { parseEditorConfig, settingsFor } from "../../../src/engine/text/editorconfig.ts";

/** Whether a section of that name is about the file. */
const fits = (glob: string, path: string): boolean => settingsFor(parseEditorConfig(`[${glob}]\na=b\n`), path).has("a");

test.each([
	["*", "Dockerfile", true],
	["*", "a/b/Dockerfile", true],
	["Dockerfile", "a/Dockerfile", true],
	["Dockerfile*", "a/Dockerfile.dev", true],
	["/Dockerfile", "Dockerfile", true],
	["/Dockerfile", "a/Dockerfile", false],
	["a/Dockerfile", "a/Dockerfile", true],
	["a/Dockerfile", "b/a/Dockerfile", false],
	["a/*", "a/b/c", false],
	["a/**", "a/b/c", true],
	["a/**/c", "a/c", true],
	["**/c", "c", true],
	["?ockerfile", "Dockerfile", true],
	["a?b", "a/b", false],
	["*.[dD]ockerfile", "x.Dockerfile", true],
	["[!a]b", "ab", false],
	["[!a]b", "cb", true],
	["*.{dockerfile,Dockerfile}", "x.Dockerfile", true],
	["{Dockerfile,a/{b,c}}", "a/c", true],
	["{single}", "single", false],
	["{single}", "{single}", true],
	["x{1..3}", "x2", true],
	["x{1..3}", "x4", false],
	["x{-1..1}", "x-1", true],
	["x{1..100000}", "x4711", true],
	["a\\*", "a*", true],
	["a\\*", "ab", false],
	["[z-a]", "b", false],
	["{a", "a", true],
])("[%s] and %s: %s", (glob, path, expected) => {
	expect(fits(glob, path)).toBe(expected);
});

test("names and values are read, the later of two counts, and what is none of the format says nothing", () => {
	const text =
		"\uFEFF; comment\nRoot = TRUE\n\n[*]\n# comment\nIndent_Style = Tab ; why\nindent_size=2\nnonsense\n= 3\n\n[b]\r\nindent_size : 4\r\n[never]\nindent_size = 8\n";
	const file = parseEditorConfig(text);
	expect(file.isRoot).toBe(true);
	expect(Object.fromEntries(settingsFor(file, "b"))).toEqual({ indent_style: "tab", indent_size: "4" });
	expect(Object.fromEntries(settingsFor(file, "a"))).toEqual({ indent_style: "tab", indent_size: "2" });
	expect(parseEditorConfig("[*]\nroot = true\n").isRoot).toBe(false);
});
