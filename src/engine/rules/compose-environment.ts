import { type LintedCompose, rangeIn, valueAt } from "../compose/linted.ts";
import type { Value } from "../compose/value.ts";
import type { Range } from "../text/text.ts";

const places = [["environment"], ["labels"], ["annotations"], ["build", "args"], ["build", "labels"], ["deploy", "labels"]];

/** What variables and labels hold that are written as mappings, each value once, wherever aliases take it. */
export function* environmentValues(file: LintedCompose): Generator<{ readonly at: Range; readonly held: Value }> {
	const known = new Set<number>();
	for (const { value } of file.services) {
		for (const place of places) {
			const mapping = valueAt(value, ...place);
			if (mapping?.kind !== "mapping") continue;
			for (const { value: held } of mapping.entries.values()) {
				const at = rangeIn(file, held);
				if (!at || known.has(at.start)) continue;
				known.add(at.start);
				yield { at, held };
			}
		}
	}
}

/** Whether it is written without quotation marks, variables or anything else that means more. */
export const isPlain = (written: string): boolean => /^[^"'$&*!|>\s][^\s$]*$/.test(written);
