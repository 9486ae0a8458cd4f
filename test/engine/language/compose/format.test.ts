import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/compose/parse.ts";
import { nodesOf } from "../../../../src/engine/compose/syntax.ts";
import { formatCompose } from "../../../../src/engine/language/compose/format/format.ts";
import { editsOnEnterInCompose } from "../../../../src/engine/language/compose/format/on-enter.ts";
import { blanks, tab } from "../../../../src/engine/language/format-options.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";
import { parseYaml } from "../../../../src/engine/yaml/parse-yaml.ts";
import { yamlTexts } from "../../yaml/yaml-texts.ts";

const usual = { parse, indent: undefined, lineEnd: undefined, endsLastLine: true, trimsLineEnds: true };
type Options = Partial<Parameters<typeof formatCompose>[1]>;

const formatted = (text: string, options: Options = {}): string => applyEdits(text, formatCompose(parse(text), { ...usual, ...options }).edits);

test.each([
	["nothing", "", ""],
	["empty lines alone", "\n\n", ""],
	["a formatted file", "services:\n  a:\n    image: b # c\n", "services:\n  a:\n    image: b # c\n"],
	["levels of one width", "a:\n    b:\n        c: d\n    e:\n      f: g\n", "a:\n    b:\n        c: d\n    e:\n        f: g\n"],
	["a document that is indented", "  a: b\n  c:\n    d: e\n", "a: b\nc:\n  d: e\n"],
	["lists, most of which are indented", "a:\n- b\nc:\n  - d\ne:\n  - f\n", "a:\n  - b\nc:\n  - d\ne:\n  - f\n"],
	["lists, most of which are not", "a:\n  - b\nc:\n- d\ne:\n- f\n", "a:\n- b\nc:\n- d\ne:\n- f\n"],
	[
		"lists of mappings and of lists",
		"a:\n  -   b: c\n      d: e\n  -\n      f: g\n  -  - h\n     - i\n",
		"a:\n  - b: c\n    d: e\n  -\n    f: g\n  - - h\n    - i\n",
	],
	["blanks", "a:   b\nc :\td\n'e' : f\n- g\n".replace("- g\n", ""), "a: b\nc: d\n'e': f\n"],
	["an alias, whose name goes on up to the blank", "a: &b c\n*b : d\n<<:  *b\n", "a: &b c\n*b : d\n<<: *b\n"],
	["anchors and tags", "a:  &b   !override\n    c:  !reset   null\n", "a: &b !override\n    c: !reset null\n"],
	["brackets", 'a: [ b,c ,"d" , [e] ]\nf: {  g: h,i: j }\nk: [ ]\nl: { }\nm: {"n":1}\n', 'a: [b, c, "d", [e]]\nf: { g: h, i: j }\nk: []\nl: {}\nm: {"n": 1}\n'],
	["the blank behind a colon before a comma", "a: {b: ,  c: }\n", "a: {b: , c: }\n"],
	["what is no mark in brackets", "a: [b:c,-d,e#f]\n", "a: [b:c, -d, e#f]\n"],
	["brackets over lines", "a:\n      b: [\n        c,d,  # e\n\n\n        f ]\n", "a:\n      b: [\n        c, d,  # e\n\n        f]\n"],
	["blanks at the ends of lines", "a:  \n  b: c\t \n  # d  \n  \n", "a:\n  b: c\n  # d\n"],
	["empty lines", "\n\na:\n\n\n  b: c\n \n\n  d: e\n\n\n", "a:\n\n  b: c\n\n  d: e\n"],
	["comments, each with what it is about", "a:\n   # 1\n   b:\n      # 2\n      c: d   # 3\n      # 4\n   # 5\n   e: f\n# 6\n", undefined],
	["a comment behind all", "a:\n    b:\n        c: d\n    # e\n        # f\n", undefined],
	[
		"text in blocks",
		"a: |\n      b\n        c\n\n      d\ne: >-\n f\n\n\n g\n",
		"a: |\n      b\n        c\n\n      d\ne: >-\n      f\n\n\n      g\n".replaceAll("      ", "  ").replace("    c", "    c"),
	],
	["text that says how far it is indented", "a:\n    b: |2\n         c\n      d\n", "a:\n    b: |2\n         c\n      d\n"],
	["empty lines that are content", "a: |+\n  b\n\n\nc: |\n  d\n\n\ne: f\n", "a: |+\n  b\n\n\nc: |\n  d\n\ne: f\n"],
	["blanks that are content", "a: |\n  b  \n  \t\nc: 'd  \n  e'\nf: \"g \\\n  h\"\n", undefined],
	["a text that ends with the file", "a: |\n  b", undefined],
	["a comment that stays out of a text", "a:\n        b: |\n                c\n            # d\n        e: f\n", undefined],
	["quotes over lines", "a:\n   b:    'c\n          d\n\n    e'\n", "a:\n   b: 'c\n       d\n\n    e'\n"],
	["plain text over lines", "a:\n   b:  c\n     d\n   e:\n      f\n      g\n", "a:\n   b: c\n     d\n   e:\n      f\n      g\n"],
	["numbers and words that YAML would change", "a: 0x1F\nb: 010\nc: 1e3\nd: yes\ne: ~\nf: 12345678901234567890\ng: 1_000\n", undefined],
	[
		"documents",
		"# a\n---   # b\nc:  d\n---\ne:  f\n...\n%YAML 1.2\n---\n- g\n",
		"# a\n--- # b\nc: d\n---\ne: f\n...\n%YAML 1.2\n---\n- g\n".replace("--- # b", "---   # b"),
	],
	["carriage returns", "a:\r\n    b:  c\r\n\r\n\r\n    d: |\r\n      e\r\n", "a:\r\n    b: c\r\n\r\n    d: |\r\n        e\r\n"],
	["a byte order mark", "\uFEFFa:  b\n", "\uFEFFa: b\n"],
	["no last line end", "a: b", "a: b\n"],
	["a key behind a question mark", "? a\n:   b\n", undefined],
	["what cannot be read", "a:  [b\nc:   d\n", undefined],
	[
		"what a comment leaves out",
		"# prettier-ignore\na:   b\nc:   d\n# hullwright format=skip\ne:\n    -   f\n# hullwright format=off\ng:   h\n\n\n# hullwright format=on\ni:   j\n",
		"# prettier-ignore\na:   b\nc: d\n# hullwright format=skip\ne:\n    -   f\n# hullwright format=off\ng:   h\n\n\n# hullwright format=on\ni: j\n",
	],
])("%s", (_, text, expected = text) => {
	expect(formatted(text)).toBe(expected);
	expect(formatted(expected)).toBe(expected);
});

