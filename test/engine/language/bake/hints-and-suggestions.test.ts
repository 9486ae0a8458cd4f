import { expect, test } from "vitest";
import { parseBake } from "../../../../src/engine/bake/parse.ts";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { editsOnEnterInBake } from "../../../../src/engine/language/bake/format/on-enter.ts";
import { bakeInlayHints } from "../../../../src/engine/language/bake/inlay-hints.ts";
import { targetsToCome } from "../../../../src/engine/language/bake/inline-completion.ts";
import { hintKinds } from "../../../../src/engine/language/inlay-hint.ts";
import { plainTextOf, textOf } from "../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

const dockerfile = parse('ARG GO=1.26\nARG ALPINE="3.22"\nARG NONE\nFROM golang:$GO AS build\nARG LATE=2\nFROM build AS app\n');

/** The text with its hints where they are shown. */
function hinted(text: string, kinds: ReadonlySet<(typeof hintKinds)[number]> = new Set(hintKinds)): string {
	const hints = bakeInlayHints(parseBake(text), { start: 0, end: text.length }, kinds, (path) => (path === "Dockerfile" ? dockerfile : undefined));
	const shown = hints.map(({ offset, label }) => ({
		start: offset,
		end: offset,
		text: ` «${typeof label === "string" ? label : plainTextOf(label, undefined)}»`,
	}));
	return applyEdits(text, shown);
}

test("arguments show which default they take the place of, unless they are the same", () => {
	expect(hinted('target "a" {\n  args = {\n    GO = "1.25"\n    ALPINE = "3.22"\n    NONE = "x"\n    LATE = null\n  }\n}\n')).toBe(
		'target "a" {\n  args = {\n    GO = "1.25" «default 1.26»\n    ALPINE = "3.22"\n    NONE = "x"\n    LATE = null «default 2»\n  }\n}\n',
	);
	expect(hinted('target "a" {\n  dockerfile = "Other"\n  args = { GO = "1" }\n}\n')).not.toContain("«");
	expect(hinted('target "a" {\n  args = { GO = "1" }\n}\n', new Set())).not.toContain("«");
});

test("what is computed shows what it comes to, unless that stands just above", () => {
	const far = "\n".repeat(4);
	expect(hinted(`A = "1"\nvariable "B" {\n  default = "b"\n}\n${far}target "a" {\n  tags = ["x:\${A}-\${B}", "y", "\${C}"]\n  target = A\n}\n`)).toBe(
		`A = "1"\nvariable "B" {\n  default = "b"\n}\n${far}target "a" {\n  tags = ["x:\${A}-\${B}" «= x:1-b», "y", "\${C}"]\n  target = A «= 1»\n}\n`,
	);
	expect(hinted('A = "1"\ntarget "a" {\n  tags = ["${A}"]\n}\n')).not.toContain("«");
	const text = `A = "1"\n${far}target "a" {\n  target = A\n}\n`;
	const [hint] = bakeInlayHints(parseBake(text), { start: 0, end: text.length }, new Set(hintKinds), () => undefined);
	expect(hint?.about().map((each) => textOf(each, undefined))).toEqual(["`A` is set in line 1."]);
});

/** What would be written at the mark ‸. */
const toCome = (marked: string): readonly string[] =>
	targetsToCome(parseBake(marked.replace("‸", "")), marked.indexOf("‸"), dockerfile).map(({ text }) => text);

test("targets are suggested for stages that none builds, with the arguments that have defaults", () => {
	const build = 'target "build" {\n  target = "build"\n  args = {\n    GO     = "1.26"\n    ALPINE = "3.22"\n  }\n}';
	expect(toCome("‸")).toEqual([build, build.replaceAll('"build"', '"app"')]);
	expect(toCome('target "app" {}\n‸')).toEqual([build]);
	expect(toCome('target "x" {\n  target = "app"\n}\n‸\n')).toEqual([build]);
	expect(toCome('target "b‸')).toEqual([build]);
});

test.each(['target "x" {\n‸\n}\n', "a = ‸", "# ‸", "/*\n‸\n*/", "‸ a = 1", 'target "c‸', "{‸}"])("nothing is suggested at %j", (marked) => {
	expect(toCome(marked)).toEqual([]);
});

/** The text after Enter was pressed at the mark ‸. */
function entered(marked: string): string {
	const text = marked.replace("‸", "\n");
	const file = parseBake(text);
	return applyEdits(text, editsOnEnterInBake(file, marked.indexOf("‸") + 1, { text: "  ", width: 2 }));
}

test("Enter indents by what is open, and sets the columns above", () => {
	expect(entered('target "a" {‸}\n')).toBe('target "a" {\n}\n');
	expect(entered('target "a" {‸\n}\n')).toBe('target "a" {\n  \n}\n');
	expect(entered("a {\n  tags = [‸")).toBe("a {\n  tags = [\n    ");
	expect(entered("a=1\nbb=2‸\n")).toBe("a  = 1\nbb = 2\n\n");
	expect(entered("a = <<E\nx‸\nE\n")).toBe("a = <<E\nx\n\nE\n");
	expect(entered("/* a‸ */\n")).toBe("/* a\n */\n");
	expect(entered('{"a": {‸}}')).toBe('{"a": {\n}}');
});
