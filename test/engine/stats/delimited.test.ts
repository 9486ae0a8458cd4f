import { expect, test } from "vitest";
import { csvOf, markdownOf } from "../../../src/engine/stats/delimited.ts";
import { historyRows } from "../../../src/engine/stats/history-rows.ts";
import { toStatistics } from "../../../src/engine/stats/statistics.ts";

test("CSV keeps what a cell holds, and gives a spreadsheet no formula", () => {
	expect(
		csvOf([
			["name", "n"],
			['a "b", c', 1.5],
			["=HYPERLINK()", -2],
			["two\nlines", 0],
			["\n=1", 0],
			["＝1", 0],
		]),
	).toBe('name,n\r\n"a ""b"", c",1.5\r\n\'=HYPERLINK(),-2\r\n"two\nlines",0\r\n"\'\n=1",0\r\n\'＝1,0\r\n');
});

test("Markdown shows names as they are", () => {
	expect(
		markdownOf(
			[
				["name", "n"],
				["a|b_c <i> &amp;", "1"],
			],
			new Set([1]),
		),
	).toBe("| name | n |\n| --- | ---: |\n| a\\|b\\_c \\<i\\> \\&amp; | 1 |\n");
});

test("moments of several containers are in one order of time, in plain numbers", () => {
	const moment = (at: number, cpu: number | null): { at: number; of: ReturnType<typeof toStatistics> } => ({ at, of: { ...toStatistics({}), cpu, memory: 7 } });
	const [head, ...rows] = historyRows([
		["web", [moment(2000, 0.12345)]],
		["db", [moment(1000, null)]],
	]);
	expect(head).toContain("cpu_percent");
	expect(rows).toEqual([
		["1970-01-01T00:00:01.000Z", "db", "", 7, 0, 0, 0, 0, 0, 0],
		["1970-01-01T00:00:02.000Z", "web", 12.35, 7, 0, 0, 0, 0, 0, 0],
	]);
});
