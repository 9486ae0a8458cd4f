import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { editsOnEnter } from "../../../../src/engine/language/dockerfile/format/on-enter.ts";
import { blanks } from "../../../../src/engine/language/format-options.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";

/** What becomes of a text right after Enter; `‸` is the cursor. */
function afterEnter(marked: string): string {
	const offset = marked.indexOf("‸");
	const text = marked.replace("‸", "");
	return applyEdits(text, editsOnEnter(parse(text), offset, blanks(4)));
}

test.each([
	["below the first line", "RUN a && \\\n‸", "RUN a && \\\n    "],
	["below it, with lines to come", "RUN a && \\\n‸\n    b\n", "RUN a && \\\n    \n    b\n"],
	["below another line", "RUN a && \\\n  b && \\\n‸", "RUN a && \\\n  b && \\\n  "],
	["below an argument", "RUN a \\\n        b \\\n  ‸", "RUN a \\\n        b \\\n        "],
	["below what opens a block", "RUN set -e; \\\n    if a; then \\\n‸", "RUN set -e; \\\n    if a; then \\\n        "],
	["below a first line that opens a block", "RUN if a; then \\\n‸", "RUN if a; then \\\n        "],
	["with the backtick", "# escape=`\nRUN a `\n‸", "# escape=`\nRUN a `\n    "],
	["below the end of an instruction", "RUN a && \\\n    b\n    ‸\nUSER c\n", "RUN a && \\\n    b\n\nUSER c\n"],
	["with carriage returns", "RUN a && \\\r\n‸\r\n", "RUN a && \\\r\n    \r\n"],
	["in values", "ENV A=1 \\\n    B=2 \\\n‸", "ENV A=1 \\\n    B=2 \\\n    "],
	["where a line is broken in two", "RUN a \n‸&& b\n", "RUN a \\\n    && b\n"],
	["where a continued line is", "RUN a && \\\n  b \n  ‸c \\\n  d\n", "RUN a && \\\n  b \\\n  c \\\n  d\n"],
	["before the character", "RUN a\n‸\\\n  b\n", "RUN a \\\n    \\\n  b\n"],
	["before a word that is a keyword too", "RUN apk \n‸add b\n", "RUN apk \\\n    add b\n"],
])("%s", (_, text, expected) => {
	expect(afterEnter(text)).toBe(expected);
});

test.each([
	["at the beginning", "‸FROM a\n"],
	["below one line", "FROM a\n‸\n"],
	["between two instructions", "FROM a\n‸USER b\n"],
	["between two in small letters", "from a\n‸user b\n"],
	["in a comment", "# a\n‸b\n"],
	["in a comment of an instruction", "RUN a \\\n    # b\n‸\n    c\n"],
	["in a here document", "RUN <<EOF\nif a; then\n‸\nEOF\n"],
	["below a here document", "RUN <<EOF\na\nEOF\n‸b\n"],
	["below an empty line", "RUN a \\\n\n‸b\n"],
	["before a comment", "FROM a\n‸# b\n"],
])("nothing %s", (_, text) => {
	expect(afterEnter(text)).toBe(text.replace("‸", ""));
});

test("no text and no place in it makes it throw, or lose anything", () => {
	const word = fc.constantFrom(
		"RUN ",
		"a ",
		"&&",
		"\\\n",
		"\n",
		"\r\n",
		"  ",
		"\t",
		"<<EOF",
		"EOF",
		"# x",
		"if ",
		"then ",
		"'",
		"(",
		"FROM a",
		"# escape=`\n",
		"`\n",
	);
	fc.assert(
		fc.property(fc.array(word, { maxLength: 20 }), fc.nat(60), (words, place) => {
			const text = words.join("");
			const after = applyEdits(text, editsOnEnter(parse(text), Math.min(place, text.length), blanks(4)));
			expect(after.replace(/[\s\\`]+/g, "")).toBe(text.replace(/[\s\\`]+/g, ""));
		}),
	);
});
