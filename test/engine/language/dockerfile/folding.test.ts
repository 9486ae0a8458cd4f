import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { folds } from "../../../../src/engine/language/dockerfile/folding.ts";
import { Lines } from "../../../../src/engine/text/text.ts";

/** "2-4 comment": the lines, from 1, that stay in sight first and are hidden last. */
function foldsOf(text: string): string[] {
	const lines = new Lines(text);
	return folds(parse(text)).map(({ start, end, kind }) => `${lines.lineAt(start) + 1}-${lines.lineAt(end) + 1}${kind ? ` ${kind}` : ""}`);
}

const cases: readonly (readonly [what: string, text: string, folds: readonly string[]])[] = [
	["nothing", "", []],
	["one line", "FROM debian:12", []],
	["a stage ends with its last instruction", "FROM a AS b\nRUN x\n\n# about the next\nFROM c\nRUN y\n# the end\n", ["1-2", "5-6"]],
	["a stage without instructions has nothing to hide", "FROM a AS b\n\nFROM c\nUSER d\n", ["3-4"]],
	["a stage whose FROM is continued", "FROM \\\n  a\nRUN x\n", ["1-3"]],
	["arguments before the first stage", "ARG A=1 \\\n  B=2\nFROM a\n", ["1-2"]],
	["a continued instruction", "FROM a\nRUN x && \\\n    y && \\\n    z\nUSER b\n", ["1-5", "2-4"]],
	["with the backtick", "# escape=`\nFROM a\nRUN x `\n  y\n", ["2-4", "3-4"]],
	["with comments and empty lines inside", "FROM a\nRUN x && \\\n# one\n# two\n\n    y\n", ["1-6", "2-6", "3-4 comment"]],
	["a continuation that nothing follows", "FROM a\nRUN x \\\n", ["1-2"]],
	["a here document stays closed in sight", "FROM a\nRUN <<EOF\nx\ny\nEOF\nUSER b\n", ["1-6", "2-4"]],
	["two here documents", "FROM a\nCOPY <<A <<B /\na\nA\nb\nB\n", ["1-6", "2-3", "4-5"]],
	["an empty here document", "FROM a\nRUN <<EOF\nEOF\n", ["1-3", "2-3"]],
	["a here document in a continued instruction", "FROM a\nRUN --network=none \\\n  cat <<EOF\nx\ny\nEOF\n", ["1-6", "2-6", "3-5"]],
	["a here document without an end", "FROM a\nRUN <<EOF\nx\ny", ["1-4", "2-4"]],
	["a here document without an end, and a line end", "FROM a\nRUN <<EOF\nx\ny\n", ["1-4", "2-4"]],
	["what looks like comments in a here document is none", "FROM a\nRUN <<EOF\n# x\n# y\nEOF\n", ["1-5", "2-4"]],
	["comments on consecutive lines", "# one\n# two\n\n# three\nFROM a\n# four\n  # five\n# six\nRUN x\n", ["1-2 comment", "5-9", "6-8 comment"]],
	["parser directives are no comments", "# syntax=docker/dockerfile:1\n# escape=\\\n# one\n# two\nFROM a\n", ["3-4 comment"]],
	["a region, whose end stays in sight", "FROM a\n# region Packages\nRUN x\nRUN y\n# endregion\nUSER b\n", ["1-6", "2-4 region"]],
	["regions in regions, and over stages", "#region all\nFROM a\n# region x\nRUN x\n#endregion\nFROM b\n# endregion all\n", ["1-6 region", "2-4", "3-4 region"]],
	["markers without their other half", "FROM a\n# endregion\nRUN x\n# region\nUSER b\n", ["1-5"]],
	["a word that only begins like a marker", "# regional\n# endregions\nFROM a\n", ["1-2 comment"]],
	["comments beside a marker", "# one\n# two\n# region\n# three\n# four\nFROM a\n# endregion\n", ["1-2 comment", "3-6 region", "4-5 comment"]],
	["broken instructions", "FROM a\nBOGUS \\\n  x\nENV a= \\\n  b\nFROM\n", ["1-5", "2-3", "4-5"]],
	["a byte order mark", "\uFEFFFROM a\nRUN x \\\n y\n", ["1-3", "2-3"]],
];

describe("folds", () => {
	test.each(cases)("%s", (_, text, expected) => {
		expect(foldsOf(text)).toEqual(expected);
	});

	test.each(cases)("with CRLF: %s", (_, text, expected) => {
		expect(foldsOf(text.replaceAll("\n", "\r\n"))).toEqual(expected);
	});

	test("lie within the text, one a line, and never cross but for regions", () => {
		const line = fc.constantFrom("FROM a", "RUN x \\", "  y", "# c", "COPY <<A <<B /", "A", "B", "", "RUN <<A", "BOGUS", "ONBUILD RUN <<B", "\\", "\r");
		fc.assert(
			fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom("\n", "\r\n"), (all, lineEnd) => {
				const text = all.join(lineEnd);
				const lines = new Lines(text);
				const found = folds(parse(text)).map(({ start, end }) => ({ first: lines.lineAt(start), last: lines.lineAt(end), start, end }));
				expect(new Set(found.map(({ first }) => first)).size).toBe(found.length);
				for (const [index, one] of found.entries()) {
					expect(one).toSatisfy(({ first, last, start, end }: typeof one) => start >= 0 && end <= text.length && first < last);
					for (const other of found.slice(index + 1)) expect(other).toSatisfy(() => other.first > one.last || other.last <= one.last);
				}
			}),
		);
	});
});