test("levels are as wide as somebody has chosen, and comments and texts go along", () => {
	const text = "a:\n  # b\n  c:\n    - d: |\n        e\n      f: [\n        g\n      ]\n    # h\n";
	expect(formatted(text, { indent: blanks(4) })).toBe(
		"a:\n    # b\n    c:\n        - d: |\n              e\n          f: [\n            g\n          ]\n        # h\n",
	);
	expect(formatted("a:\n- b\n", { indent: blanks(4) })).toBe("a:\n- b\n");
	// YAML takes no tabs.
	expect(formatted(text, { indent: tab() })).toBe(text);
});

test("line ends and the end of the last line are those that somebody has chosen", () => {
	expect(formatted("a: |\n  b\nc:  d\n", { lineEnd: "\r\n" })).toBe("a: |\r\n  b\r\nc: d\r\n");
	expect(formatted("a: b\r\n\r\n", { lineEnd: "\n", endsLastLine: false })).toBe("a: b");
	expect(formatted("a: |\n  b\n", { endsLastLine: false })).toBe("a: |\n  b\n");
	expect(formatted("a: b  \n  \n", { trimsLineEnds: false })).toBe("a: b  \n");
});

test("of a part, what it touches is formatted, and what is indented with that", () => {
	const text = "a:  b\nc:\n  d:\n      e:   f\n      g:   h\ni:  j\n";
	const at = text.indexOf("e:");
	const { edits } = formatCompose(parse(text), { ...usual, indent: blanks(2) }, { start: at, end: at + 1 });
	expect(applyEdits(text, edits)).toBe("a:  b\nc:\n  d:\n    e: f\n    g:   h\ni:  j\n");
});

test("where a file cannot be read, it is told", () => {
	const text = "a: [b\nc: d\n";
	expect(formatCompose(parse(text), usual)).toEqual({ edits: [], left: [parse(text).problems[0]?.at] });
	expect(formatCompose(parse("? a\n: b\n"), usual)).toEqual({ edits: [], left: [{ start: 0, end: 8 }] });
});

/** All that a text says, as the parser has it: values, quotes, anchors, tags, brackets, and what stands in the comments. */
function saidIn(text: string): unknown {
	const { documents, comments, problems } = parseYaml(text);
	return [problems.length, documents.map(({ contents }) => said(contents)), comments.map(({ start, end }) => text.slice(start, end))];
}

const unsaid = new Set(["range", "spaceBefore", "comment", "commentBefore", "srcToken"]);

const said = (node: unknown): unknown =>
	Array.isArray(node)
		? node.map(said)
		: typeof node === "object" && node !== null
			? Object.entries(node).flatMap(([name, held]) => (unsaid.has(name) ? [] : [[name, said(held)]]))
			: node;

/** Each text as it is written, but for what its lines are indented by. */
const writtenIn = (text: string): readonly string[] =>
	parse(text).roots.flatMap((root) =>
		[...nodesOf(root)].flatMap((node) =>
			node.kind === "scalar"
				? [
						text
							.slice(node.start, node.end)
							.replaceAll(/(?<=\n)[ \t]+/g, "")
							.replaceAll(/[ \t]+(?=\r?\n)/g, ""),
					]
				: [],
		),
	);

