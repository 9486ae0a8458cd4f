import { describe, expect, test } from "vitest";
import { renameAt } from "../../../../../src/engine/language/dockerfile/rename.ts";
import { plainTextOf } from "../../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../../src/engine/text/text.ts";
import { withCursor } from "../cursor.ts";
import { declarations, inEachWriting, readings } from "./writings.ts";

/** The text after the name at the cursor has become `NEW`, or why it has not, or nothing. */
function renamed(marked: string): string | undefined {
	const { file, offset } = withCursor(marked.replaceAll(/[«»]/g, ""));
	const found = renameAt(file, offset, "NEW");
	return found && ("refused" in found ? plainTextOf(found.refused) : applyEdits(file.text, found.edits));
}

/** The text with the cursor once in each of its marked places. */
function fromEachPlace(marked: string): readonly string[] {
	return [...marked.matchAll(/«/g)].map(({ index }) => `${marked.slice(0, index + 2)}‸${marked.slice(index + 2)}`);
}

const rows: readonly (readonly [what: string, marked: string])[] = [
	["a stage that nothing takes", "FROM debian AS «tools»\n"],
	["one that files are copied from", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=«tools» /a /b\n"],
	["in other letters", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=«TOOLS» /a /b\n"],
	["in a line without paths", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=«tools»"],
	["in its own stage", "FROM debian AS «tools»\nCOPY --from=«Tools» /a /b\n"],
	["beside names that only begin so", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=tools2 /a /b\n"],
	["one that another is built on", "FROM debian AS «base»\nFROM «base»\n"],
	["one that is called as an image above", "FROM alpine\nFROM scratch AS «alpine»\nFROM «alpine»\n"],
	["one that is called as its own image", "FROM alpine AS «alpine»\n"],
	["all that set a variable", "FROM a\nARG «TAG»=1\nARG «TAG»=2\nRUN echo $«TAG» ${«TAG»}\n"],
	["of two stages, those of one", "FROM a\nENV «TAG»=1\nUSER $«TAG»\nFROM a\nENV TAG=1\nUSER $TAG\n"],
	["in double quotes, and not in single ones", "FROM a\nENV «TAG»=1\nRUN echo \"$«TAG»\" '$TAG'\nLABEL a='${TAG}' b=\"${«TAG»}\"\n"],
	["a name with underlines", "FROM a\nARG «MY_TAG_»=1\nRUN echo $«MY_TAG_»:x $MY\n"],
	["split over lines", "FROM a\nARG «PORT»=80\nEXPOSE $«PO\\\nRT»\n"],
	["split over lines, in braces", 'FROM a\nENV «PORT»=80\nLABEL at="${«PO\\\nRT»}"\n'],
	["the old way", "FROM a\nENV «MOTD» all hands\nRUN echo $«MOTD» $hands\n"],
	["one of several", "FROM a\nENV A=1 \\\n  «BE»=2 \\\n  C=3\nRUN echo $A $«BE»\n"],
	["set anew, and read beside", "FROM a\nENV «AA»=1\nENV «AA»=2 B=$«AA»\nENV C=${«AA»}\n"],
	["above the first FROM", "ARG «IMAGE»=debian\nFROM $«IMAGE»\nFROM ${«IMAGE»}\nARG IMAGE=other\n"],
	["a stage's own", "ARG IMAGE=debian\nFROM $IMAGE\nARG «IMAGE»=other\nRUN echo $«IMAGE»\nFROM $IMAGE\n"],
];

describe("from each place of a name, all of them are edited", () => {
	test.each(inEachWriting(rows))("%s", (_, marked) => {
		const expected = marked.replaceAll(/«[^»]*»/g, "NEW");
		expect(fromEachPlace(marked).map(renamed)).toEqual(fromEachPlace(marked).map(() => expected));
	});

	test.each(declarations.flatMap((declaration) => readings.map((reading) => [declaration, reading] as const)))("%s, %s", (declaration, reading) => {
		const lines = `${declaration}\n${reading}\n`.replaceAll("NAME", "«NAME»");
		const other = `FROM b\n${declaration}\n${reading}\n`;
		for (const marked of [lines, `${other}FROM a\n${lines}${other}`]) {
			const expected = marked.replaceAll("«NAME»", "NEW");
			expect(fromEachPlace(marked).map(renamed)).toEqual([expected, expected]);
		}
	});
});

// The Node server edits most of these, and what they were called by is another then.
test.each([
	["an image that files are copied from", "FROM alpine\nCOPY --from=ng‸inx\nCOPY --from=nginx /a /b\n", "“nginx” is an image, and not named by this file."],
	["an image that is called as the stage below", "FROM alp‸ine\nFROM scratch AS alpine\n", "“alpine” is an image, and not named by this file."],
	["the image of a stage that is called so", "FROM alp‸ine AS alpine\n", "“alpine” is an image, and not named by this file."],
	["a variable of the base image", "FROM a\nRUN echo $T‸AG\n", "Nothing in this file sets “TAG”, so that its name is given elsewhere."],
	["a variable in single quotes", "FROM a\nARG TAG=1\nLABEL a='$T‸AG'\n", undefined],
	["a path that is called as a stage", "FROM debian AS tools\nCOPY to‸ols /srv/\n", undefined],
	["blanks behind a name", "FROM debian AS tools  ‸ \nFROM alpine\n", undefined],
	["what stands behind a flag", "FROM debian AS tools\nFROM alpine\nCOPY --from=tools ‸/a /b\n", undefined],
	["an empty file", "‸", undefined],
])("%s cannot be renamed", (_, marked, why) => {
	expect(renamed(marked)).toBe(why);
});
