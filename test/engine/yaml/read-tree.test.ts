import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { libraryTree } from "../../../src/engine/yaml/library-tree.ts";
import { readTree } from "../../../src/engine/yaml/read-tree.ts";
import { yamlTexts } from "./yaml-texts.ts";

/** What the parser says of a text in which it finds no mistake. */
function treeOf(text: string): unknown {
	const { roots, comments, problems, tooDeep } = libraryTree(text);
	return problems.length > 0 || tooDeep ? undefined : { roots, comments };
}

test.each([
	["nothing", ""],
	["comments alone", "# one\n\n  # two\t \n"],
	["no line end", "a: b"],
	["a mark before it", "\uFEFFa: b\n"],
	["a mark before a comment", "\uFEFF# c\n- a\n"],
	["line ends of Windows", "a:\r\n  - b\r\n\r\n  # c \r\n  - 'd\r\n    e'\r\n"],
	["a document that is indented", "  a: b\n  c:\n    - d\n"],
	["markers", "# c\n---\na: b\n--- # d\n---\n- e\n...\n# f\n---\n"],
	["a sequence below its key", "a:\n- b\n- c:\n  - d\n  e: f\ng: h\n"],
	["sequences in sequences", "- - a\n  - - b\n-\n  - c\n-   - d\n    - e\n"],
	["mappings in sequences", "- a: b\n  c: d\n-   e: f\n    g:\n      h: i\n-\n  j: k\n"],
	["values left out", "a:\nb: # c\nc:   \nd:\n  e:\n-f: &x\ng: !reset\nh: {a: , b, c: }\n"],
	["items left out", "-\n- # c\n-   \n- !reset null\n- &a\n-\n"],
	["words that look like marks", "-a: -b\n?c: ?d\n:e: :f\ng: a:b\nh: a#b\ni: a - b\nj: '#'\n---k: l\n"],
	["a colon far from its key", "a  : b\n'c' : d\n"],
	["tabs where they may be", "a:\tb\t\nc: d\t# e\nf: g\th\n\t# i\n"],
	["plain text over lines", "a: b\n c\n\n   d  \n  # e\nf:\n  g\n  h: i\n".replace("\n  h: i", "\n   - h")],
	["a number of empty lines", "a: b\n\n\n\n  c\n\n\nd: e\n"],
	["single quotes", "a: 'b''c'\nb: ''\n'c: d': 'e\n  f\n\n  g  '\n"],
	["double quotes", 'a: "b\\n\\"c\\" \\x41\\u00e9\\U0001f600\\/\\\\"\n"b": "c\n  d\\\n    e\n\n  f \\\tg"\n'],
	["blanks beside line ends in quotes", "a: \"b  \n  \t c\\ \n d\"\nb: 'e\t \n\n\n  f'\n"],
	["literal text", "a: |\n  b\n    c\n\n  d\nb: |-\n    e\nc: |+\n  f\n\n\nd: |\ne: |2-\n    g\n  h\n"],
	["folded text", "a: >\n  b\n  c\n\n  d\n    e\n    f\n\n    g\n  h\n\n\nb: >-\n\n\n  i\n  j\nc: >+ # k\n  l\n\n"],
	["text at the end", "- a: |\n    b"],
	["text with spaces below", "a: |\n  b\n  \n \nc: >\n\n  d\n  "],
	["a comment that ends a text", "a:\n  b: |\n    c\n  # d\n  e: f\n"],
	["brackets over lines", "a: [b, 'c', \"d\",\n  e f\n  g, # h\n\n  i,\n]\nb: {\n  c: d,\n  'e':f,\n  g: {h: [], i: {}},\n  }\n"],
	["brackets and nothing else", '{"a": ["b", {"c": null}],\n"d": 1}\n'],
	["what ends in brackets", "a: [b:c, -d, e#f, 80:80]\nb: {c:d, e: f:g}\n"],
	["colons and dashes that touch what ends them", "a: {b:, c: , d :e}\nf: [g:, h:i, 'j:', k:]\n"],
	["anchors", "x: &a\n  b: &c d\ny: &e [f]\n&g z: *a\nu:\n  - &h\n    i: j\n  - &k l: m\n  - *c\nv:\n  &n\n  o: p\nw: &q |\n  r\n"],
	["merge keys", "x: &a {b: c}\ny:\n  <<: *a\n  d: e\nz:\n  <<: [*a, *a]\n"],
	["tags", "a: !!str 1\nb: !reset\nc: !override\n  - d\ne: !!int '2'\nf: !x-y.z &g h\n".replace("x-y.z", "x-y")],
	["keys of other types", "1: a\n2: b\n4.19: c\ntrue: d\n~x: e\n.env: f\n"],
	["comments everywhere", "# a\na: # b\n  # c\n  b: c # d\n      # e\n# f\n\n  d:\n# g\n  - e # h\n  # i\n"],
	["characters beyond the plane", "😀: é\u00a0\nb: '\u2028'\n# \u3042 \u00a0\n"],
])("%s", (_, text) => {
	const tree = readTree(text);

	expect(tree).toBeDefined();
	expect(tree).toEqual(treeOf(text));
});

