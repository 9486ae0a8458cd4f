import { describe, expect, test } from "vitest";
import { ownLimit, percentText, rowNumbers } from "../../../src/engine/stats/numbers.ts";
import { isMeasured, type Measured, type Statistics, toStatistics } from "../../../src/engine/stats/statistics.ts";

const second = (total: number, system: number): Measured => ({
	cpu_stats: { cpu_usage: { total_usage: 2e9 + total }, system_cpu_usage: 8e9 + system, online_cpus: 4 },
	precpu_stats: { cpu_usage: { total_usage: 2e9 }, system_cpu_usage: 8e9 },
});

describe("processors", () => {
	test.each<[string, Measured, number | null]>([
		["half of one of four", second(5e8, 4e9), 0.5],
		["three of four", second(3e9, 4e9), 3],
		["nothing used", second(0, 4e9), 0],
		["one that was started anew counts from the beginning", second(-1e9, 4e9), 0],
		["the first message of a stream", { ...second(5e8, 4e9), precpu_stats: { cpu_usage: { total_usage: 0 } } }, null],
		[
			"an engine that does not say how many there are",
			{
				cpu_stats: { cpu_usage: { total_usage: 1e9, percpu_usage: [5e8, 5e8] }, system_cpu_usage: 4e9 },
				precpu_stats: { cpu_usage: { total_usage: 0 }, system_cpu_usage: 2e9 },
			},
			1,
		],
		["Windows: a quarter of all", windows({ total_usage: 1e7 + 4 * 2.5e6 }), 0.25],
		["Windows, first message", { ...windows({ total_usage: 1e7 }), preread: "0001-01-01T00:00:00Z" }, null],
		["nothing at all", {}, null],
	])("%s", (_, measured, cpu) => {
		expect(toStatistics(measured).cpu).toBe(cpu);
	});
});

/** In pieces of 100 ns, over a second. */
function windows(cpu: { readonly total_usage: number }): Measured {
	return {
		read: "2026-11-26T19:00:01.500000000Z",
		preread: "2026-11-26T19:00:00.500000000Z",
		num_procs: 4,
		cpu_stats: { cpu_usage: cpu },
		precpu_stats: { cpu_usage: { total_usage: 1e7 } },
		memory_stats: { privateworkingset: 7e6, usage: 9e9 },
		storage_stats: { read_size_bytes: 11, write_size_bytes: 12 },
		networks: { Ethernet: { rx_bytes: 1, tx_bytes: 2 } },
	};
}

test("Windows has numbers of its own, and no limit", () => {
	expect(toStatistics(windows({ total_usage: 1e7 }))).toMatchObject({ memory: 7e6, memoryLimit: 0, read: 11, written: 12, received: 1, sent: 2, cpus: 1 });
});

describe("memory without what is only kept to be read again", () => {
	test.each<[string, Measured["memory_stats"], number]>([
		["older control groups: with that of those below", { usage: 100, stats: { cache: 90, inactive_file: 10, total_inactive_file: 40 } }, 60],
		["newer control groups", { usage: 100, stats: { anon: 50, inactive_file: 30 } }, 70],
		["more kept than used, which the kernel tells now and then", { usage: 100, stats: { inactive_file: 130 } }, 100],
		["none kept", { usage: 100, stats: null }, 100],
	])("%s", (_, memory, expected) => {
		expect(toStatistics({ memory_stats: memory ?? {} }).memory).toBe(expected);
	});
});

test("disks by the first letter of what was done, networks all together", () => {
	const blocks = [
		["Read", 5],
		["read", 2],
		["Write", 9],
		["Sync", 100],
		["", 100],
	] as const;
	expect(
		toStatistics({
			blkio_stats: { io_service_bytes_recursive: blocks.map(([op, value]) => ({ op, value })) },
			networks: { eth0: { rx_bytes: 1000, tx_bytes: 2000 }, eth1: { rx_bytes: 500 } },
			pids_stats: { current: 4 },
		}),
	).toMatchObject({ read: 7, written: 9, received: 1500, sent: 2000, processes: 4 });
	expect(toStatistics({ blkio_stats: { io_service_bytes_recursive: null }, networks: null })).toMatchObject({ read: 0, received: 0 });
});

test("what engines send of a container that does not run is no measurement", () => {
	expect([{}, { read: "0001-01-01T00:00:00Z" }, { read: "2026-11-26T19:00:01.5Z" }].map(isMeasured)).toEqual([false, false, true]);
});

test("the numbers of a row are of one width, and know the container's own limit from the machine's", () => {
	const of = (more: Partial<Statistics>): Statistics => ({ ...toStatistics({}), cpu: 0.034, memory: 210e6, memoryLimit: 512e6, ...more });
	expect(rowNumbers(of({}), 16e9)).toBe("\u2007\u20073 % · 210 MB / 512 MB");
	expect(rowNumbers(of({ cpu: 1.25, memoryLimit: 16e9 }), 16e9)).toBe("125 % · 210 MB");
	expect(rowNumbers(of({ cpu: null }), 16e9), "before the first second has passed").toBe("");
	expect(rowNumbers(undefined, 16e9)).toBe("");
	expect(ownLimit(of({ memoryLimit: 0 }), 16e9)).toBe(0);
	expect([percentText(0.1234), percentText(null)]).toEqual(["12.3 %", "–"]);
});
