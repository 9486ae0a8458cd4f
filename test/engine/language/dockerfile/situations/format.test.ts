import { describe, expect, test } from "vitest";
import { parse } from "../../../../../src/engine/dockerfile/parse.ts";
import { format } from "../../../../../src/engine/language/dockerfile/format/format.ts";
import { editsOnEnter } from "../../../../../src/engine/language/dockerfile/format/on-enter.ts";
import { blanks, toFormatOptions } from "../../../../../src/engine/language/format-options.ts";
import { applyEdits } from "../../../../../src/engine/text/text.ts";
import { writings } from "./writings.ts";

const usual = { ...toFormatOptions({}, new Map()), indent: blanks(4) };

// Here the last line ends, empty lines at the ends go, and there is one blank between words; the Node server does none of it.
const documents: readonly (readonly [what: string, text: string, expected: string])[] = [
	["nothing", "", ""],
	["blanks alone", "  \t ", ""],
	["empty lines alone", "\n\n", ""],
	["a comment behind blanks", " # one\n", "# one\n"],
	["an instruction behind blanks", "   FROM debian\n", "FROM debian\n"],
	["behind a tab", "FROM debian\n\tUSER me\n", "FROM debian\nUSER me\n"],
	["blanks in a last line", "FROM debian\n  ", "FROM debian\n"],
	["several instructions", "  FROM debian\n\tUSER me\n  CMD run\n", "FROM debian\nUSER me\nCMD run\n"],
	["what goes on", "RUN make \\\nall\n", "RUN make \\\n    all\n"],
	["what goes on, too deep", "RUN make \\\n\t\t\tall\n", "RUN make \\\n    all\n"],
	["as it should be", "RUN make \\\n    all\n", "RUN make \\\n    all\n"],
	["several lines that go on", "EXPOSE 80 \\\n81 \\\n82\n", "EXPOSE 80 \\\n    81 \\\n    82\n"],
	["an empty line behind one that goes on", "EXPOSE 80 \\\n\n81\n", "EXPOSE 80 \\\n\n    81\n"],
	["a line of blanks there", "EXPOSE 80 \\\n \t \n81\n", "EXPOSE 80 \\\n\n    81\n"],
	["a comment there", "EXPOSE 80 \\\n# the other\n81\n", "EXPOSE 80 \\\n    # the other\n    81\n"],
	["a comment behind blanks there", "EXPOSE 80 \\\n\t \t# the other\n81\n", "EXPOSE 80 \\\n    # the other\n    81\n"],
	// A blank before what goes on would make two words of one.
	["a word over two lines", "EXPOSE 80\\\n81\n", "EXPOSE 80\\\n81\n"],
	["an escape character in a word", "EXPOSE 80\\81\n", "EXPOSE 80\\81\n"],
	["a here document", "  COPY <<NOTE /\n  one\nNOTE\n", "COPY <<NOTE /\n  one\nNOTE\n"],
	["one whose lines are indented", "RUN <<-NOTE\n\tone\n\tNOTE\n", "RUN <<-NOTE\n\tone\n\tNOTE\n"],
	["one without lines", "RUN <<-NOTE\n", "RUN <<-NOTE\n"],
	["one without an end", "RUN  <<-NOTE\none", "RUN  <<-NOTE\none"],
	["one in an instruction that goes on", "RUN <<ONE cat && \\\n<<TWO cat\none\nONE\ntwo\nTWO\n", "RUN <<ONE cat && \\\n    <<TWO cat\none\nONE\ntwo\nTWO\n"],
];
describe("a document", () => {
	test.each(documents)("%s", (_, text, expected) => {
		for (const [, write] of writings.filter(([name]) => !name.includes("blanks"))) {
			const file = parse(write(text));
			expect(applyEdits(file.text, format(file, usual).edits)).toBe(write(expected));
		}
	});
});

/** Of the text between «» only. */
const ranges: readonly (readonly [what: string, marked: string, expected: string])[] = [
	["an empty file", "«»", ""],
	["a formatted line", "«FROM debian»\n  USER me\n", "FROM debian\n  USER me\n"],
	["a comment", "«  # one»\n  FROM debian\n", "# one\n  FROM debian\n"],
	["a line in the middle", "  FROM debian\n\t«USER» me\n  CMD run\n", "  FROM debian\nUSER me\n  CMD run\n"],
	["two of three", "  FROM debian\n\tUSE«R me\n  CM»D run\n", "  FROM debian\nUSER me\nCMD run\n"],
	["all", "«  FROM debian\n\tUSER me\n»", "FROM debian\nUSER me\n"],
	// The Node server changes the line alone.
	["a line of what goes on: all of it", "  FROM debian\nRUN make \\\n«all» \\\ntest\n", "  FROM debian\nRUN make \\\n    all \\\n    test\n"],
	["the first of what goes on", "«  RUN» make \\\nall\n  USER me\n", "RUN make \\\n    all\n  USER me\n"],
	["a comment in what goes on", "RUN make \\\n«# all» of it\nall\n", "RUN make \\\n    # all of it\n    all\n"],
	["a line of a here document", "  FROM debian\nRUN <<NOTE\n  «one»\nNOTE\n", "  FROM debian\nRUN <<NOTE\n  one\nNOTE\n"],
];
test.each(ranges)("a range: %s", (_, marked, expected) => {
	for (const [, write] of writings.filter(([name]) => !name.includes("blanks"))) {
		const text = write(marked);
		const start = text.indexOf("«");
		const file = parse(text.replace("«", "").replace("»", ""));
		expect(applyEdits(file.text, format(file, usual, { start, end: text.indexOf("»") - 1 }).edits)).toBe(write(expected));
	}
});

// The Node server acts on the escape character, before there is a next line; here Enter behind it does.
const entered: readonly (readonly [what: string, marked: string, expected: string])[] = [
	["behind the only line", "FROM debian AS \\\n‸", "FROM debian AS \\\n    "],
	["with the rest below", "FROM debian AS \\\n‸tools\n", "FROM debian AS \\\n    tools\n"],
	["with an empty line below", "FROM debian AS \\\n‸\n\n", "FROM debian AS \\\n    \n\n"],
	["in an exec form", 'SHELL [ "a", \\\n‸"b" ]\n', 'SHELL [ "a", \\\n    "b" ]\n'],
	["in a comment", "# one \\\n‸FROM debian\n", "# one \\\nFROM debian\n"],
	["above a comment", "FROM debian \\\n‸# one\n", "FROM debian \\\n    # one\n"],
	["where it is right", "EXPOSE 80 \\\n    ‸81\n", "EXPOSE 80 \\\n    81\n"],
	["in a here document", "RUN <<NOTE\none \\\n‸two\nNOTE\n", "RUN <<NOTE\none \\\ntwo\nNOTE\n"],
	["without the character", "FROM debian\n‸USER me\n", "FROM debian\nUSER me\n"],
];
test.each(entered)("Enter %s", (_, marked, expected) => {
	for (const [, write] of writings) {
		const text = write(marked);
		const file = parse(text.replace("‸", ""));
		expect(applyEdits(file.text, editsOnEnter(file, text.indexOf("‸"), blanks(4)))).toBe(write(expected));
	}
});
test("a character that is none of the file's continues nothing", () => {
	const text = "# escape=`\nFROM debian AS \\\nUSER me\n";
	expect(editsOnEnter(parse(text), text.indexOf("USER"), blanks(4))).toEqual([]);
});
