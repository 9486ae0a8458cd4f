import { describe, expect, test } from "vitest";
import { definitionAt } from "../../../../../src/engine/language/dockerfile/navigation.ts";
import { drawn, withCursor } from "../cursor.ts";
import { declarations, inEachWriting, readings } from "./writings.ts";

/** The text with «» around what the cursor leads to. */
function led(marked: string): string {
	const { file, offset } = withCursor(marked.replaceAll(/[«»]/g, ""));
	const found = definitionAt(file, offset);
	return drawn(file.text, found ? [{ ...found.target, signs: ["«", "»"] }] : []);
}

const rows: readonly (readonly [what: string, marked: string])[] = [
	["a stage's name to itself", "FROM debian AS «to‸ols»\n"],
	["a stage that files are copied from", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=to‸ols /a /b\n"],
	["in other letters", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=TO‸OLS /a /b\n"],
	["in a line without paths", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=too‸ls"],
	["a stage that another is built on", "FROM debian AS «base»\nFROM ba‸se\n"],
	["a stage that is called as an image above", "FROM alpine\nFROM scratch AS «alp‸ine»\n"],
	["a stage that is called as its own image", "FROM alpine AS «alp‸ine»\n"],
	["what sets a variable to itself", "FROM a\nENV «TA‸G»=1\n"],
	// The Node server leads to the first of them.
	["the last value, not the first", "FROM a\nARG TAG=1\nARG «TAG»=2\nRUN echo $T‸AG\n"],
	["the first of those that have none", "FROM a\nARG «TAG»\nARG TAG\nRUN echo ${T‸AG}\n"],
	["a value before it, not one below", "FROM a\nARG «TAG»\nRUN echo $T‸AG\nARG TAG\n"],
	["a value below is its own", "FROM a\nARG TAG=1\nRUN echo $TAG\nARG «T‸AG»=2\n"],
	// The Node server stays at it; the value is that of the one above.
	["an argument without a value to the one above", "FROM a\nARG «TAG»=1\nRUN echo $TAG\nARG T‸AG\n"],
	["of two stages the one it is in", "FROM a\nENV TAG=1\nUSER $TAG\nFROM a\nENV «TAG»=1\nUSER $T‸AG\n"],
	["in double quotes", 'FROM a\nARG «TAG»\nLABEL a="$T‸AG"\n'],
	["split over lines", "FROM a\nARG «PORT»=80\nEXPOSE ${PO\\\n‸RT}\n"],
	["split over lines, without braces", "FROM a\nARG «PORT»=80\nEXPOSE $P‸O\\\nRT\n"],
	["split over lines, at the end", "FROM a\nENV «PORT»=80\nEXPOSE $PO\\\nRT‸\n"],
	["split over lines, in quotes", 'FROM a\nENV «PORT»=80\nLABEL at="$PO\\\nR‸T"\n'],
	["a name with an underline", "FROM a\nARG «MY_TAG»=1\nRUN echo $MY‸_TAG:x\n"],
	["the old way", "FROM a\nENV «MOTD» all hands on deck\nRUN echo $MO‸TD\n"],
	["one of several in a line", "FROM a\nENV A=1 «B»=2\nRUN echo $A ${B‸}\n"],
	["one of several over lines", "FROM a\nENV A=1 \\\n  «B»=2 \\\n  C=3\nRUN echo $A $‸B $C\n"],
	// What stands in the same line does not count yet: Docker expands all of it first.
	["beside a value that is set in the same line", "FROM a\nENV «A»=1\nENV A=2 B=$‸A\nENV C=$A\n"],
	["behind it", "FROM a\nENV A=1\nENV «A»=2 B=$A\nENV C=$‸A\n"],
	["a variable before an argument of its name", "FROM a\nARG A=1\nENV «A»=2\nRUN echo $‸A\n"],
	["above the first FROM", "ARG «IMAGE»=debian\nFROM $IM‸AGE\n"],
	["above it, of a second FROM", "ARG «IMAGE»=debian\nFROM $IMAGE\nARG IMAGE=other\nFROM $IM‸AGE\n"],
	["a stage's own", "ARG IMAGE=debian\nFROM $IMAGE\nARG «IM‸AGE»=other\nFROM $IMAGE\n"],
	// The Node server stays at the line that takes it.
	["what an argument without a value takes", "ARG «IMAGE»=debian\nFROM alpine\nARG IM‸AGE\n"],
	["in a trigger", "FROM a\nONBUILD ARG «A»=1\nONBUILD RUN echo $‸A\n"],
];

const nowhere: readonly (readonly [what: string, marked: string])[] = [
	["in blanks behind a name", "FROM debian AS tools  ‸ \nFROM alpine\n"],
	["behind a flag", "FROM debian AS tools\nFROM alpine\nCOPY --from=tools ‸/a /b\n"],
	["a name that only begins so", "FROM debian AS tools\nFROM alpine\nCOPY --from=too‸ls2 /a /b\n"],
	["a path that is called as a stage", "FROM debian AS tools\nCOPY to‸ols /srv/\n"],
	["an image that is called as the stage below", "FROM alp‸ine\nFROM scratch AS alpine\n"],
	["the image of a stage that is called so", "FROM alp‸ine AS alpine\n"],
	["what nothing sets", "FROM a\nARG\nSTOPSIGNAL $T‸AG\n"],
	["behind the character that takes a sign's meaning", "FROM a\nARG TAG\nUSER x\\${T‸AG}\n"],
	["in single quotes, which the Node server expands", "FROM a\nARG TAG\nLABEL a='$T‸AG'\n"],
	["a word of a value in the old way", "FROM a\nENV MOTD all hands\nRUN echo $ha‸nds\n"],
	["a variable of another stage", "FROM a\nENV TAG=1\nFROM b\nUSER $T‸AG\n"],
	["an argument above the first FROM that the stage does not take", "ARG IMAGE=debian\nFROM alpine\nRUN echo $IM‸AGE\n"],
	["what comes after its FROM", "FROM $IM‸AGE\nARG IMAGE=debian\n"],
	// Docker refuses an ENV above the first FROM, and no FROM sees it.
	["an ENV above the first FROM", "ENV IMAGE=debian\nFROM $IM‸AGE\n"],
	["a word of the shell", "RUN cat <<<NO‸TE\nNOTE\n"],
	["a here document without a word", "FROM a\nRUN cat <<‸\n"],
	["an indented one without a word", "FROM a\nCOPY <<-‸\n"],
	["quotes without a word", "FROM a\nRUN cat <<'‸'\n"],
	["double quotes without a word", 'FROM a\nCOPY <<-"‸"\n'],
];

describe("a definition is", () => {
	test.each([...inEachWriting(rows), ...inEachWriting(nowhere)])("%s", (_, marked) => {
		expect(led(marked)).toBe(marked.replace("‸", ""));
	});

	test.each(declarations.flatMap((declaration) => readings.map((reading) => [declaration, reading] as const)))("%s, for %s", (declaration, reading) => {
		const before = `${declaration.replace("NAME", "«NAME»")}\n`;
		const other = "FROM b\nENV NAME=other\n";
		for (const marked of [`${before}${reading.replace("NAME", "NA‸ME")}\n`, `${other}FROM a\n${before}${reading.replace("NAME", "‸NAME")}\n${other}`])
			expect(led(marked)).toBe(marked.replace("‸", ""));
	});

	test.each(["RUN cat", "COPY"].flatMap((keyword) => ["NOTE", "-NOTE", "'NOTE'", "-'NOTE'", '"NOTE"', '-"NOTE"'].map((word) => [keyword, word] as const)))(
		"the word of a here document: %s <<%s",
		(keyword, word) => {
			const text = `FROM a\n${keyword} <<${word.replace("NOTE", "«NOTE»")} /srv/\nahoy\nNOTE\n`;
			for (const marked of [text.replace("«NO", "«NO‸"), text.replace("\nNO", "\nNO‸")]) expect(led(marked)).toBe(text);
		},
	);

	test("that of the one that ends there", () => {
		const text = "FROM a\nRUN cat <<-NOTE > /1\n\tahoy\n\tNOTE\nRUN cat <<NOTE > /2\nahoy\nNOTE\n";
		const first = text.replace("<<-NOTE", "<<-«NOTE»");
		const second = text.replace("<<NOTE", "<<«NOTE»");
		expect([led(first.replace("\tNO", "\tNO‸")), led(second.replace("y\nNOTE\n", "y\nN‸OTE\n").replace("y\nN‸OTE\nR", "y\nNOTE\nR"))]).toEqual([first, second]);
	});
});
