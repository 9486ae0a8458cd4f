import type { Statistics } from "./statistics.ts";

/** `at` is when it was heard, in milliseconds since 1970. */
export type Moment = { readonly at: number; readonly of: Statistics };

/** So much is looked back at, in milliseconds. */
const lookingBack = 600_000;

/** Between moments that are further apart, in milliseconds, nobody has looked: engines tell once a second, and busy ones now and then a little later. */
const together = 5_000;

/** What a chart shows: what is now, and what flows, in bytes a second. */
export type Metric = "cpu" | "memory" | "processes" | "received" | "sent" | "read" | "written" | "network" | "disk";

/** The moments without those that nobody looks back at from `now`. */
export function keepHistory(moments: readonly Moment[], now: number): readonly Moment[] {
	const first = moments.findIndex(({ at }) => at > now - lookingBack);
	return first < 0 ? [] : first === 0 ? moments : moments.slice(first);
}

/** Null where it is not known, as what flows at the first of several moments. */
export function valueAt(metric: Metric, { at, of }: Moment, before: Moment | undefined): number | null {
	const flow = (bytes: (of: Statistics) => number): number | null => {
		if (!before || isGap(before.at, at)) return null;
		// A container that was started again counts from the beginning.
		return at > before.at ? (Math.max(0, bytes(of) - bytes(before.of)) * 1000) / (at - before.at) : null;
	};
	switch (metric) {
		case "cpu":
			return of.cpu;
		case "memory":
			return of.memory;
		case "processes":
			return of.processes;
		case "received":
			return flow(({ received }) => received);
		case "sent":
			return flow(({ sent }) => sent);
		case "read":
			return flow(({ read }) => read);
		case "written":
			return flow(({ written }) => written);
		case "network":
			return flow(({ received, sent }) => received + sent);
		case "disk":
			return flow(({ read, written }) => read + written);
	}
}

const isGap = (one: number, other: number): boolean => other - one > together;

/** Of one line: a metric of a container's moments. */
export type Wanted = { readonly moments: readonly Moment[]; readonly metric: Metric };

/**
 * Lines over the same times, in seconds since 1970: where a line has no value of its own at a time of another's it is undefined, where nobody looked it is null.
 */
export function linesOf(wanted: readonly Wanted[]): { readonly times: readonly number[]; readonly lines: readonly (readonly (number | null | undefined)[])[] } {
	const points = wanted.map(({ moments, metric }) => pointsOf(moments, metric));
	const times = [...new Set(points.flatMap((line) => [...line.keys()]))].sort((one, other) => one - other);
	return { times: times.map((at) => at / 1000), lines: points.map((line) => times.map((at) => line.get(at))) };
}

function pointsOf(moments: readonly Moment[], metric: Metric): ReadonlyMap<number, number | null> {
	const points = new Map<number, number | null>();
	for (const [index, moment] of moments.entries()) {
		const before = moments[index - 1];
		if (before && isGap(before.at, moment.at)) points.set(before.at + 1, null);
		const value = valueAt(metric, moment, before);
		// The first of a stretch has no flow yet; it makes no gap either.
		if (value !== null) points.set(moment.at, value);
	}
	return points;
}

/** Over all that is known; null where nothing is, and `now` where the last is too long ago. */
export type Summary = { readonly now: number | null; readonly mean: number | null; readonly highest: number | null };

export function summaryOf({ moments, metric }: Wanted, now: number): Summary {
	const points = [...pointsOf(moments, metric)];
	const values = points.flatMap(([, value]) => (value === null ? [] : [value]));
	if (values.length === 0) return { now: null, mean: null, highest: null };
	const [lastAt = 0, last = null] = points.at(-1) ?? [];
	return {
		now: isGap(lastAt, now) ? null : last,
		mean: values.reduce((one, other) => one + other, 0) / values.length,
		highest: Math.max(...values),
	};
}
