import { expect, test } from "vitest";
import { createSearch } from "../../../src/engine/logs/search.ts";
import { createStore } from "../../../src/engine/logs/store.ts";

const store = createStore(1e7);
store.add([{ source: "web", stream: "stdout", time: "", text: "GET /a.b?x=(1)", run: 0 }]);

test.each([
	["get", [[0, 3]]],
	["a.b", [[5, 8]]],
	["a?b", []],
	["(1)", [[11, 14]]],
	["/[a-z]\\./", [[5, 7]]],
	[
		"/GET|x/",
		[
			[0, 3],
			[9, 10],
		],
	],
])("%s", (text, wanted) => {
	const { search } = createSearch(text) ?? {};
	expect(search?.find("GET /a.b?x=(1)")).toEqual(wanted);
	expect(store.entries.filter((entry) => search?.holds(entry)).length).toBe(wanted.length > 0 ? 1 : 0);
});

test("nothing, and what is no pattern", () => {
	expect(createSearch("")).toBeUndefined();
	expect(createSearch("/(/")?.problem?.kind).toBe("badPattern");
	expect(createSearch("/usr/bin")?.search?.find("/usr/bin/env")).toEqual([[0, 8]]);
});
