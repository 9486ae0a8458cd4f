import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pace } from "../../src/extension/explorer/pace.ts";

let refreshes: number[] = [];
let pace: Pace;
let started = 0;
const now = (): number => Math.round(performance.now() - started);

beforeEach(() => {
	vi.useFakeTimers();
	started = performance.now();
	refreshes = [];
	pace = new Pace(() => refreshes.push(now()));
	vi.advanceTimersByTime(1_000);
});
afterEach(() => {
	pace.dispose();
	vi.useRealTimers();
});

test("one change is drawn at once, together with what the engine adds to it", () => {
	pace.request("web");
	vi.advanceTimersByTime(20);
	pace.request("web");
	vi.advanceTimersByTime(1_000);
	expect(refreshes).toEqual([1_025]);
});

test("VS Code is never asked twice within the time in which it would wait", () => {
	for (let turn = 0; turn < 100; turn++) {
		pace.request(`container ${turn}`);
		vi.advanceTimersByTime(10);
	}
	const distances = refreshes.slice(1).map((time, index) => time - (refreshes[index] ?? 0));
	expect(Math.min(...distances)).toBeGreaterThan(200);
	expect(Math.max(...distances)).toBeLessThan(220);
});

test("one that never rests does not keep the others waiting", () => {
	const waits: number[] = [];
	for (let turn = 1; turn <= 6_000; turn++) {
		pace.request("loop");
		// Once a second and a bit, another container changes: each time a little later after the last refresh.
		if (turn > 3_000 && turn % 107 === 0) {
			const asked = now();
			const count = refreshes.length;
			pace.request("web");
			vi.advanceTimersByTime(10);
			while (refreshes.length === count) vi.advanceTimersByTime(1);
			waits.push((refreshes.at(-1) ?? 0) - asked);
		}
		vi.advanceTimersByTime(10);
	}
	const sorted = waits.toSorted((a, b) => a - b);
	expect(waits.length).toBeGreaterThan(20);
	expect(sorted[Math.floor(sorted.length * 0.8)], "four of five").toBeLessThan(100);
	expect(sorted.at(-1), "the worst").toBeLessThan(235);
});

test("the one that never rests is still drawn now and then", () => {
	for (let turn = 0; turn < 6_000; turn++) {
		pace.request("loop");
		vi.advanceTimersByTime(10);
	}
	const late = refreshes.filter((time) => time > 40_000);
	expect(late.length).toBeGreaterThanOrEqual(18);
	expect(late.length).toBeLessThanOrEqual(21);
});

test("one that changed all the while that others did is drawn within two seconds once they rest", () => {
	for (let turn = 0; turn < 3_000; turn++) {
		pace.request("web");
		pace.request(`container ${turn}`);
		vi.advanceTimersByTime(20);
	}
	vi.advanceTimersByTime(500);
	const asked = now();
	pace.request("web");
	vi.advanceTimersByTime(60_000);
	expect((refreshes.at(-1) ?? 0) - asked).toBeGreaterThan(0);
	expect((refreshes.at(-1) ?? 0) - asked).toBeLessThan(2_100);
});

test("a refresh that takes long is followed by as long a pause as another", () => {
	const ends: number[] = [];
	const slow = new Pace(() => {
		refreshes.push(now());
		vi.advanceTimersByTime(40);
		ends.push(now());
	});
	for (let turn = 0; turn < 100; turn++) {
		slow.request(`container ${turn}`);
		vi.advanceTimersByTime(10);
	}
	slow.dispose();
	const pauses = refreshes.slice(1).map((time, index) => time - (ends[index] ?? 0));
	expect(pauses.length).toBeGreaterThan(3);
	expect(Math.min(...pauses)).toBeGreaterThan(200);
});

test("what was put off is done once, then, and nothing before it", () => {
	pace.request("web");
	pace.after(300);
	for (let turn = 0; turn < 20; turn++) {
		pace.request("db");
		pace.now();
		vi.advanceTimersByTime(10);
	}
	vi.advanceTimersByTime(1_000);
	expect(refreshes).toEqual([1_300]);
});