test.each(["a: 'b'#c\n", 'a: "b"#c\n', "a: [b]#c\n", "a: [b,#c\n  d]\n", "a: |#c\n  b\n", "a: >-#c\n  b\n"])(
	"a comment may touch what ends in quotes or brackets, as go-yaml has it: %j",
	(text) => {
		const apart = text.replace("#", " #");
		expect(readTree(text)?.comments).toHaveLength(1);
		expect(parts(readTree(text))).toEqual(parts(readTree(apart)));
	},
);

test("a comment does not touch a word", () => {
	expect(readTree("a: b#c\n")?.comments).toEqual([]);
});

/** What was read, without where. */
const parts = (tree: unknown): unknown =>
	JSON.parse(JSON.stringify(tree, (key, value: unknown) => (["start", "end", "comments"].includes(key) ? undefined : value)));

test("a colon or a dash that a bracket or a comma follows is text, as go-yaml has it", () => {
	const sourceOf = (text: string): unknown => {
		const [root] = readTree(text)?.roots ?? [];
		return root?.kind === "mapping" && root.entries.map(({ key, value }) => [key, value].map((each) => each?.kind === "scalar" && each.source));
	};
	expect(sourceOf("{a: b:, c: -, d:}")).toEqual([
		["a", "b:"],
		["c", "-"],
		["d:", false],
	]);
	expect(readTree("{a:[b]}")).toBeUndefined();
	expect(libraryTree("{a:[b], 'c':[d]}").problems.map(({ at, edit }) => [at.start, edit?.text])).toEqual([[2, " "]]);
});

test.each([
	["a key twice", "a: b\n'a': c\n"],
	["a number twice", "1.0: a\n1: b\n"],
	["a key among many twice", `${Array.from({ length: 20 }, (_, index) => `k${index}: v\n`).join("")}k7: w\n`],
	["an open quote", "a: 'b\nc: d\n"],
	["an open bracket", "a: [b\nc: d\n"],
	["a value that holds a colon", "a: b: c\n"],
	["a line that is indented too far", "a: b\n  c: d\n"],
	["a line that is indented too little", "a:\n    b: c\n  d: e\n"],
	["a tab before a key", "a:\n\tb: c\n"],
	["an item among keys", "a: b\n- c\n"],
	["a word among keys", "a: b\nc\n"],
	["two anchors", "a: &b &c d\n"],
	["an anchor of an alias", "a: &b *c\n"],
	["an escape that is none", 'a: "\\d"\n'],
	["a character that begins nothing", "a: @b\n"],
	["lines without their marks", "- a\nb\n"],
	["text that is indented too little", "a: |\n    b\n  c\n"],
	["too many brackets", `a: ${"[".repeat(300)}${"]".repeat(300)}`],
	["too many blanks", `a:${" ".repeat(500)}b`],
	["a directive", "%YAML 1.2\n---\na: b\n"],
	["a key behind a question mark", "? a\n: b\n"],
	["the end of a document that is none", "...\na: b\n"],
	["the end of a line that is none", "a: b\rc: d\n"],
])("leaves %s to the parser", (_, text) => {
	expect(readTree(text)).toBeUndefined();
});

test.each([
	["|", "a: |\n  b"],
	["|+", "a: |+\n  b"],
	[">", "a: >\n  b"],
])("a text behind %s ends without a line end where the file does", (_, text) => {
	for (const tree of [readTree(text), libraryTree(text)]) expect(tree?.roots).toMatchObject([{ entries: [{ value: { source: "b" } }] }]);
});

