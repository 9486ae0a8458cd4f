import { expect, test } from "vitest";
import { parse } from "../../../../src/engine/compose/parse.ts";
import { composeInlayHints } from "../../../../src/engine/language/compose/inlay-hints.ts";
import { composeSemanticTokens } from "../../../../src/engine/language/compose/semantic-tokens.ts";
import { hintKinds } from "../../../../src/engine/language/inlay-hint.ts";
import { say, textOf } from "../../../../src/engine/text/message.ts";
import { drawn } from "../dockerfile/cursor.ts";

const signs: Readonly<Record<string, string>> = { operator: "o", variable: "v", string: "s" };

const coloured = (text: string): string =>
	drawn(
		text,
		composeSemanticTokens(parse(text)).map(({ start, end, kind }) => ({ start, end, signs: [`${signs[kind]}‹`, "›"] as const })),
	);

test("the parts of variables have colours", () => {
	expect(coloured('a: "$A/${B:-x${C}y}" # $D\n$K: $$E\n')).toBe('a: "o‹$›v‹A›/o‹${›v‹B›o‹:-›s‹x›o‹${›v‹C›o‹}›s‹y›o‹}›" # $D\n$K: $$E\n');
	expect(coloured("a: |\n  ${A?no} b\n")).toBe("a: |\n  o‹${›v‹A›o‹?›s‹no›o‹}› b\n");
	expect(composeSemanticTokens(parse("a: $A\nb: $B\n"), { start: 6, end: 11 })).toHaveLength(2);
});

const values = new Map(Object.entries({ TAG: "1.27", PASSWORD: "hunter2", SAME: "x", EMPTY: "" }));

function hinted(text: string, kinds = new Set(hintKinds)): string {
	const known = (name: string) => {
		const value = values.get(name);
		return value === undefined ? undefined : { value, origin: say`From here.` };
	};
	const hints = composeInlayHints(parse(text), { start: 0, end: text.length }, kinds, known);
	return drawn(
		text,
		hints.map(({ offset, label }) => ({
			start: offset,
			end: offset,
			signs: [` ⟨${typeof label === "string" ? label : textOf(label, undefined)}⟩`, ""] as const,
		})),
	);
}

test.each([
	["a: nginx:${TAG:-1}\n", "a: nginx:${TAG:-1} ⟨= 1.27⟩\n"],
	["a: $PASSWORD\n", "a: $PASSWORD ⟨= ••••••⟩\n"],
	["a: $NONE ${NONE:-1}\n", "a: $NONE ⟨not set⟩ ${NONE:-1}\n"],
	["a: ${SAME:-x} ${EMPTY:-1} ${TAG:+1}\n", "a: ${SAME:-x} ${EMPTY:-1} ${TAG:+1}\n"],
	["a: ${EMPTY-1}\n", 'a: ${EMPTY-1} ⟨= ""⟩\n'],
])("%j has hints", (text, expected) => {
	expect(hinted(text)).toBe(expected);
	expect(hinted(text, new Set())).toBe(text);
});
