import { describe, expect, test } from "vitest";
import { highlightsAt } from "../../../../../src/engine/language/dockerfile/navigation.ts";
import { drawn, withCursor } from "../cursor.ts";
import { declarations, inEachWriting, readings } from "./writings.ts";

/** What is found at the cursor: «written», ‹read›. */
function highlighted(marked: string): string {
	const { file, offset } = withCursor(marked.replaceAll(/[«»‹›]/g, ""));
	return drawn(
		file.text,
		highlightsAt(file, offset).map(({ isWrite, ...range }) => ({ ...range, signs: isWrite ? ["«", "»"] : ["‹", "›"] })),
	);
}

/** The text with the cursor once in each of its marked places. */
function fromEachPlace(marked: string): readonly string[] {
	return [...marked.matchAll(/[«‹]/g)].map(({ index }) => `${marked.slice(0, index + 1)}‸${marked.slice(index + 1)}`);
}

// From each place, all of them are found.
const stages: readonly (readonly [what: string, marked: string])[] = [
	["a stage that nothing takes", "FROM debian AS «tools»\n"],
	["files are copied from it", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=‹tools› /out/app /usr/bin/\n"],
	["in other letters", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=‹TOOLS› /out/app /usr/bin/\n"],
	["in a line without paths", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=‹tools›"],
	["behind a stage of another name", "FROM debian AS base\nFROM debian AS «tools»\nCOPY --from=‹tools› a b\n"],
	["beside names that only begin so", "FROM debian AS «tools»\nFROM alpine\nCOPY --from=tools2\nCOPY --from=tool /out/app .\n"],
	["another is built on it", "FROM debian AS «base»\nFROM ‹base›\n"],
	["it is called as an image above it", "FROM alpine\nFROM scratch AS «alpine»\nFROM ‹alpine›\n"],
	["it is called as its own image", "FROM alpine AS «alpine»\n"],
	["a path of its name is none", "FROM debian AS «tools»\nCOPY tools /srv/tools/\n"],
	// The Node server takes stages of one name for one; the last of them is the one that is meant.
	["two are called so: the last", "FROM debian AS tools\nFROM alpine AS «Tools»\nCOPY --from=‹tools› a b\n"],
];

const variables: readonly (readonly [what: string, marked: string])[] = [
	["all that set it in a stage", "FROM a\nARG «TAG»=1\nARG «TAG»=2\nRUN echo $‹TAG›\nRUN echo $‹TAG›\n"],
	["without values", "FROM a\nARG «TAG»\nARG «TAG»\nRUN echo ${‹TAG›}\nRUN echo ${‹TAG›}\n"],
	["of two stages, those of one", "FROM a\nENV «TAG»=1\nUSER $‹TAG›\nFROM a\nENV TAG=1\nUSER $TAG\n"],
	["of two stages, those of the other", "FROM a\nARG TAG=1\nUSER $TAG\nFROM a\nARG «TAG»=1\nUSER $‹TAG›\n"],
	["in double quotes, and not in single ones", "FROM a\nENV «TAG»=1\nLABEL a=\"$‹TAG›\" b='$TAG' c='${TAG}' d=\"${‹TAG›}\"\n"],
	["a name with an underline", "FROM a\nARG «MY_TAG»=1\nRUN echo $‹MY_TAG›:x $MY\n"],
	["a name that ends with one", "FROM a\nARG «TAG_»=1\nRUN echo $‹TAG_›:x $TAG\n"],
	["split over lines", "FROM a\nARG «PORT»=80\nEXPOSE $‹PO\\\nRT›\n"],
	["split over lines, in braces", "FROM a\nARG «PORT»=80\nEXPOSE ${‹PO\\\nRT›}\n"],
	["split over lines, in quotes", 'FROM a\nENV «PORT»=80\nLABEL at="${‹PO\\\nRT›}"\n'],
	["split over lines, the sign alone", "FROM a\nENV «PORT»=80\nEXPOSE $\\\n‹PORT›\n"],
	["the old way has one name", "FROM a\nENV «MOTD» all hands on deck\nRUN echo $‹MOTD› $hands\n"],
	["several in a line", "FROM a\nENV «A»=1 B=2\nRUN echo $‹A› $B\n"],
	["several over lines", "FROM a\nENV A=1 \\\n  «B»=2 \\\n  C=3\nRUN echo $A $‹B› $C\n"],
	["set anew, and read beside", "FROM a\nENV «A»=1\nENV «A»=2 B=$‹A›\nENV C=${‹A›}\n"],
	["an argument behind a variable of its name", "FROM a\nENV «A»=1\nARG «A»\nRUN echo $‹A›\n"],
	["above the first FROM", "ARG «IMAGE»=debian\nFROM $‹IMAGE›\nFROM ${‹IMAGE›}\n"],
	["above it, and another in a stage", "ARG «IMAGE»=debian\nFROM $‹IMAGE›\nARG IMAGE=other\n"],
	["a stage's own is not above the next FROM", "ARG IMAGE=debian\nFROM $IMAGE\nARG «IMAGE»=other\nRUN echo $‹IMAGE›\nFROM $IMAGE\n"],
	["above it, and not taken by the stage", "ARG «IMAGE»=debian\nFROM alpine\nRUN echo $IMAGE\n"],
	["in a trigger", "FROM a\nONBUILD ARG «A»=1\nONBUILD RUN echo $‹A›\n"],
];

const heredocs: readonly (readonly [what: string, marked: string])[] = ["RUN cat", "COPY"].flatMap((keyword): [string, string][] => [
	[`${keyword}: a here document`, `FROM a\n${keyword} <<«NOTE» /srv/\nahoy\n‹NOTE›\n`],
	[`${keyword}: one whose lines are indented`, `FROM a\n${keyword} <<-«NOTE» /srv/\n\tahoy\n\t‹NOTE›\n`],
	[`${keyword}: its word in single quotes`, `FROM a\n${keyword} <<'«NOTE»' /srv/\nahoy\n‹NOTE›\n`],
	[`${keyword}: its word in double quotes`, `FROM a\n${keyword} <<-"«NOTE»" /srv/\nahoy\n‹NOTE›\n`],
	[`${keyword}: one without an end`, `FROM a\n${keyword} <<«NOTE» /srv/\nahoy\n`],
	[`${keyword}: two of a word`, `FROM a\n${keyword} <<-«NOTE» > /1\n\tahoy\n\t‹NOTE›\n${keyword} <<NOTE > /2\nahoy\nNOTE\n`],
	[`${keyword}: the other of two`, `FROM a\n${keyword} <<-NOTE > /1\n\tahoy\n\tNOTE\n${keyword} <<«NOTE» > /2\nahoy\n‹NOTE›\n`],
]);

describe("all of a name are found from each place of it", () => {
	test.each([...inEachWriting([...stages, ...variables]), ...heredocs])("%s", (_, marked) => {
		expect(fromEachPlace(marked).map(highlighted)).toEqual(fromEachPlace(marked).map(() => marked));
	});

	const written = declarations.flatMap((declaration) => readings.map((reading) => [declaration, reading.replace("NAME", "‹NAME›")] as const));
	test.each(written)("%s, %s", (declaration, reading) => {
		const lines = `${declaration.replace("NAME", "«NAME»")}\n${reading}\n`;
		const other = `FROM b\n${lines.replaceAll(/[«»‹›]/g, "")}`;
		// Without a FROM, in a stage, and in one of two that name it.
		for (const marked of [lines, `FROM a\n${lines}`, `${other}FROM a\n${lines}${other}`])
			expect(fromEachPlace(marked).map(highlighted)).toEqual([marked, marked]);
	});
});

const none: readonly (readonly [what: string, marked: string])[] = [
	["in blanks behind a name", "FROM debian AS tools  ‸ \nFROM alpine\n"],
	["behind a flag", "FROM debian AS tools\nFROM alpine\nCOPY --from=tools ‸/a /b\n"],
	["at a path that is called as a stage", "FROM debian AS tools\nCOPY to‸ols /srv/\n"],
	["in what Docker does not expand", "FROM a\nENV A=1\nRUN echo '$‸A'\n"],
	["behind the character that takes a sign's meaning", "FROM a\nENV A=1\nUSER \\$‸A\n"],
	["at an image", "FROM deb‸ian\nFROM debian\n"],
	// The Node server takes images in `--from` for stages of the file.
	["at an image that files are copied from", "FROM alpine\nCOPY --from=ng‸inx\nCOPY --from=nginx /a /b\n"],
	["at a word of the shell", "RUN cat <<<NO‸TE\nNOTE\n"],
	["at an image that is called as the stage below", "FROM alp‸ine\nFROM scratch AS alpine\n"],
	["at a value in the old way", "FROM a\nENV MOTD all han‸ds\nRUN echo $MOTD\n"],
	["at the end of an empty file", "‸"],
];
test.each(inEachWriting(none))("nothing is found %s", (_, marked) => {
	expect(highlighted(marked)).toBe(marked.replace("‸", ""));
});