test("texts that are made up are read as the parser reads them, most of them here", () => {
	let [read, right] = [0, 0];
	fc.assert(
		fc.property(yamlTexts, (text) => {
			const tree = readTree(text);
			const expected = treeOf(text);
			if (expected) right++;
			if (!tree) return;
			read++;
			expect(isDeepStrictEqual(tree, expected)).toBe(true);
			expect(isDeepStrictEqual(readTree(text, { isLoose: true }), tree)).toBe(true);
		}),
		{ numRuns: 600, seed: 1 },
	);

	expect(right).toBeGreaterThan(400);
	expect(read / right).toBeGreaterThan(0.95);
});

test("with anything in them they are read in the same way, or not at all", () => {
	const parts = [
		"\n",
		" ",
		"  ",
		"\t",
		":",
		": ",
		"- ",
		"#",
		" # ",
		"'",
		'"',
		"[",
		"]",
		"{",
		"}",
		",",
		"&a ",
		"*a",
		"!t ",
		"|\n",
		">-\n",
		"---\n",
		"\\",
		"\r\n",
		"? ",
		"é",
	];
	const changes = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), deleted: fc.nat(3), text: fc.constantFrom("", ...parts) }), {
		minLength: 1,
		maxLength: 3,
	});
	fc.assert(
		fc.property(yamlTexts, changes, (text, all) => {
			const changed = all.reduce((sum, { at, deleted, text: added }) => {
				const start = Math.floor(at * sum.length);
				return sum.slice(0, start) + added + sum.slice(start + deleted);
			}, text);
			const tree = readTree(changed);
			if (tree) expect(isDeepStrictEqual(tree, treeOf(changed))).toBe(true);
		}),
		{ numRuns: 1200, seed: 1 },
	);
});

test.each([
	["brackets", "[".repeat(100_000)],
	["items in one line", "- ".repeat(100_000)],
	["blocks", Array.from({ length: 1000 }, (_, index) => `${" ".repeat(index)}a:`).join("\n")],
	["characters in a line", `a: ${"b".repeat(2_000_000)}`],
	["lines in quotes", `a: "${"b\n ".repeat(300_000)}`],
	["quotes", "'".repeat(300_000)],
	["blanks", `a:${" \n".repeat(300_000)}`],
	["keys", Array.from({ length: 100_000 }, (_, index) => `k${index}: v`).join("\n")],
	["items in brackets", `a: [${"b, ".repeat(100_000)}]`],
])("many %s take no more than their share", (_, text) => {
	expect(() => readTree(text)).not.toThrow();
});

/** What is said, without where. */
const said = (text: string, isLoose = false): unknown =>
	JSON.stringify(readTree(text, { isLoose })?.roots, (key, value: unknown) => (/^(?:start|end)$/.test(key) ? undefined : value));

test.each([
	["items", "a:\n  b: [c,\nd,\n e]\n", "a:\n  b: [c,\n    d,\n    e]\n"],
	["entries behind tabs", "a:\n  b: {c: d,\n\te: f,\n\t}\n", "a:\n  b: {c: d,\n    e: f,\n    }\n"],
	["plain text over lines", "a:\n  b: [c\nd\n\n e]\n", "a:\n  b: [c\n    d\n\n    e]\n"],
	["quotes", "a:\n  b: \"c\nd\n\n\te\"\n  f: 'g\nh'\n", "a:\n  b: \"c\n    d\n\n    e\"\n  f: 'g\n    h'\n"],
	["comments", "a:\n  b: [\n# c\n\t# d\ne]\n", "a:\n  b: [\n    # c\n    # d\n    e]\n"],
])("%s in brackets and quotes may be indented anyhow for those who ask for it", (_, text, indented) => {
	expect(readTree(text)).toBeUndefined();
	expect(said(text, true)).toBeDefined();
	expect(said(text, true)).toBe(said(indented));
});

test.each([
	["a tab before more of a plain text", "a:\n  b: [c\n\td]\n"],
	["a tab on an empty line in it", "a:\n  b: [c\n\t\n    d]\n"],
	["a marker in it", "a:\n  b: [c\n--- d]\n"],
	["a marker in quotes", "a:\n  b: 'c\n--- d'\n"],
	["a marker before an item", "a:\n  b: [c,\n--- ]\n"],
	["plain text in no brackets", "a:\n  b: c\nd\n"],
	["what follows a block", "a:\n  b: c\n\td: e\n"],
])("but not %s", (_, text) => {
	expect(readTree(text, { isLoose: true })).toBeUndefined();
});
