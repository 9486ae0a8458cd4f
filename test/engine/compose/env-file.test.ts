import fc from "fast-check";
import { expect, test } from "vitest";
import { readEnvFile, readRawEnvFile } from "../../../src/engine/compose/env-file.ts";

const outside = (name: string): string | undefined => (name === "OUT" ? "side" : undefined);
const valuesOf = (text: string): unknown => Object.fromEntries(readEnvFile(text, outside).entries.map(({ name, value }) => [name, value]));

test.each([
	["A=1", { A: "1" }],
	["\uFEFFA=1", { A: "1" }],
	["A=1\r\nB=2\r\n", { A: "1", B: "2" }],
	["# a comment\n\n  A = b c  \n", { A: "b c" }],
	["A=x#y\nB=x #y\nC=# z", { A: "x#y", B: "x", C: "# z" }],
	["A=   # text", { A: "# text" }],
	["A: yaml", { A: "yaml" }],
	["export A=1\nexport\tB=2", { A: "1", B: "2" }],
	["A=", { A: "" }],
	["OUT\nNOWHERE\n", { OUT: "side", NOWHERE: undefined }],
	["A=1\nB=$A-${OUT}-${C:-d}", { A: "1", B: "1-side-d" }],
	["A='$OUT \\n'", { A: "$OUT \\n" }],
	['A="$OUT\\n\\"q\\" \\$x"', { A: 'side\n"q" $x' }],
	['A="a\nb"\nC=1', { A: "a\nb", C: "1" }],
	["A='it\\'s'", { A: "it's" }],
	['A="\\0101\\x"', { A: "A\\x" }],
	["A=$(rm -rf x)", { A: "$(rm -rf x)" }],
	["A=1\nA=2", { A: "2" }],
	["A.b-c[0]=1", { "A.b-c[0]": "1" }],
	['A="x" # a comment', { A: "x" }],
])("%j", (text, values) => expect([valuesOf(text), readEnvFile(text, outside).error]).toEqual([values, undefined]));

test.each([
	["A B=1", "A B", "a name of a variable cannot hold a blank"],
	["A=1\nB$C=2", "$", "a name of a variable cannot hold `{0}`"],
	['A=1\nB="x\nC=2', '"x', "the quote that opens this value is not closed"],
	["A=${", "${", "a `$` stands here that begins no variable; `$$` means it as it is"],
	["A=${B:?give it}", "${B:?give it}", "`{0}` has to have a value, and has none: {1}"],
])("%j is refused at %j", (text, place, pattern) => {
	const { error } = readEnvFile(text, outside);
	expect(error && text.slice(error.at.start, error.at.end)).toBe(place);
	expect(error?.message).toMatchObject({ pattern });
});

test("what earlier files have counts least", () => {
	const { entries } = readEnvFile("A=$X\nX=own\nB=$X", outside, (name) => (name === "X" ? "earlier" : undefined));
	expect(entries.map(({ value }) => value)).toEqual(["earlier", "own", "own"]);
});

test("in the raw format a value is as it is written", () => {
	const { entries, error } = readRawEnvFile('A="x" # y\n\n# c\n  B=$A \nOUT\nNOWHERE\n', outside);
	expect(entries.map(({ name, value }) => [name, value])).toEqual([
		["A", '"x" # y'],
		["B", "$A "],
		["OUT", "side"],
		["NOWHERE", undefined],
	]);
	expect(error).toBeUndefined();
	expect(readRawEnvFile("A B=1", outside).error?.message).toMatchObject({ pattern: "a name of a variable cannot hold a blank" });
	expect(readRawEnvFile("=1", outside).error?.message).toMatchObject({ pattern: "no name of a variable stands before the `=`" });
});

test("no text makes it throw, and each place is in the text", () => {
	const piece = fc.constantFrom("A", "=", ":", " ", "\n", "\r\n", "'", '"', "#", "$", "${", "}", "\\", "export ", "-", "🚢", "\uFEFF");
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
			const text = pieces.join("");
			for (const read of [readEnvFile, readRawEnvFile]) {
				const { entries, error } = read(text, outside);
				for (const { start, end, nameRange, valueRange } of entries)
					expect([0 <= start, start <= nameRange.start, nameRange.end <= valueRange.start, valueRange.end <= end, end <= text.length]).toEqual(
						Array(5).fill(true),
					);
				if (error) expect(error.at.start <= text.length).toBe(true);
			}
		}),
		{ numRuns: 2000 },
	);
});
