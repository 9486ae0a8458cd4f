import { expect, test } from "vitest";
import { keepHistory, linesOf, type Moment, summaryOf, valueAt } from "../../../src/engine/stats/history.ts";
import { toStatistics } from "../../../src/engine/stats/statistics.ts";

const moment = (at: number, more: Partial<Moment["of"]> = {}): Moment => ({ at, of: { ...toStatistics({}), cpu: 0.5, ...more } });

test("what flows is told in bytes a second, where the moment before is known", () => {
	const before = moment(1000, { received: 100, sent: 10, read: 5, written: 7 });
	const after = moment(3000, { received: 300, sent: 10, read: 9, written: 0 });
	expect((["received", "sent", "read", "network"] as const).map((metric) => valueAt(metric, after, before))).toEqual([100, 0, 2, 100]);
	expect(valueAt("written", after, before), "it was started again").toBe(0);
	expect(valueAt("received", after, undefined)).toBeNull();
	expect(valueAt("received", moment(60_000, { received: 300 }), before), "nobody has looked meanwhile").toBeNull();
	expect(valueAt("received", moment(1000, { received: 300 }), before), "two at once").toBeNull();
});

test("lines over the same times: a gap where nobody looked, and none where only another line has a time", () => {
	const web = [moment(1000), moment(2000), moment(60_000, { cpu: 0.7 })];
	const db = [moment(1500, { memory: 8 }), moment(2500, { memory: 9 })];
	const { times, lines } = linesOf([
		{ moments: web, metric: "cpu" },
		{ moments: db, metric: "memory" },
	]);
	expect(times).toEqual([1, 1.5, 2, 2.001, 2.5, 60]);
	expect(lines).toEqual([
		[0.5, undefined, 0.5, null, undefined, 0.7],
		[undefined, 8, undefined, undefined, 9, undefined],
	]);
});

test("ten minutes are kept", () => {
	const moments = [moment(0), moment(1000), moment(2000)];
	expect(keepHistory(moments, 600_500).map(({ at }) => at)).toEqual([1000, 2000]);
	expect(keepHistory(moments, 1000)).toBe(moments);
	expect(keepHistory(moments, 1e9)).toEqual([]);
});

test("a summary says what is now, on average and at most, and nothing of now where the last moment is long past", () => {
	const moments = [moment(1000, { cpu: 0.25 }), moment(2000, { cpu: null }), moment(3000, { cpu: 0.75 })];
	expect(summaryOf({ moments, metric: "cpu" }, 3500)).toEqual({ now: 0.75, mean: 0.5, highest: 0.75 });
	expect(summaryOf({ moments, metric: "cpu" }, 30_000)).toEqual({ now: null, mean: 0.5, highest: 0.75 });
	expect(summaryOf({ moments: [], metric: "cpu" }, 0)).toEqual({ now: null, mean: null, highest: null });
});
