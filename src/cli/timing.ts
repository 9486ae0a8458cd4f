import { hrtime } from "node:process";
import type { Rule } from "../engine/lint/rule.ts";

/** Milliseconds by rule id. */
export type Times = ReadonlyMap<string, number>;

/** The rules, each of which adds to the times how long it takes. What several want to know of a file is on the account of the first that asks. */
export function timed(rules: readonly Rule[]): { readonly rules: readonly Rule[]; readonly times: Times } {
	const times = new Map<string, number>();
	const timing = <Arguments extends readonly unknown[], Item>(id: string, find: (...given: Arguments) => Iterable<Item>) => {
		return (...given: Arguments): readonly Item[] => {
			const start = hrtime.bigint();
			try {
				return [...find(...given)];
			} finally {
				times.set(id, (times.get(id) ?? 0) + Number(hrtime.bigint() - start) / 1e6);
			}
		};
	};
	return {
		rules: rules.map((rule) => ("judge" in rule ? { ...rule, judge: timing(rule.id, rule.judge) } : { ...rule, check: timing(rule.id, rule.check) })),
		times,
	};
}

/** The sums of several threads. */
export function sumOf(parts: readonly Times[]): Times {
	const sums = new Map<string, number>();
	for (const part of parts) for (const [id, time] of part) sums.set(id, (sums.get(id) ?? 0) + time);
	return sums;
}
