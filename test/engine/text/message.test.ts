import { expect, test } from "vitest";
import type { Fix, Problem } from "../../../src/engine/lint/rule.ts";
import { plainTextOf, say, textOf, toPlainText, type Catalogue } from "../../../src/engine/text/message.ts";

const chinese: Catalogue = new Map([
	["`{0}` copies `{1}`", "`{1}` 由 `{0}` 复制"],
	["{0}, so {1}", "{0}，因此{1}"],
	["a comma is missing", "缺少逗号"],
]);

test("a message keeps its pattern and its values apart, and survives JSON", () => {
	const message = say`\`${"ADD"}\` copies \`${"a"}\``;
	expect(message).toEqual({ pattern: "`{0}` copies `{1}`", values: ["ADD", "a"] });
	expect(JSON.parse(JSON.stringify(message))).toEqual(message);
});

test("a translation may put the values in another order; without one it is English", () => {
	const message = say`\`${"ADD"}\` copies \`${"a"}\``;
	expect(textOf(message)).toBe("`ADD` copies `a`");
	expect(textOf(message, chinese)).toBe("`a` 由 `ADD` 复制");
	expect(textOf(say`${3} more`, chinese)).toBe("3 more");
});

test("messages within messages are translated too", () => {
	expect(textOf(say`${say`a comma is missing`}, so ${say`it fails`}`)).toBe("a comma is missing, so it fails");
	expect(textOf(say`${say`a comma is missing`}, so ${say`it fails`}`, chinese)).toBe("缺少逗号，因此it fails");
});

test("what a user wrote is never read as a part of the pattern", () => {
	expect(textOf(say`\`${"{1}"}\` copies \`${"$&"}\``)).toBe("`{1}` copies `$&`");
	expect(plainTextOf(say`\`${"a`b`c"}\` copies \`${"`"}\``)).toBe("“a`b`c” copies “`”");
});

test("line breaks in what a user wrote become blanks", () => {
	expect(textOf(say`\`${"a \\\r\n  b"}\` is odd`)).toBe("`a \\ b` is odd");
});

test("plain text has quotation marks for backticks", () => {
	expect(plainTextOf(say`${say`\`${"X"}\` is`} and \`RUN\` is`)).toBe("“X” is and “RUN” is");
	expect(toPlainText("Remove it from `RUN`")).toBe("Remove it from “RUN”");
});

test("a text is no message: it could not be translated", () => {
	const at = { start: 0, end: 1 };
	// @ts-expect-error The compiler refuses it.
	const problem: Problem = { at, message: "The image has no tag" };
	// @ts-expect-error And here.
	const fix: Fix = { title: `Replace ${problem.at.start}`, edits: [], safe: false };
	expect([problem.at, fix.edits]).toEqual([at, []]);
});
