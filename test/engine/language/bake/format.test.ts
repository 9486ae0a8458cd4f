import fc from "fast-check";
import { expect, test } from "vitest";
import { parseBake } from "../../../../src/engine/bake/parse.ts";
import { formatBake } from "../../../../src/engine/language/bake/format/format.ts";
import { tab } from "../../../../src/engine/language/format-options.ts";
import { tokensIn } from "../../../../src/engine/hcl/tokens.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

const usual = { indent: undefined, lineEnd: undefined, endsLastLine: true };

const formatted = (text: string, options: Partial<Parameters<typeof formatBake>[1]> = {}): string =>
	applyEdits(text, formatBake(parseBake(text), { ...usual, ...options }).edits);

test.each([
	["nothing", "", ""],
	["a formatted file", 'target "a" {\n  tags = ["b"]\n}\n', 'target "a" {\n  tags = ["b"]\n}\n'],
	["signs below each other", "a=1\nbbb  =  2\n\nc =3\n", "a   = 1\nbbb = 2\n\nc = 3\n"],
	["a value over several lines, which stands for itself", "a = 1\nbbb = [\n1,\n]\ncc = 2\ndddd = 3\n", "a = 1\nbbb = [\n  1,\n]\ncc   = 2\ndddd = 3\n"],
	["comments below each other", "a = 1 # one\nbb = 2# two\n# three\nc = 3 // four\n", "a  = 1 # one\nbb = 2 # two\n# three\nc = 3 // four\n"],
	["a comment that ends within its line", "a = 1 /* one */\nbb = 2\n", "a  = 1 /* one */\nbb = 2\n"],
	["blocks in one line", 'target   "a"{}\ntarget "b" { tags=["c"] }\n', 'target "a" {}\ntarget "b" { tags = ["c"] }\n'],
	["lists and objects", "a = [ 1,2 , {b=1,c : 2},[ ],{ } ]\n", "a = [1, 2, { b = 1, c : 2 }, [], {}]\n"],
	["operators", "a = b==1&&!c?-1:d - -2\n", "a = b == 1 && !c ? -1 : d - -2\n"],
	["names with a dash", "a = b-c\n", "a = b-c\n"],
	["calls and members", "a = upper ( b [0] . c, d... )\n", "a = upper(b[0].c, d...)\n"],
	["loops", "a = [for k,v in [1]:v if  v!=1]\nb = {for k , v in c:k=>v...}\n", "a = [for k, v in [1] : v if v != 1]\nb = { for k, v in c : k => v... }\n"],
	["what is computed in a string, and nothing else in it", 'a = " b  ${ c }  %{ if d }e %{ endif }$${ f }"\n', 'a = " b  ${c}  %{if d}e %{endif}$${ f }"\n'],
	[
		"a here document",
		'target "a" {\ndockerfile-inline=<<E\n  FROM  ${ b }\n\n\n   E\ntags=1\n}\n',
		'target "a" {\n  dockerfile-inline = <<E\n  FROM  ${b}\n\n\n   E\n  tags              = 1\n}\n',
	],
	["a comment over several lines", "a {\n/* one\n two */\nb = 1\n}\n", "a {\n  /* one\n two */\n  b = 1\n}\n"],
	["blanks at the ends of lines, and empty lines", "\n\na = 1  \n  \n\n\nb = 2\n\n", "\n\na = 1\n\n\n\nb = 2\n\n"],
	["a last line that does not end", "a=1", "a = 1\n"],
	["carriage returns", "a=1\r\nbb = 2 # c\r\n", "a  = 1\r\nbb = 2 # c\r\n"],
	["a byte order mark", "\uFEFF  a=1\n", "\uFEFFa = 1\n"],
	["letters of two units, and of several characters", 'é = 1 # a\nx = "👍🏽" # b\n', 'é = 1   # a\nx = "👍🏽" # b\n'],
	["what cannot be read", "a  =  [1\nb  =  2\n", "a  =  [1\nb  =  2\n"],
	["JSON", '{ "target":{}}', '{ "target":{}}'],
	[
		"what a comment leaves out",
		"# hullwright format=skip\na  =  {\nb=1 }\nc  =  1\n# hullwright format=off\nd  =1\n\n# hullwright format=on\ne  =1\n",
		"# hullwright format=skip\na  =  {\nb=1 }\nc = 1\n# hullwright format=off\nd  =1\n\n# hullwright format=on\ne = 1\n",
	],
])("%s", (_, text, expected) => {
	expect(formatted(text)).toBe(expected);
	expect(formatted(expected)).toBe(expected);
});

test("the indentation and the line ends are those that somebody has chosen", () => {
	expect(formatted("a {\n b {\n c=<<E\nx\nE\n}\n}", { indent: tab(), lineEnd: "\r\n" })).toBe("a {\r\n\tb {\r\n\t\tc = <<E\nx\nE\r\n\t}\r\n}\r\n");
	expect(formatted("a=1\n", { endsLastLine: false })).toBe("a = 1\n");
});

test("of a part, what stands in columns with it is formatted, and nothing else", () => {
	const text = "a=1\n\nb=1\nccc=2\n\nd=1\n";
	const at = text.indexOf("ccc");
	expect(applyEdits(text, formatBake(parseBake(text), usual, { start: at, end: at + 1 }).edits)).toBe("a=1\n\nb   = 1\nccc = 2\n\nd=1\n");
});

test("where a file cannot be read, it is told", () => {
	expect(formatBake(parseBake("a = [1\n"), usual)).toEqual({ edits: [], left: [{ start: 7, end: 7 }] });
});

const pieces = [
	"a",
	"=",
	"1",
	"{",
	"}",
	"[",
	"]",
	"(",
	")",
	'"',
	"${",
	"%{if a}",
	"%{endif}",
	",",
	":",
	"?",
	"-",
	"!",
	".",
	"\n",
	"\r\n",
	" ",
	"\t",
	"# b",
	"/* c */",
	"<<E\n",
	"\nE\n",
	"for x in ",
	"=>",
	"\\",
	"é",
	"…",
];

test("whatever is written, only blanks change, and a second run changes nothing", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (words) => {
			const text = words.join("");
			const once = formatted(text);
			const spoken = (each: string): string =>
				tokensIn(each)
					.map((token) => token.text)
					.join("\n")
					.trimEnd();
			expect(spoken(once)).toBe(spoken(text));
			expect(formatted(once)).toBe(once);
		}),
		{ numRuns: 500 },
	);
});
