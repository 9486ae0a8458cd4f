import { expect, test } from "vitest";
import type { Entry, Value } from "../../../src/engine/compose/value.ts";
import { goPrinted, goText, typedScalar } from "../../../src/engine/compose/scalar.ts";

test.each([
	["", "null", "<nil>"],
	["~", "null", "<nil>"],
	["Null", "null", "<nil>"],
	["nULL", "string", "nULL"],
	["True", "boolean", "true"],
	["yes", "string", "yes"],
	["off", "string", "off"],
	["0777", "integer", "511"],
	["0o17", "integer", "15"],
	["08", "float", "8"],
	["1_000", "integer", "1000"],
	["0x1F", "integer", "31"],
	["-0x1", "integer", "-1"],
	["0b11", "integer", "3"],
	["+12", "integer", "12"],
	["12345678901234567890", "integer", "12345678901234567890"],
	["99999999999999999999999", "float", "1e+23"],
	["1e3", "float", "1000"],
	["1e400", "string", "1e400"],
	["3.10", "float", "3.1"],
	["1.", "float", "1"],
	[".5", "float", "0.5"],
	["123456789.0", "float", "1.23456789e+08"],
	["100000.5", "float", "100000.5"],
	["0.0001", "float", "0.0001"],
	["0.00001", "float", "1e-05"],
	["-0", "float", "-0"],
	["-.inf", "float", "-Inf"],
	[".NaN", "float", "NaN"],
	["1:30", "string", "1:30"],
	["80:80", "string", "80:80"],
	["1.2.3", "string", "1.2.3"],
	["2001-01-01", "timestamp", "2001-01-01 00:00:00 +0000 UTC"],
	["2001-2-3 4:5:6", "timestamp", "2001-02-03 04:05:06 +0000 UTC"],
	["2001-12-14t21:59:43.10-05:00", "timestamp", "2001-12-14 21:59:43.1 -0500 -0500"],
	["2001-02-30", "string", "2001-02-30"],
	["2001-01-01T00:00:00", "string", "2001-01-01T00:00:00"],
	["<<", "string", "<<"],
])("%j is a %s, and printed as %s", (source, kind, printed) => {
	const typed = typedScalar(source);
	expect(typed.kind).toBe(kind);
	expect(goText({ ...typed, origin: undefined })).toBe(printed);
});

test("lists and mappings are printed as Go prints them", () => {
	const origin = undefined;
	const one: Value = { kind: "integer", value: 1n, origin };
	const entry: Entry = { key: origin, value: { kind: "sequence", items: [one, { kind: "string", value: "a", origin }], origin } };
	const entries = new Map<string, Entry>([
		["b", { key: origin, value: one }],
		["a", entry],
	]);
	expect(goPrinted({ kind: "mapping", entries, origin })).toBe("map[a:[1 a] b:1]");
});
