import { describe, expect, test } from "vitest";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { folds } from "../../../../../src/engine/language/dockerfile/folding.ts";
import { linksIn } from "../../../../../src/engine/language/dockerfile/links.ts";
import { outline } from "../../../../../src/engine/language/dockerfile/symbols.ts";
import type { OutlineEntry } from "../../../../../src/engine/language/outline-entry.ts";
import { Lines } from "../../../../../src/engine/text/text.ts";
import { inEachWriting } from "./writings.ts";

const digest = `sha256:${"0ab1".repeat(16)}`;
const hub = "https://hub.docker.com";
test.each([
	["", []],
	[" debian", [`debian -> ${hub}/_/debian`]],
	// The Node server's range ends before the tag.
	[" debian:12", [`debian:12 -> ${hub}/_/debian`]],
	[` debian@${digest}`, [`debian@${digest} -> ${hub}/_/debian`]],
	[" bitnami/redis", [`bitnami/redis -> ${hub}/r/bitnami/redis`]],
	[" bitnami/redis:7", [`bitnami/redis:7 -> ${hub}/r/bitnami/redis`]],
	[` bitnami/redis@${digest}`, [`bitnami/redis@${digest} -> ${hub}/r/bitnami/redis`]],
	[` bitnami/redis:7@${digest}`, [`bitnami/redis:7@${digest} -> ${hub}/r/bitnami/redis`]],
	[" ghcr.io/astral-sh/uv", ["ghcr.io/astral-sh/uv -> https://ghcr.io/astral-sh/uv"]],
	[" ghcr.io/astral-sh/uv:0.9", ["ghcr.io/astral-sh/uv:0.9 -> https://ghcr.io/astral-sh/uv"]],
	[" ghcr.io/astral-sh", []],
	[" mcr.microsoft.com/powershell:7", ["mcr.microsoft.com/powershell:7 -> https://mcr.microsoft.com/artifact/mar/powershell"]],
	[" mcr.microsoft.com/dotnet/sdk", ["mcr.microsoft.com/dotnet/sdk -> https://mcr.microsoft.com/artifact/mar/dotnet/sdk"]],
	[" quay.io/fedora/fedora:43", ["quay.io/fedora/fedora:43 -> https://quay.io/repository/fedora/fedora"]],
	[" debian AS base\nFROM base", [`debian -> ${hub}/_/debian`]],
	[" debian AS base\nFROM base2", [`debian -> ${hub}/_/debian`, `base2 -> ${hub}/_/base2`]],
])("links of FROM%s", (rest, expected) => {
	const text = `FROM${rest}`;
	expect(linksIn(parse(text)).flatMap((link) => (link.kind === "source" ? [] : [`${text.slice(link.start, link.end)} -> ${link.url}`]))).toEqual(expected);
});

const folded: readonly (readonly [what: string, text: string, lines: readonly string[]])[] = [
	["a comment", "# one\nFROM a", []],
	["comments around a stray escape character", "# one\n\\\n# two", ["2-3"]],
	["two comments", "# one\n# two\nFROM a", ["1-2 comment"]],
	["three comments", "# one\n# two\n# three\nFROM a", ["1-3 comment"]],
	["comments with an empty line between", "# one\n# two\n\n# three\n# four\nFROM a", ["1-2 comment", "4-5 comment"]],
	["comments below a directive", "# escape=`\n# one\n# two\nFROM a", ["2-3 comment"]],
	["what would be a directive in the first line", "\n# escape=x\n# one\nFROM a", ["2-3 comment"]],
	["an instruction in a line", "USER a", []],
	["one that goes on", "USER \\\na", ["1-2"]],
	["one with an empty line within", "USER \\\n\na", ["1-3"]],
	["two that go on", "USER \\\na\n\nWORKDIR \\\n/b", ["1-2", "4-5"]],
];
describe("folds", () => {
	test.each(folded.flatMap((row) => [row, [`${row[0]}, with carriage returns`, row[1].replaceAll("\n", "\r\n"), row[2]] as const]))(
		"%s",
		(_, text, expected) => {
			const lines = new Lines(text);
			const found = folds(parse(text)).map(({ start, end, kind }) => `${lines.lineAt(start) + 1}-${lines.lineAt(end) + 1}${kind ? ` ${kind}` : ""}`);
			expect(found).toEqual(expected);
		},
	);
});

/** Names with the text to which they lead. */
const names = (text: string): readonly string[] => {
	const all = (entries: readonly OutlineEntry[]): readonly OutlineEntry[] => entries.flatMap((entry) => [entry, ...all(entry.children)]);
	return all(outline(parse(text))).map(({ name, selection }) => `${name} at ${text.slice(selection.start, selection.end).replaceAll(/[\\`]\s*\n\s*/g, "")}`);
};
const outlined: readonly (readonly [what: string, text: string, names: readonly string[]])[] = [
	["nothing", "", []],
	["comments", "#\n# one", []],
	["a keyword alone", "FROM", ["FROM at FROM"]],
	["with a line behind", "FROM\n", ["FROM at FROM"]],
	["a stage", "FROM debian", ["debian at debian"]],
	["the deprecated keyword", "MAINTAINER Jo", ["MAINTAINER Jo at MAINTAINER"]],
	["what goes on", "RUN make && \\\n\tmake install", ["RUN make && make install at RUN"]],
	["a keyword and its word in two lines", "HEALTHCHECK\\\nNONE", ["HEALTHCHECKNONE at HEALTHCHECKNONE"]],
	["a keyword over two lines", "WORK\\\nDIR /a", ["WORKDIR /a at WORKDIR"]],
	["an escape character in a string", 'RUN echo "\\\n"', ['RUN echo "" at RUN']],
	["an escape character within a keyword", "FR\\om debian", ["FR\\OM debian at FR\\om"]],
	["empty lines around", "\nFROM debian\n", ["debian at debian"]],
];
describe("the outline", () => {
	test.each(inEachWriting(outlined).filter(([, text]) => !text.startsWith("# escape")))("%s", (_, text, expected) => {
		expect(names(text)).toEqual(expected);
	});
	test.each([
		["#escape=`", ["# escape at #escape=`"]],
		["# escape= `", ["# escape at # escape= `"]],
		["\t# Escape =`", ["# escape at # Escape =`"]],
		["# syntax=docker/dockerfile:1", ["# syntax at # syntax=docker/dockerfile:1"]],
		["# escape=`\n# syntax=docker/dockerfile:1", ["# escape at # escape=`", "# syntax at # syntax=docker/dockerfile:1"]],
		["\n# escape=`", []],
		["#\n# escape=`", []],
		["# eskape=`", []],
		["# escape=", []],
	])("directives: %j", (text, expected) => {
		expect(names(text)).toEqual(expected);
	});
});
