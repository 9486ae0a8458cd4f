import { describe, expect, test } from "vitest";
import { shownText, writtenText, type RawLine } from "../../../src/engine/logs/entry.ts";
import { select } from "../../../src/engine/logs/selection.ts";
import { createStore } from "../../../src/engine/logs/store.ts";

const at = (milliseconds: number): string =>
	`2026-01-15T10:00:${String(Math.floor(milliseconds / 1_000)).padStart(2, "0")}.${String(milliseconds % 1_000).padStart(3, "0")}000000Z`;
const line = (source: string, milliseconds: number, text: string, more: Partial<RawLine> = {}): RawLine => ({
	...{ source, stream: "stdout", time: at(milliseconds), text, run: 0 },
	...more,
});
const texts = (store: ReturnType<typeof createStore>): readonly string[] => store.entries.map(({ source, text }) => `${source} ${text}`);

describe("order", () => {
	test("by the engine's time, and what came first where it is the same", () => {
		const store = createStore(1e8);
		store.add([line("a", 1, "1"), line("a", 5, "5"), line("a", 5, "5 again")]);
		expect(store.add([line("b", 2, "2"), line("b", 5, "5"), line("c", 9, "9")])).toEqual({ from: 1, dropped: 0 });
		expect(store.add([line("c", 9, "9 again")])).toEqual({ from: 6, dropped: 0 });
		expect(texts(store)).toEqual(["a 1", "b 2", "a 5", "a 5 again", "b 5", "c 9", "c 9 again"]);
		expect(store.entries.map((entry) => entry.at)).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});

	test("a line without a time stays behind what its source wrote before", () => {
		const store = createStore(1e8);
		store.add([line("a", 1, "1"), line("b", 9, "9"), line("a", 0, "of a", { time: "" })]);
		expect(texts(store)).toEqual(["a 1", "a of a", "b 9"]);
	});

	test("any cut into batches gives the same", () => {
		const lines = Array.from({ length: 60 }, (_, index) => line(`s${index % 3}`, Math.floor(index / 3) * 3 + ((index * 7) % 5), `${index}`));
		const bySource = lines.toSorted((one, other) => (one.source < other.source ? -1 : one.source > other.source ? 1 : one.time < other.time ? -1 : 1));
		const whole = createStore(1e8);
		whole.add(bySource);
		const single = createStore(1e8);
		for (const each of bySource) single.add([each]);
		expect(texts(single)).toEqual(texts(whole));
		const times = whole.entries.map(({ time }) => time);
		expect(times).toEqual(times.toSorted());
	});
});

describe("traces", () => {
	test("are one entry, whatever the other stream and other sources write meanwhile, and nothing of them is lost", () => {
		const store = createStore(1e8);
		const err = { stream: "stderr" as const };
		store.add([line("a", 1, "Traceback (most recent call last):", err), line("a", 1, "GET /"), line("b", 1, "other")]);
		store.add([line("a", 1, '  File "/app/a.py", line 3, in <module>', err), line("a", 1, "GET /next")]);
		expect(store.add([line("a", 2, "\x1b[31mValueError: no\x1b[0m", err)])).toEqual({ from: 0, dropped: 0 });
		store.add([line("a", 3, "restarted", err)]);
		expect(texts(store)).toEqual(["a Traceback (most recent call last):", "a GET /", "b other", "a GET /next", "a restarted"]);
		const [trace] = store.entries;
		expect(trace && shownText(trace).split("\n").at(-1)).toBe("ValueError: no");
		expect(trace && writtenText(trace).split("\n").at(-1)).toBe("\x1b[31mValueError: no\x1b[0m");
		expect(trace?.level).toBe("error");
	});

	test("end after a while without a line", () => {
		const store = createStore(1e8);
		store.add([line("a", 1, "2026-01-15 ERROR failed"), line("a", 2, "    at once"), line("a", 8_000, "    at another time")]);
		expect(store.entries.map((entry) => entry.more?.length ?? 0)).toEqual([1, 0]);
	});

	test("do not go on behind a mark", () => {
		const store = createStore(1e8);
		store.add([
			line("a", 1, "ERROR: x"),
			{ source: "a", run: 0, time: at(2), kind: "ended", text: "a has ended", isBad: true },
			line("a", 3, "    at b", { run: 1 }),
		]);
		expect(texts(store)).toEqual(["a ERROR: x", "a a has ended", "a     at b"]);
	});
});

describe("bounds", () => {
	test("what is oldest is dropped, and counted", () => {
		const store = createStore(100_000);
		let dropped = 0;
		for (let index = 0; index < 2_000; index++) dropped += store.add([line("a", index, `line ${index}`)]).dropped;
		expect(store.counts.bytes).toBeLessThanOrEqual(100_000);
		expect(store.counts.dropped).toBe(dropped);
		expect(store.counts.lines + store.counts.dropped).toBe(2_000);
		expect(store.entries.at(-1)?.text).toBe("line 1999");
		expect(store.entries[0]?.at).toBe(dropped);
	});

	test("a line of 10 MB in pieces is one line, whole in what was written", () => {
		const store = createStore(1e8);
		for (let index = 0; index < 10; index++) store.add([line("a", 1, "x".repeat(1e6), index < 9 ? { cut: true } : {})]);
		store.add([line("a", 2, "next")]);
		expect(store.entries.map(({ raw, text }) => [raw.length, text.length])).toEqual([
			[1e7, 1e6],
			[4, 4],
		]);
	});

	test("a trace that never ends is taken apart", () => {
		const store = createStore(1e8);
		store.add([line("a", 1, "ERROR: x"), ...Array.from({ length: 25_000 }, () => line("a", 1, "    at y"))]);
		expect(store.entries.length).toBe(3);
	});
});

test("a selection is kept up with the store", () => {
	const store = createStore(30_000);
	const wants = ({ text }: { readonly text: string }): boolean => text.includes("7");
	const selection = select(store, wants);
	for (let index = 0; index < 900; index++) {
		// Some come late, some go on, some wait for what follows.
		const time = index % 11 === 0 ? Math.max(index - 30, 0) : index;
		selection.update(store.add([line(`s${index % 11 === 0 ? 1 : 0}`, time, index % 13 === 1 ? "" : index % 13 === 2 ? "    at 7" : `ERROR: ${index}`)]));
		expect(selection.entries).toEqual(store.entries.filter(wants));
	}
	expect(store.counts.dropped).toBeGreaterThan(0);
});