const options = fc.record({
	indent: fc.constantFrom(undefined, blanks(1), blanks(2), blanks(4), tab()),
	lineEnd: fc.constant(undefined),
	endsLastLine: fc.constantFrom(true, undefined),
	trimsLineEnds: fc.boolean(),
});

function isLossless(text: string, chosen: Options): void {
	const file = parse(text);
	const { edits, left } = formatCompose(file, { ...usual, ...chosen });
	const once = applyEdits(text, edits);
	if (left.length > 0) expect(edits).toEqual([]);
	expect(writtenIn(once)).toEqual(writtenIn(text));
	if (edits.length > 0) expect(saidIn(once)).toEqual(saidIn(text));
	expect(formatted(once, chosen)).toBe(once);
	expect(edits.filter(({ start }, index) => start < (edits[index - 1]?.end ?? 0))).toEqual([]);
}

test("whatever is written in YAML stays, and a second run changes nothing", () => {
	fc.assert(fc.property(yamlTexts, options, isLossless), { numRuns: 300 });
});

test("nearly nothing that can be read is left as it is", () => {
	let [all, left] = [0, 0];
	fc.assert(
		fc.property(yamlTexts, (text) => {
			const file = parse(text);
			if (file.problems.length > 0) return;
			all++;
			left += formatCompose(file, usual).left.length;
		}),
		{ numRuns: 300, seed: 1 },
	);
	expect(left / all).toBeLessThan(0.02);
});

const pieces = [
	"a",
	": ",
	":",
	"- ",
	"-",
	"? ",
	"[",
	"]",
	"{",
	"}",
	",",
	"|",
	">-",
	"|2+",
	"\n",
	"\n  ",
	"\n    ",
	"\n\t",
	"\r\n",
	" ",
	"\t",
	"# b",
	"&c ",
	"*c",
	"!d ",
	"'",
	'"',
	"---\n",
	"--- |\n",
	"...\n",
	"%YAML 1.2\n",
	"\uFEFF",
	"<<",
	"é",
	"😀",
];

test("of texts that are made of anything at all, too, and part by part", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), options, fc.nat(40), fc.nat(40), (words, chosen, one, other) => {
			const text = words.join("");
			isLossless(text, chosen);
			const range = { start: Math.min(one, other), end: Math.max(one, other) };
			const part = applyEdits(text, formatCompose(parse(text), { ...usual, ...chosen }, range).edits);
			expect(writtenIn(part)).toEqual(writtenIn(text));
			editsOnEnterInCompose(parse(text), one, blanks(2));
		}),
		{ numRuns: 1000 },
	);
});

test.each([
	["lists in lists", `${"- ".repeat(90)}a\n`],
	["levels", Array.from({ length: 90 }, (_, level) => `${" ".repeat(level * 3)}a:\n`).join("")],
	["brackets", `a: ${"[".repeat(2000)}`],
	["comments", `a:\n${"  # b\n".repeat(20_000)}  c: d\n`],
	["empty lines", `a:\n${"\n".repeat(50_000)}  c: d\n`],
	["lists in brackets", `a: [${"b,".repeat(50_000)}]\n`],
	["many brackets", "- [\n  a,b ]\n".repeat(10_000)],
	["a long text", `a: |\n${"    b\n".repeat(50_000)}`],
	["blanks", `a:${" ".repeat(100_000)}b\n`],
])("many %s take no longer than they are long", (_, text) => {
	const once = formatted(text);
	expect(formatted(once)).toBe(once);
});

function withCursor(written: string): { readonly offset: number; readonly text: string } {
	const offset = written.lastIndexOf("|");
	return { offset, text: written.slice(0, offset) + written.slice(offset + 1) };
}

test.each([
	["below a key", "a:\n|", 2],
	["below a key with an anchor and a comment", "  a: &b !c # d\n|", 4],
	["below a key behind a dash", "- a:\n  |", 4],
	["below an entry behind a dash", "  -  a: b\n  |", 5],
	["below a quoted key", '"a b" :\n|', 2],
	["below the beginning of a text", "a:\n  b: |-\n  |", 4],
	["below the beginning of a text in a list", "- >\n|", 2],
] as const)("Enter %s indents", (_, written, column) => {
	const { offset, text } = withCursor(written);
	const edits = editsOnEnterInCompose(parse(text), offset, blanks(2));
	expect(applyEdits(text, edits)).toBe(`${text.slice(0, text.lastIndexOf("\n") + 1)}${" ".repeat(column)}`);
});

test.each([
	["an entry", "a: b\n|"],
	["an item", "- a:b\n|"],
	["a text", "a: |\n  b:\n  |\n"],
	["a comment", "# a:\n|"],
	["brackets", "a: [\n  b:\n  |\n]\n"],
	["quotes", "a: 'b:\n  c:\n  |'\n"],
	["an empty line", "a:\n\n|"],
	["a line that is not empty", "a:\n|b\n"],
])("Enter below %s changes nothing", (_, written) => {
	const { offset, text } = withCursor(written);
	expect(editsOnEnterInCompose(parse(text), offset, blanks(2))).toEqual([]);
});
