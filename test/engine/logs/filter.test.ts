import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFields } from "../../../src/engine/logs/fields/fields.ts";
import { testOf } from "../../../src/engine/logs/filter/holds.ts";
import { filterName, filterValue, parseFilter } from "../../../src/engine/logs/filter/parse-filter.ts";
import { createStore } from "../../../src/engine/logs/store.ts";

const store = createStore(1e8);
store.add(
	[
		["api", "stdout", '{"level":30,"status":200,"path":"/v1/items","took":"12ms","msg":"served"}'],
		["api", "stdout", '{"level":50,"status":500,"path":"/v2/items","took":"1.5s","msg":"error (fatal)"}'],
		["web", "stdout", 'level=warn msg="health check failed" status=404 user="a b"'],
		["web", "stdout", "INFO an error is only a word"],
		["db", "stderr", "ERROR: deadlock"],
		["db", "stderr", "    at line two"],
		["db", "stdout", "/v1 a/b status"],
		["db", "stdout", '{"code":"502","request_time":"0.75","version":"007","status code":7,"t":{"$date":"x"},"gr\\u00f6\\u00dfe":3,"a\\"b":1}'],
	].map(([source = "", stream, text = ""], index) => ({
		source,
		stream: stream === "stderr" ? "stderr" : "stdout",
		time: `2026-01-15T10:00:00.00000000${index}Z`,
		text,
		run: 0,
	})),
);

const found = (text: string): string => {
	const { filter, problem } = parseFilter(text);
	if (!filter) return `${problem.kind} ${problem.start}-${problem.end} ${problem.detail}`.trimEnd();
	const holds = testOf(filter, (source) => ({ service: source, container: `${source}-1`, project: "shop" }));
	return store.entries.flatMap((entry, index) => (holds(entry) ? [index] : [])).join("");
};

test.each([
	["", "0123456"],
	["served", "0"],
	["SERVED", "0"],
	["items served", "0"],
	["served OR deadlock", "04"],
	["served || deadlock", "04"],
	["-items", "23456"],
	["!items", "23456"],
	["NOT items", "23456"],
	["-(items OR deadlock)", "2356"],
	["(served OR health) status>=400", "2"],
	['"only a word"', "3"],
	['"a \\"b"', ""],
	["status>=400", "12"],
	["status<400", "0"],
	["status=404", "2"],
	["status!=200", "123456"],
	["status=*", "012"],
	["-status=*", "3456"],
	["level>=warn", "124"],
	["level=error", "14"],
	["level=info", "03"],
	["level!=info", "12456"],
	["level=*", "01234"],
	["path=/v1/*", "0"],
	["path~^/v1", "0"],
	["path!~^/v1", "123456"],
	["path~/V2/i", "1"],
	["took>100ms", "1"],
	["took<1s", "0"],
	["service=api", "01"],
	["service!=api", "23456"],
	["container=db-1 stream=stderr", "4"],
	['user="a b"', "2"],
	["text~lin.\\stwo", "4"],
	["two", "4"],
	["/dead.*k/", "4"],
	["/DEAD/i", "4"],
	["/v1", "05"],
	["a/b", "5"],
	["error (fatal)", "1"],
	["time>2026-01-15T10:00:00.000000003Z", "456"],
	["served AND items", "0"],
	["or -served", "134"],
	["a OR", "missingTerm 2-4 OR"],
	["OR a", "missingTerm 0-2 OR"],
	['say "hello', "unclosedQuote 4-10"],
	["(a OR b", "unclosedParenthesis 0-1"],
	["a)", "extraParenthesis 1-2"],
	["status>=", "missingValue 0-8 status>="],
	["level>=loud", "unknownLevel 7-11 loud"],
	["/a(b/", "badPattern 2-3 ("],
	["/[a/", "unclosedPattern 0-4"],
	["/[b-a]/", "badPattern 2-5 b-a"],
	["/(?=a)/", "unsupportedPattern 1-4 (?="],
	["/(a)\\1/", "unsupportedPattern 4-6 \\1"],
	["/a{5000}/", "longPattern 2-8 {5000}"],
	["/usr/bin", ""],
	["/v1/items", "0"],
	["code>=500", "6"],
	["code<500 OR code=200", ""],
	["code=502 request_time>0.5 version=007", "6"],
	["code!=502", "012345"],
	['"status code">=5', "6"],
	['"status code">=8', ""],
	["t.$date=x größe=3", "6"],
	['"a\\"b"=1', "6"],
	['"status code"', "6"],
	["path~(", "missingValue 0-5 path~"],
])("%s", (text, wanted) => expect(found(text)).toBe(wanted));

test("what is asked of a field is written so that it is found again", () => {
	for (const [path, value] of readFields(store.entries[6]?.text ?? "").fields) expect(found(`${filterName(path)}=${filterValue(value)}`)).toBe("6");
	expect([filterName("http.status_code"), filterName("status code"), filterName('"')]).toEqual(["http.status_code", '"status code"', '"\\""']);
	expect([filterValue(5), filterValue("a b"), filterValue("/v1/items"), filterValue('"')]).toEqual(["5", '"a b"', "/v1/items", '"\\""']);
});

describe("patterns", () => {
	const atom = fc.constantFrom(
		..."a b c ab . [ab] [^a] \\b ^ $ \\w \\d (a|b) (ab)* (a|bc)? x \\B \\s (?:a+)+ a{2,3} b*? (?<n>a|) \\x61 \\u0062 [\\d-]".split(" "),
	);
	const source = fc
		.array(fc.tuple(atom, fc.constantFrom("", "", "", "*", "+", "?", "{1,2}", "|")), { minLength: 1, maxLength: 5 })
		.map((parts) => parts.flat().join(""));
	const text = fc.array(fc.constantFrom(..."abcx 1A-"), { maxLength: 9 }).map((parts) => parts.join(""));

	test("match what JavaScript's match", () => {
		fc.assert(
			fc.property(source, text, fc.boolean(), (pattern, line, ignoresCase) => {
				let own: RegExp;
				try {
					own = new RegExp(pattern, ignoresCase ? "i" : "");
				} catch {
					return;
				}
				const { filter } = parseFilter(`/${pattern}/${ignoresCase ? "i" : ""}`);
				if (filter?.kind !== "pattern") return;
				expect([pattern, line, filter.test.test(line)]).toEqual([pattern, line, own.test(line)]);
				const begin = own.exec(line)?.[0] ? own.exec(line)?.index : undefined;
				if (begin !== undefined) expect(filter.test.find(line)[0]?.[0]).toBeLessThanOrEqual(begin);
			}),
			{ numRuns: 3_000, seed: 7 },
		);
	});

	test("take no longer for being written badly", () => {
		for (const pattern of ["(a+)+$", "(a|a)*b", "(.*)*x", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", ".*.*.*.*=.*", "(a?){100}a{100}b", "([a-z]|.)*Q"]) {
			const { filter } = parseFilter(`/${pattern}/`);
			expect(filter?.kind === "pattern" && filter.test.test(`${"a".repeat(100_000)}!`)).toBe(false);
		}
	});
});
