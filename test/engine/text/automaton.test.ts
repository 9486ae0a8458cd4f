import fc from "fast-check";
import { expect, test } from "vitest";
import { all, any, character, edge, type Expression, one, repeat, toTest } from "../../../src/engine/text/automaton.ts";
import { wildcardTest } from "../../../src/engine/text/wildcards.ts";

const { expression } = fc.letrec<{ expression: Expression; part: Expression }>((tie) => ({
	part: fc.oneof(
		{ depthSize: "small" },
		fc.constantFrom(character("a"), character("b"), one("[^b]"), one("[^]"), edge("^"), edge("$"), edge("\\b")),
		fc.array(tie("part"), { maxLength: 3 }).map(all),
		fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map(any),
		fc.tuple(tie("part"), fc.nat(2), fc.constantFrom(2, 3, Infinity)).map(([part, least, most]) => repeat(part, least, most)),
	),
	expression: fc.array(tie("part"), { maxLength: 4 }).map(all),
}));

function sourceOf(each: Expression): string {
	if (each.type === "all") return each.parts.map(sourceOf).join("");
	if (each.type === "any") return `(?:${each.parts.map(sourceOf).join("|")})`;
	if (each.type === "repeat") return `(?:${sourceOf(each.part)}){${each.least},${each.most === Infinity ? "" : each.most}}`;
	return each.source;
}

// Three empty repetitions more are what keeps a RegExp from being made of it.
const open = repeat(character("c"), 0, Infinity);

test("an expression is found where a RegExp finds it", () => {
	fc.assert(
		fc.property(expression, fc.string({ unit: fc.constantFrom("a", "b", " ", "\u{1F600}"), maxLength: 6 }), (each, text) => {
			expect(toTest(all([each, open, open, open]))?.(text)).toBe(new RegExp(sourceOf(each), "u").test(text));
		}),
	);
});

test("a pattern that could be tried in more ways than anybody can wait for is read once", () => {
	const text = "a".repeat(300);
	expect(wildcardTest(`${"*a".repeat(50)}*b`)(text)).toBe(false);
	expect(wildcardTest(`${"*a".repeat(50)}*b`)(`${text}b`)).toBe(true);
	expect(wildcardTest(`${"**/a*".repeat(20)}b`)(`${"a/".repeat(200)}c`)).toBe(false);
});

test("what is no expression is told", () => {
	expect(toTest(one("[z-a]"))).toBeUndefined();
	expect(toTest(all([one("[z-a]"), open, open, open]))).toBeUndefined();
	expect(toTest(repeat(repeat(repeat(character("a"), 1, 1000), 1, 1000), 1, 1000))).toBeUndefined();
});
