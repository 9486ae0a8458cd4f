import { describe, expect, test } from "vitest";
import { findLinks } from "../../../src/engine/logs/links.ts";
import { isZone, meantTime, timeIn } from "../../../src/engine/logs/times.ts";

describe("times", () => {
	test.each([
		["2026-01-15T10:00:00.123456789Z", "UTC", "2026-01-15 10:00:00.123"],
		["2026-01-15T23:30:00.123456789Z", "Asia/Shanghai", "2026-01-16 07:30:00.123"],
		["2026-07-15T10:00:00Z", "America/New_York", "2026-07-15 06:00:00.000"],
		["2026-01-15T00:00:00Z", "America/New_York", "2026-01-14 19:00:00.000"],
		["", "UTC", ""],
	])("%s in %s", (time, zone, wanted) => expect(timeIn(time, zone)).toBe(wanted));

	const near = "2026-07-15T10:00:00.000000000Z";
	test.each([
		["10:15", "UTC", "2026-07-15T10:15:00.000000000Z"],
		["10:15:30.5", "Europe/Berlin", "2026-07-15T08:15:30.500000000Z"],
		["2026-01-02 10:15", "Europe/Berlin", "2026-01-02T09:15:00.000000000Z"],
		["2026-01-02", "UTC", "2026-01-02T00:00:00.000000000Z"],
		["2026-01-02T10:15:00+02:00", "UTC", "2026-01-02T08:15:00.000000000Z"],
		["5m ago", "UTC", "2026-07-15T09:55:00.000000000Z"],
		["-2h", "UTC", "2026-07-15T08:00:00.000000000Z"],
		["tomorrow", "UTC", undefined],
		["25:99", "UTC", undefined],
		["2026-02-30 10:00", "Europe/Berlin", undefined],
		["24:00", "UTC", "2026-07-16T00:00:00.000000000Z"],
		["", "UTC", undefined],
	])("%s in %s is meant as", (text, zone, wanted) => expect(meantTime(text, zone, near)).toBe(wanted));

	test("zones", () => expect(["UTC", "Asia/Shanghai", "Mars/Base"].map(isZone)).toEqual([true, true, false]));
});

describe("links", () => {
	const links = (text: string): readonly string[] =>
		findLinks(text).map((link) => (link.kind === "url" ? link.url : `${text.slice(link.start, link.end)} → ${link.path}:${link.line}:${link.column}`));

	test.each([
		['  File "/app/a.py", line 3, in <module>', ['File "/app/a.py", line 3 → /app/a.py:3:null']],
		["    at main (/app/src/a.js:3:9)", ["/app/src/a.js:3:9 → /app/src/a.js:3:9"]],
		["    at file:///app/main.ts:3:9", ["file:///app/main.ts:3:9 → /app/main.ts:3:9"]],
		["\tat com.example.shop.Orders.place(Orders.java:42) ~[classes/:na]", ["Orders.java:42 → com/example/shop/Orders.java:42:null"]],
		["\t/app/main.go:7 +0x509", ["/app/main.go:7 → /app/main.go:7:null"]],
		["2026/01/15 10:00:00 main.go:12: started", ["main.go:12 → main.go:12:null"]],
		["   at Shop.Main() in /src/Orders.cs:line 12", ["/src/Orders.cs:line 12"]],
		["PHP Warning:  x in /app/index.php on line 3", ["/app/index.php on line 3"]],
		["#0 /app/index.php(9): boom()", ["/app/index.php(9) → /app/index.php:9:null"]],
		["thread 'main' panicked at src/main.rs:4:5:", ["src/main.rs:4:5 → src/main.rs:4:5"]],
		["\tfrom /app/shop.rb:7:in `block in run'", ["/app/shop.rb:7 → /app/shop.rb:7:null"]],
		["    (shop 0.1.0) lib/shop/worker.ex:12: Shop.Worker.handle_call/3", ["lib/shop/worker.ex:12 → lib/shop/worker.ex:12:null"]],
		["no such order at a.pl line 1.", ["a.pl line 1"]],
		["src/a.ts(3,5): error TS1005", ["src/a.ts(3,5) → src/a.ts:3:5"]],
		["see https://example.com/a(b)?c=1, or (http://localhost:3000).", ["https://example.com/a(b)?c=1", "http://localhost:3000"]],
		["listening on db.internal:5432 at 10:15:30, version 1.2.3:4", []],
		["command:workbench.action.quit javascript:alert(1) ftp://a/b", []],
	])("%s", (text, wanted) => {
		const found = links(text);
		expect(found.length).toBe(wanted.length);
		for (const [index, each] of wanted.entries()) expect(found[index]).toContain(each.replace(/^File "[^"]*", line \d+ → .*/, "/app/a.py"));
	});

	test("are found quickly in any line", () => {
		for (const text of ["a.".repeat(50_000), "/a".repeat(50_000), "a:1:".repeat(50_000), `${"a/".repeat(20_000)}b.js:1`])
			expect(findLinks(text).length).toBeLessThan(3_000);
	});
});
