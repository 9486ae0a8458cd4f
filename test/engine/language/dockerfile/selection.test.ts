import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { selectionsAt } from "../../../../src/engine/language/dockerfile/selection.ts";
import { contains } from "../../../../src/engine/text/text.ts";
import { withCursor } from "./cursor.ts";

/** What is selected step by step, the file itself left out; line ends as `⏎`. */
function steps(marked: string): string[] {
	const { file, offset } = withCursor(marked);
	return selectionsAt(file, offset)
		.slice(0, -1)
		.map(({ start, end }) => file.text.slice(start, end).replaceAll("\n", "⏎"));
}

test.each([
	["a word of FROM", "ARG X\nFROM deb‸ian:12 AS b\nRUN x\n", ["debian", "debian:12", "debian:12 AS b", "FROM debian:12 AS b", "FROM debian:12 AS b⏎RUN x"]],
	[
		"a field of a mount",
		"FROM a\nRUN --mount=type=cache,target=/ro‸ot ls\n",
		[
			"root",
			"/root",
			"target=/root",
			"type=cache,target=/root",
			"--mount=type=cache,target=/root",
			"RUN --mount=type=cache,target=/root ls",
			"FROM a⏎RUN --mount=type=cache,target=/root ls",
		],
	],
	[
		"a pair",
		'FROM a\nENV A=1 B="x ${‸C} y" \\\n  D=2\n',
		[
			"C",
			"${C}",
			"x ${C} y",
			'"x ${C} y"',
			'B="x ${C} y"',
			'A=1 B="x ${C} y" \\⏎  D=2',
			'ENV A=1 B="x ${C} y" \\⏎  D=2',
			'FROM a⏎ENV A=1 B="x ${C} y" \\⏎  D=2',
		],
	],
	["a string of an exec form", 'FROM a\nCMD ["a b‸", "c"]\n', ["b", "a b", '"a b"', '["a b", "c"]', 'CMD ["a b", "c"]', 'FROM a⏎CMD ["a b", "c"]']],
	[
		"a command of a shell",
		"FROM a\nRUN a && if b -x ‸y; then c; fi | d\n",
		[
			"y",
			"b -x y",
			"if b -x y; then c; fi",
			"if b -x y; then c; fi | d",
			"a && if b -x y; then c; fi | d",
			"RUN a && if b -x y; then c; fi | d",
			"FROM a⏎RUN a && if b -x y; then c; fi | d",
		],
	],
	["a trigger", "FROM a\nONBUILD USER ‸x\n", ["x", "USER x", "ONBUILD USER x", "FROM a⏎ONBUILD USER x"]],
	["a comment", "# one\n# two th‸ree\nFROM a\n", ["three", "two three", "# two three", "# one⏎# two three"]],
	["what is broken", "FROM a\nBOGUS x‸y z\n", ["xy", "xy z", "BOGUS xy z", "FROM a⏎BOGUS xy z"]],
	["no line", "FROM a\n‸\nRUN b\n", ["FROM a⏎⏎RUN b"]],
])("from %s", (_, marked, expected) => {
	expect(steps(marked)).toEqual(expected);
});

test("from a here document: its line, its body, with the words around it", () => {
	expect(steps("FROM a\nCOPY <<EOF /x\n  one tw‸o\nthree\nEOF\n")).toEqual([
		"two",
		"one two",
		"  one two⏎three⏎",
		"  one two⏎three⏎EOF",
		"COPY <<EOF /x⏎  one two⏎three⏎EOF",
		"FROM a⏎COPY <<EOF /x⏎  one two⏎three⏎EOF",
	]);
});

test("whatever is written, each step holds the one before, and the last is the file", () => {
	const line = fc.oneof(
		fc.constantFrom("FROM a AS b", "RUN a && \\", "# c", "RUN --mount=type=cache,from=\\", 'ENV A="$B', "RUN <<A", "A", 'CMD ["a"', "ONBUILD ONBUILD RUN a"),
		fc.string(),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 10 }), fc.nat(), (lines, at) => {
			const file = parse(lines.join("\n"));
			const steps = selectionsAt(file, at % (file.text.length + 1));
			for (const [index, step] of steps.entries()) expect(contains(steps[index + 1] ?? step, step)).toBe(true);
			expect(steps.at(-1)).toEqual({ start: 0, end: file.text.length });
		}),
	);
});
