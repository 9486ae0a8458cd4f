import fc from "fast-check";
import { expect, test } from "vitest";
import { substitute } from "../../../src/engine/compose/template.ts";

const values: Readonly<Record<string, string>> = { A: "1", EMPTY: "", NAME: "Jo" };
const lookup = (name: string): string | undefined => values[name];

test.each([
	["plain", "plain"],
	["$A ${A} $$A", "1 1 $A"],
	["$UNSET|${UNSET}", "|"],
	["${A:-x} ${EMPTY:-x} ${UNSET:-x}", "1 x x"],
	["${A-x} ${EMPTY-x} ${UNSET-x}", "1  x"],
	["${A:+x} ${EMPTY:+x} ${UNSET:+x}", "x  "],
	["${A+x} ${EMPTY+x} ${UNSET+x}", "x x "],
	["${A:?no} ${EMPTY?no}", "1 "],
	["${UNSET:-${A}} and ${NAME}", "1 and Jo"],
	["${UNSET:-a ${EMPTY:-b} c} d}", "a b c d}"],
	["${UNSET:-{a}}", "{a}"],
	["${UNSET-b:-c}", "b:-c"],
	["$A$NAME$$$$", "1Jo$$"],
	["a$", "a$"],
	["$1 $? $( $-", "$1 $? $( $-"],
	["${NAME}\n${A}", "Jo\n1"],
])("%j comes to %j", (template, text) => expect(substitute(template, lookup)).toMatchObject({ text, error: undefined }));

test.each([
	["x:${1TAG}", { kind: "invalid", start: 2, end: 9 }],
	["${", { kind: "invalid", start: 0, end: 2 }],
	["${A/a/b}", { kind: "invalid", start: 0, end: 8 }],
	["${UNSET:?say it}", { kind: "required", name: "UNSET", reason: "say it", start: 0, end: 16 }],
	["a ${EMPTY:?}", { kind: "required", name: "EMPTY", reason: "", start: 2, end: 12 }],
	["${UNSET?${NAME} wants it}", { kind: "required", name: "UNSET", reason: "Jo wants it", start: 0, end: 25 }],
])("%j is refused", (template, error) => expect(substitute(template, lookup).error).toEqual(error));

test("variables that are not set are told with their places, those in defaults too", () => {
	const template = "$ONE ${TWO} ${A:-$NOT} ${X:-a $FOUR}b";
	expect(substitute(template, lookup).unset.map(({ name, start, end }) => [name, template.slice(start, end)])).toEqual([
		["ONE", "$ONE"],
		["TWO", "${TWO}"],
		["FOUR", "$FOUR"],
	]);
});

test("no text makes it throw, and what is told stands in the text", () => {
	const piece = fc.constantFrom("$", "{", "}", "${", ":-", "-", ":?", "?", "+", "A", "UNSET", "EMPTY", " ", "\n", "$$", "1");
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
			const template = pieces.join("");
			const { unset, error } = substitute(template, lookup);
			for (const { start, end } of [...unset, ...(error ? [error] : [])]) expect([start >= 0, start < end, end <= template.length]).toEqual([true, true, true]);
		}),
		{ numRuns: 2000 },
	);
});
