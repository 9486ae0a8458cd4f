import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import { inlayHints } from "../../../../src/engine/language/dockerfile/inlay-hints/inlay-hints.ts";
import { hintKinds } from "../../../../src/engine/language/inlay-hint.ts";
import { textOf } from "../../../../src/engine/text/message.ts";

/** The text with its hints where they are shown, in double brackets. */
function shown(text: string, within = { start: 0, end: text.length }): string {
	let result = text;
	for (const { offset, label } of inlayHints(parse(text), within, new Set(hintKinds)).toReversed())
		result = `${result.slice(0, offset)}⟦${typeof label === "string" ? label : textOf(label)}⟧${result.slice(offset)}`;
	return result;
}

const far = "# one\n# two\n# three\n# four\n";

const cases: readonly (readonly [what: string, shown: string])[] = [
	["a version that is set far above", `ARG V=3.19\n${far}FROM alpine:$V⟦= alpine:3.19⟧ AS base\nUSER a\n`],
	["a version that is set just above is seen", "ARG V=3.19\nFROM alpine:$V\nUSER a\n"],
	[
		"an argument that is declared again brings its value from far above",
		`ARG V=1\n${far}FROM a\nARG V\nCOPY \${V} /opt/$V/⟦= /opt/1/⟧\n`.replace("${V} ", "${V}⟦= 1⟧ "),
	],
	[
		"paths, owners, ports, users",
		`FROM a\nENV H=/srv P=80 U=7\n${far}WORKDIR $H/a⟦= /srv/a⟧\nCOPY --chown=$U:0⟦= 7:0⟧ x "$H/b"⟦= /srv/b⟧\nUSER $U⟦= 7⟧\nEXPOSE $P/tcp⟦= 80/tcp⟧ 8080\n`,
	],
	["a default that stands there is seen", `FROM \${BASE:-alpine:3.19}\nUSER a\n`],
	["what only the build knows has none", `ARG V\n${far}FROM alpine:$V\nCOPY $BUILDPLATFORM $NO /\nENV A=$PATH B=$A\n${far}WORKDIR $A\nUSER a\n`],
	["what is set and what a shell expands stands for itself", `FROM a\nENV A=1\n${far}ENV B=$A\nLABEL c=$A\nRUN echo $A\nUSER a\n`],
	["a value over many lines, and one that is long", `FROM a\nARG L=${"0123456789".repeat(7)}\n${far}COPY $L⟦= ${"0123456789".repeat(6)}…⟧ /\n`],
	["words over lines have theirs behind them", `FROM a\nARG A=1\n${far}COPY x\\\ny$A⟦= xy1⟧ \\\n /\n`],
	["an ONBUILD has none, for another build sets its values", `FROM a\nARG A=1\n${far}ONBUILD COPY $A /\n`],
	["here documents are no words", `FROM a\nARG A=1\n${far}COPY <<$A /x\n1\n$A\n`],
	["numbers of stages, where they are used", `FROM golang AS build⟦stage 0⟧\nFROM a\nCOPY --from=0⟦: build⟧ x /\nCOPY --from=build x /\nCOPY --from=9 x /\n`],
	[
		"a stage without a name is called by its image",
		`FROM golang:1⟦stage 0⟧\nFROM a\nRUN --mount=type=bind,from=0⟦: golang:1⟧,target=/x make\nONBUILD COPY --from=0⟦: golang:1⟧ x /\n`,
	],
	["root that nobody set", 'FROM debian:12\nRUN a\nCMD ["a"]⟦as root⟧\n'],
	["only the first of what starts the last stage", 'FROM debian AS one\nCMD a\nFROM debian:12\nENTRYPOINT ["a"]⟦as root⟧\nCMD ["b"]\n'],
	["a user that another stage sets", 'FROM debian AS base\nUSER app:staff\nFROM base\nCMD ["a"]⟦as app:staff⟧\n'],
	["a user that is set far above", `FROM x\nUSER $U\nUSER 7\n${far}${far}CMD a⟦as 7⟧\n`],
	["a user that is set just above is seen", `FROM debian\nUSER 7\nCMD a\n`],
	["of other images the user is not known", "FROM acme/x\nCMD a\nFROM nginx\nCMD b\n"],
	["what is half written", "FROM $\nCOPY --from= $ \nCMD\nFROM\nFROM debian\nCMD [⟦as root⟧\nCOPY --from=5"],
];

test.each(cases)("%s", (_, expected) => {
	expect(shown(expected.replaceAll(/⟦[^⟧]*⟧/g, ""))).toBe(expected);
});

test("what is asked for a part is told for that part", () => {
	const text = `ARG V=1\n${far}FROM a:$V AS x\nFROM b:$V AS y\n`;
	const start = text.indexOf("FROM b");
	expect(shown(text, { start, end: text.length })).toBe(text.replace("b:$V", "b:$V⟦= b:1⟧"));
	expect(inlayHints(parse(text), { start: 0, end: text.length }, new Set(["stages"]))).toEqual([]);
});

test("it is told where a hint comes from", () => {
	const about = (text: string): string[] =>
		inlayHints(parse(text), { start: 0, end: text.length }, new Set(hintKinds)).flatMap((hint) => hint.about().map((message) => textOf(message)));
	expect(about(`ARG V=1\n${far}FROM a:$V\nUSER 1\n`)).toEqual(["`V` = `1`", expect.stringContaining("Set by `ARG V=1` (line 1).")]);
	expect(about("FROM debian\nCMD a\n")).toEqual(["No `USER` is set, and `debian` has root."]);
	expect(about("FROM debian AS b\nUSER a\nFROM b\nCMD a\n")).toEqual(["Set by `USER a` (line 2)."]);
	expect(about("FROM c\nFROM d\nCOPY --from=0 a b\n").join("\n")).toContain("Stage 0, line 1");
});
