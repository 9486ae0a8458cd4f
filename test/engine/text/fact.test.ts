import { expect, test } from "vitest";
import { fact } from "../../../src/engine/text/fact.ts";

test("a fact is computed once an owner, whatever the answer is", () => {
	let computed = 0;
	const nothing = fact((_owner: object) => {
		computed++;
		return undefined;
	});
	const [one, other] = [{}, {}];

	expect([nothing(one), nothing(one), nothing(other)]).toEqual([undefined, undefined, undefined]);
	expect(computed).toBe(2);
});

test("facts of one owner do not get in each other's way, and may need each other", () => {
	const length = fact(({ text }: { text: string }) => text.length);
	const doubled = fact((owner: { text: string }) => length(owner) * 2);

	const owner = { text: "four" };
	expect([doubled(owner), length(owner)]).toEqual([8, 4]);
});

test("a copy has facts of its own", () => {
	const length = fact(({ text }: { text: string }) => text.length);
	const owner = { text: "four" };

	expect([length(owner), length({ ...owner, text: "longer" }), length(owner)]).toEqual([4, 6, 4]);
});

test("what else it needs is given along", () => {
	const first = fact(({ name }: { name: string }, text: string) => text.indexOf(name));

	const owner = { name: "b" };
	expect([first(owner, "abc"), first(owner, "abc")]).toEqual([1, 1]);
});

test("of one owner there may be any number of facts", () => {
	let computed = 0;
	const owner = {};
	const all = Array.from({ length: 100 }, (_, index) =>
		fact((_owner: object) => {
			computed++;
			return index;
		}),
	);
	const other = {};
	const ask = () => all.map((each) => [each(other), each(owner)]);

	const expected = all.map((_, index) => [index, index]);
	expect([ask(), ask()]).toEqual([expected, expected]);
	expect(computed).toBe(200);
});
