import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import type { LogLine, LogMark } from "../../../src/docker/logs/log.ts";
import { makeMerger } from "../../../src/docker/logs/merge.ts";

const line = (time: number | "", text = ""): LogLine => ({ stream: "stdout", time: time === "" ? "" : String(time).padStart(3, "0"), text, run: 0 });
const never = new AbortController().signal;
const ended: LogMark = { kind: "exited", exitCode: 0, isOutOfMemory: false };

/** Two sources, and what comes of them as `source time`. */
function merging(take: () => void | Promise<void> = () => {}) {
	const taken: string[] = [];
	const complete: string[] = [];
	const merger = makeMerger<string>({
		take(entries) {
			for (const { source, line: each, mark } of entries) taken.push(`${source} ${each ? Number(each.time) || each.text : mark.kind}`);
			return take();
		},
		caughtUp: (source) => complete.push(source),
	});
	return { taken, complete, merger, web: merger.reader("web"), db: merger.reader("db") };
}

describe("several logs as one", () => {
	test("what was there before is in the order of time, however it came", async () => {
		const { taken, complete, web, db } = merging();
		void web.lines([line(1), line(4), line(6)], never);
		web.caughtUp(true);
		await turn();
		expect(taken).toEqual([]);
		void db.lines([line(2), line(3)], never);
		await turn();
		expect(taken).toEqual(["web 1", "db 2", "db 3"]);
		void db.lines([line(5), line(7)], never);
		db.caughtUp(true);
		await turn();
		expect(taken).toEqual(["web 1", "db 2", "db 3", "web 4", "db 5", "web 6"]);
		expect(complete).toEqual(["web"]);
	});

	test("a new line waits a little for an older one of another", async () => {
		vi.useFakeTimers();
		try {
			const { taken, complete, web, db } = merging();
			web.caughtUp(true);
			db.caughtUp(true);
			await vi.advanceTimersByTimeAsync(0);
			expect(complete).toEqual(["web", "db"]);
			void web.lines([line(20)], never);
			await vi.advanceTimersByTimeAsync(40);
			expect(taken).toEqual([]);
			void db.lines([line(10)], never);
			await vi.advanceTimersByTimeAsync(40);
			expect(taken).toEqual(["db 10", "web 20"]);
		} finally {
			vi.useRealTimers();
		}
	});

	test("what has one time keeps the order of the sources, and each its own", async () => {
		const { taken, web, db } = merging();
		void db.lines([line(5), line(3), line("", "no time")], never);
		void web.lines([line(5), line(5)], never);
		db.mark(ended, { run: 0, time: "" });
		web.mark(ended, { run: 0, time: "" });
		await vi.waitFor(() => expect(taken).toHaveLength(7));
		expect(taken.slice(0, 2)).toEqual(["web 5", "web 5"]);
		expect(taken.filter((entry) => entry.startsWith("db"))).toEqual(["db 5", "db 3", "db no time", "db exited"]);
	});

	test("one that has ended, or is not reached, keeps nobody waiting", async () => {
		const { taken, web, db } = merging();
		void web.lines([line(1)], never);
		web.caughtUp(true);
		db.mark(ended, { run: 0, time: "" });
		await vi.waitFor(() => expect(taken).toEqual(["db exited", "web 1"]));
	});

	test("nothing more is taken than fits, until there is room again, or the reading ends", async () => {
		let goOn = (): void => {};
		const { taken, merger, web } = merging(() => new Promise((resolve) => (goOn = resolve)));
		merger.reader("db").caughtUp(true);
		const big = (time: number): LogLine => line(time, "x".repeat(300_000));
		web.caughtUp(true);
		const first = web.lines([big(1), big(2), big(3)], never);
		let isFirstOver = false;
		void Promise.resolve(first).then(() => (isFirstOver = true));
		await turn();
		expect(isFirstOver).toBe(false);
		merger.dispose();
		goOn();
		await first;
		expect(taken.length).toBeLessThanOrEqual(3);

		const { web: other } = merging(() => new Promise(() => {}));
		const ending = new AbortController();
		const second = other.lines([big(1), big(2), big(3)], ending.signal);
		ending.abort();
		await second;
	});
});
