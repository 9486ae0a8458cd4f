import { expect, test } from "vitest";
import { applyEdits, insert, Lines, remove, replace } from "../../../src/engine/text/text.ts";

test("edits are applied in the text's order, whatever their own", () => {
	expect(applyEdits("abc", [insert(3, "!"), replace({ start: 1, end: 2 }, "B"), insert(0, "> ")])).toBe("> aBc!");
});

test("of two edits that overlap the later is left out", () => {
	expect(applyEdits("abcdef", [remove({ start: 1, end: 4 }), replace({ start: 3, end: 5 }, "x")])).toBe("aef");
});

test("insertions at one place keep their order", () => {
	expect(applyEdits("ab", [insert(1, "1"), insert(1, "2")])).toBe("a12b");
});

test.each([
	[0, { line: 0, column: 0 }],
	[2, { line: 0, column: 2 }],
	[4, { line: 1, column: 0 }],
	[5, { line: 2, column: 0 }],
	[7, { line: 2, column: 2 }],
])("offset %i is a line and a column", (offset, position) => {
	expect(new Lines("ab\r\n\n𝒳").positionAt(offset)).toEqual(position);
});

test("a line's range has no line end", () => {
	const lines = new Lines("ab\r\n\nc");
	expect([0, 1, 2, 3].map((line) => lines.lineRange(line))).toEqual([
		{ start: 0, end: 2 },
		{ start: 4, end: 4 },
		{ start: 5, end: 6 },
		{ start: 6, end: 6 },
	]);
});
