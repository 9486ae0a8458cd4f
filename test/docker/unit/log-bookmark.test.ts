import { describe, expect, test } from "vitest";
import { makeBookmark } from "../../../src/docker/logs/bookmark.ts";

type Line = readonly [time: number, text: string, stream?: string];
const timeOf = (time: number): string => `2026-11-26T12:00:00.${String(time).padStart(9, "0")}Z`;

/** What comes of a log of which the engine first gives so many lines, and then all from where it is asked; `resolution` is that of its `since`. */
function readTwice(log: readonly Line[], { first, from = 0, resolution = 1 }: { first: number; from?: number; resolution?: number }): readonly string[] {
	const bookmark = makeBookmark();
	const read = (lines: readonly Line[]): string[] =>
		lines.flatMap(([time, text, stream = "stdout"]) => (bookmark.pass(stream, timeOf(time), text) ? [] : [text]));
	const before = read(log.slice(from, first));
	const begin = bookmark.begin();
	const since = begin < timeOf(0) ? 0 : Math.floor(Number(begin.slice(20, 29)) / resolution) * resolution;
	return [...before, ...read(log.filter(([time]) => time >= since))];
}

const numbered = (count: number, time: (index: number) => number): readonly Line[] =>
	Array.from({ length: count }, (_, index) => [time(index), `line ${index}`]);
const texts = (log: readonly Line[]): readonly string[] => log.map(([, text]) => text);

describe("a log that is read again goes on where it was", () => {
	test.each([1, 2, 7, 999, 1_000, 1_001, 2_999, 3_000])("after %i lines", (first) => {
		for (const time of [(index: number) => index, (index: number) => Math.floor(index / 3), () => 5, (index: number) => Math.floor(index / 1_500)]) {
			const log = numbered(3_000, time);
			expect(readTwice(log, { first })).toEqual(texts(log));
		}
	});

	test("lines that look alike are counted", () => {
		const log: readonly Line[] = Array.from({ length: 2_500 }, (_, index) => [Math.floor(index / 10), "tick"]);
		expect(readTwice(log, { first: 1_234 })).toHaveLength(2_500);
		expect(readTwice(log, { first: 3 })).toHaveLength(2_500);
	});

	test("what is stored in another order than its times is not lost", () => {
		const log = numbered(3_000, (index) => (index % 2 === 0 ? index + 5 : index));
		for (const first of [1, 10, 11, 1_500, 1_501]) expect(readTwice(log, { first })).toEqual(texts(log));
	});

	test("an engine that knows only whole seconds sends more", () => {
		const log = numbered(3_000, (index) => index);
		expect(readTwice(log, { first: 2_500, resolution: 1_000 })).toEqual(texts(log));
		expect(readTwice(log, { first: 1_500, from: 1_490, resolution: 1_000 })).toEqual(texts(log).slice(1_490));
	});

	test("where the engine has thrown away what was read, nothing else is left out", () => {
		const bookmark = makeBookmark();
		for (const [time, text] of numbered(50, (index) => index)) bookmark.pass("stdout", timeOf(time), text);
		bookmark.begin();
		expect(
			numbered(100, (index) => index)
				.slice(80)
				.filter(([time, text]) => bookmark.pass("stdout", timeOf(time), text)),
		).toEqual([]);
	});

	test("what was there before, and was not wanted, does not come", () => {
		const bookmark = makeBookmark();
		expect(bookmark.isEmpty).toBe(true);
		bookmark.skipTo("stdout", timeOf(7), "seven");
		expect(bookmark.begin()).toBe(timeOf(7));
		expect(bookmark.pass("stdout", timeOf(7), "seven")).toBe(true);
		expect(bookmark.pass("stdout", timeOf(7), "also seven")).toBe(false);
	});
});
