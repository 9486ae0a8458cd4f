import { expect, test } from "vitest";
import { renamableAt, renameAt } from "../../../../src/engine/language/dockerfile/rename.ts";
import { plainTextOf } from "../../../../src/engine/text/message.ts";
import { applyEdits } from "../../../../src/engine/text/text.ts";
import { withCursor } from "./cursor.ts";

/** The file after the rename, or why there is none. */
function renamed(marked: string, name: string): string | undefined {
	const { file, offset } = withCursor(marked);
	const found = renameAt(file, offset, name);
	return found && ("refused" in found ? plainTextOf(found.refused) : applyEdits(file.text, found.edits));
}

test.each([
	[
		"a stage",
		"FROM a AS Bu‸ild\nFROM build\nCOPY --from=BUILD x y\nCOPY --from=0 x y\nRUN --mount=type=bind,from=build ls\n",
		"made",
		"FROM a AS made\nFROM made\nCOPY --from=made x y\nCOPY --from=0 x y\nRUN --mount=type=bind,from=made ls\n",
	],
	["its letters' case", "FROM a AS Bu‸ild\nCOPY --from=build x y\n", "build", "FROM a AS build\nCOPY --from=build x y\n"],
	[
		"a global argument",
		"ARG V=1\nFROM a:$V\nARG V\nRUN ${V:+x} && V=2\nENV V=$V\nFROM b\nARG V=3\n",
		"TAG",
		"ARG TAG=1\nFROM a:$TAG\nARG TAG\nRUN ${TAG:+x} && TAG=2\nENV V=$TAG\nFROM b\nARG V=3\n",
	],
	[
		"a variable",
		'FROM a AS b\r\nENV V 1\r\nFROM b\r\nCMD ["sh", "-c", "$V"]\r\nRUN sh -c \'echo $V\' && \\\r\n  echo "$V"\r\n'.replace("V 1", "‸V 1"),
		"W",
		'FROM a AS b\r\nENV W 1\r\nFROM b\r\nCMD ["sh", "-c", "$W"]\r\nRUN sh -c \'echo $W\' && \\\r\n  echo "$W"\r\n',
	],
	[
		"a variable whose name goes on in the next line",
		"# escape=`\r\nFROM a\r\nENV ‸PORT=80\r\nEXPOSE ${PO` \r\nRT} $`\r\nPORT\r\n",
		"LISTEN",
		"# escape=`\r\nFROM a\r\nENV LISTEN=80\r\nEXPOSE ${LISTEN} $`\r\nLISTEN\r\n",
	],
	["a stage whose name does", "FROM a AS bu‸ild\nFROM bu\\\nild\n", "made", "FROM a AS made\nFROM made\n"],
	["a variable before there is a FROM", "ENV ‸A=1\nENV B=$A\nUSER $A\n", "C", "ENV C=1\nENV B=$C\nUSER $C\n"],
	["the words around a here document", 'FROM a\nRUN <<-"EO‸F"\n\tx\n\tEOF\n', "END", 'FROM a\nRUN <<-"END"\n\tx\n\tEND\n'],
])("%s has another name everywhere", (_, marked, name, expected) => {
	expect(renamed(marked.includes("‸") ? marked : `‸${marked}`.replace("‸ARG V", "ARG ‸V"), name)).toBe(expected);
});

test.each([
	["FROM debi‸an:12\n", "x", "“debian:12” is an image, and not named by this file."],
	["FROM a\nCOPY --from=ngi‸nx x y\n", "x", "“nginx” is an image, and not named by this file."],
	["FROM a AS b\nCOPY --from=0‸ x y\n", "x", "A stage's number says which it is in the file; rename the stage where its name stands."],
	["FROM a\nCOPY --from=0‸ x y\n", "x", "This stage has no name: write “AS” and one behind its image."],
	["FROM --platform=$BUILD‸PLATFORM a\n", "x", "“BUILDPLATFORM” is given by Docker, and always called so."],
	["FROM a\nARG HTTP_PROXY‸\n", "x", "“HTTP_PROXY” is given by Docker, and always called so."],
	["FROM a\nENV PATH‸=/x:$PATH\n", "x", "“PATH” is used before this file sets it: it is the base image that has it by that name."],
	["FROM a\nRUN $HO‸ME\n", "x", "Nothing in this file sets “HOME”, so that its name is given elsewhere."],
	["FROM a\nRUN x=1; $x‸\n", "y", "“x” is a variable of a script; what can be renamed are those of “ARG” and “ENV”."],
	["ARG B=b\nFROM a AS b‸\nFROM $B\n", "x", "Line 3 names it in other words, by a variable or over two lines, and would no longer mean it."],
	["FROM a\nARG PORT‸\nEXPOSE $PO\\\n# why\nRT\n", "x", "Line 3 names it in other words, by a variable or over two lines, and would no longer mean it."],
	["FROM a AS build-arm‸\nFROM build-$TARGETARCH\n", "x", "Line 2 may mean it: which stage it is built on, the build decides."],
	["FROM a AS b‸\nFROM c AS d\n", "D", "The stage in line 2 is called so."],
	["FROM a AS b‸\nFROM c:1\nCOPY --from=nginx x y\n", "nginx", "Line 3 means the image “nginx”, and would mean the stage then."],
	["FROM a AS b‸\n", "scratch", "“scratch” is Docker's name for the empty image."],
	["FROM a AS b‸\n", "1b", "A stage's name begins with a letter and has only letters, digits, “-”, “_” and “.” in it."],
	["FROM a\nARG A‸\n", "a-b", "A variable's name has only letters, digits and “_” in it, and begins with no digit."],
	["FROM a\nARG A‸\n", "TARGETARCH", "“TARGETARCH” is what Docker calls an argument of its own."],
	["FROM a AS b\nENV A=1\nFROM b\nRUN B=2 && echo $A‸\n", "B", "“B” stands in line 4 already, and would mean the same then."],
	["FROM a\nRUN <<E‸\nF\nE\n", "F", "A line of the here document is “F”, and would end it."],
	["FROM a\nRUN <<E‸\nE\n", "a b", "The word around a here document begins with a letter, and has only letters, digits, “-”, “_” and “.” in it."],
])("%j", (marked, name, why) => {
	expect(renamed(marked, name)).toBe(why);
});

test("what is nobody's name elsewhere is free", () => {
	expect(renamed("FROM a\nARG A‸\nFROM b\nARG B\n", "B")).toBe("FROM a\nARG B\nFROM b\nARG B\n");
	expect(renamed("FROM a AS b‸\nFROM x-$Y\n", "c")).toBe("FROM a AS c\nFROM x-$Y\n");
});

test("the name itself is what is edited", () => {
	const split = withCursor("FROM a\nARG AB\nRUN $A‸\\\nB\n");
	expect(renamableAt(split.file, split.offset)).toEqual({ range: { start: 19, end: 23 }, name: "AB" });
	const { file, offset } = withCursor("FROM a\nARG A\nRUN ‸${A:-b}\n");
	expect(renamableAt(file, offset)).toEqual({ range: { start: 19, end: 20 }, name: "A" });
	expect(renamableAt(file, 0)).toBeUndefined();
});
