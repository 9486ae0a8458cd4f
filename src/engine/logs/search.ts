import type { LogEntry } from "./entry.ts";
import type { FilterProblem } from "./filter/filter.ts";
import { escaped, textTest } from "./filter/holds.ts";
import { parseFilter } from "./filter/parse-filter.ts";

/** What is looked for: a text, whatever the case of its letters, or `/a pattern/`. */
export type Search = {
	holds(entry: LogEntry): boolean;
	/** Where it is in a text that is shown. */
	find(text: string): readonly (readonly [number, number])[];
};

/** Matches are shown in this much of a line. */
const shown = 10_000;

/** Undefined where nothing is looked for. */
export function createSearch(text: string): { readonly search?: Search; readonly problem?: FilterProblem } | undefined {
	if (text === "") return undefined;
	if (/^\/.+\/i?$/.test(text)) {
		const { filter, problem } = parseFilter(text);
		if (problem) return { problem };
		if (filter.kind === "pattern") {
			const { test } = filter;
			return {
				search: { holds: (entry) => test.test(entry.text) || (entry.more?.some((line) => test.test(line.text)) ?? false), find: (line) => test.find(line) },
			};
		}
	}
	const pattern = new RegExp(escaped(text), "gi");
	return {
		search: {
			holds: textTest(text),
			find: (line) => [...line.slice(0, shown).matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length]),
		},
	};
}
