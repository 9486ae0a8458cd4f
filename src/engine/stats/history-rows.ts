import type { Moment } from "./history.ts";

/** The moments of containers, by their names, in plain numbers and one order of time: bytes are those since the container was started. */
export function historyRows(histories: Iterable<readonly [name: string, moments: readonly Moment[]]>): readonly (readonly (string | number)[])[] {
	const all = [...histories].flatMap(([name, moments]) => moments.map((moment) => ({ name, ...moment })));
	const head = [
		"time",
		"container",
		"cpu_percent",
		"memory_bytes",
		"memory_limit_bytes",
		"received_bytes",
		"sent_bytes",
		"read_bytes",
		"written_bytes",
		"processes",
	];
	return [
		head,
		...all
			.toSorted((one, other) => one.at - other.at)
			.map(({ name, at, of }) => [
				new Date(at).toISOString(),
				name,
				of.cpu === null ? "" : Number((of.cpu * 100).toFixed(2)),
				of.memory,
				of.memoryLimit,
				of.received,
				of.sent,
				of.read,
				of.written,
				of.processes,
			]),
	];
}
