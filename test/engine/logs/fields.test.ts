import { expect, test } from "vitest";
import { findField, readFields } from "../../../src/engine/logs/fields/fields.ts";
import { findKnown } from "../../../src/engine/logs/fields/known.ts";

test.each<[string, string, Record<string, unknown>]>([
	[
		"json",
		'{"level":30,"req":{"method":"GET","headers":{"x-id":"a\\"b"}},"tags":["a",1],"ok":true,"none":null}',
		{
			level: 30,
			"req.method": "GET",
			"req.headers.x-id": 'a"b',
			"tags.0": "a",
			"tags.1": 1,
			ok: true,
			none: null,
		},
	],
	["json", '{"id":12345678901234567890,"n":1e3,"__proto__":1}', { id: 12345678901234567890n, n: 1000, __proto: undefined }],
	["json", '{"log.level":"info","a.b":{"c":1}}', { "log.level": "info", "a.b.c": 1 }],
	["json", '2026-01-15T10:00:00Z\tINFO\tlistening\t{"addr": ":80", "n": 3}', { addr: ":80", n: 3 }],
	[
		"logfmt",
		'time=2026 level=info msg="a \\"quoted\\" text" status=200 empty= path=/v1?x=1 ',
		{
			time: 2026,
			level: "info",
			msg: 'a "quoted" text',
			status: 200,
			empty: "",
			path: "/v1?x=1",
		},
	],
	["pairs", "2026-01-15 INFO started port=8080 host='my host', took=1.5s", { port: 8080, host: "my host", took: "1.5s" }],
	[
		"access",
		'172.18.0.1 - bob [15/Jan/2026:10:00:00 +0000] "GET /a?b=1 HTTP/1.1" 404 146 "-" "curl/8"',
		{
			remote: "172.18.0.1",
			user: "bob",
			method: "GET",
			path: "/a?b=1",
			status: 404,
			bytes: 146,
			referer: undefined,
			agent: "curl/8",
		},
	],
	["access", "GET /error 500 1.234 ms - 21", { method: "GET", status: 500, duration: "1.234 ms", bytes: 21 }],
	["access", '[GIN] 2026/01/15 - 10:00:00 | 200 |      51.2µs |      172.18.0.1 | GET      "/ping"', { status: 200, path: "/ping", remote: "172.18.0.1" }],
	["text", "nothing here, 5 = 6", {}],
	["text", '{"cut": "off', {}],
	["text", "{not json}", {}],
])("%s: %s", (kind, line, wanted) => {
	const { fields, format } = readFields(line);
	expect(format.kind).toBe(kind);
	for (const [path, value] of Object.entries(wanted)) {
		expect([path, fields.get(path)]).toEqual([path, value]);
		if (value !== undefined) expect([path, findField(line, format, path)]).toEqual([path, value]);
	}
	for (const path of fields.keys()) expect([path, findField(line, format, path)]).toEqual([path, fields.get(path)]);
	expect(findField(line, format, "missing.one")).toBeUndefined();
});

test("a value in quotes is no field of its own", () => {
	const line = 'level=info msg="status=500 is text" status=200';
	expect(findField(line, readFields(line).format, "status")).toBe(200);
});

test("what is nested too deeply, or too much, is left alone", () => {
	expect(readFields(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`).format.kind).toBe("text");
	expect(readFields(JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, index])))).fields.size).toBe(256);
});

test.each([
	['{"@t":"2026-01-15","@mt":"Hello","@x":"System.Exception: a\\n   at B"}', { time: "@t", message: "@mt", trace: "@x" }],
	[
		'{"level":"error","ts":1.5,"logger":"api","msg":"m","stacktrace":"a\\n\\tb"}',
		{ level: "level", time: "ts", logger: "logger", message: "msg", trace: "stacktrace" },
	],
	[
		'{"@timestamp":"t","log.level":"INFO","message":"m","error":{"stack_trace":"a\\nb"}}',
		{ time: "@timestamp", level: "log.level", trace: "error.stack_trace" },
	],
	[
		'{"asctime":"t","levelname":"INFO","name":"root","message":"m","exc_info":"a\\nb"}',
		{ time: "asctime", level: "levelname", logger: "name", trace: "exc_info" },
	],
])("the usual names in %s", (line, wanted) => {
	const { fields } = readFields(line);
	for (const [name, path] of Object.entries(wanted)) expect([name, findKnown(fields, name as "time")]).toEqual([name, path]);
});
