import type { Finding } from "../engine/lint/lint.ts";
import { Lines } from "../engine/text/text.ts";

/** Lines from 1, both included. */
export type Span = { readonly first: number; readonly last: number };

/** By absolute path, the lines that have changed; a file that is not there is unchanged, and one that git does not know is new from its first line to its last. */
export type Changes = ReadonlyMap<string, readonly Span[] | "all">;

/** What stands on lines of the file that have changed. */
export function onlyChanged(text: string, findings: readonly Finding[], path: string, changes: Changes): readonly Finding[] {
	const spans = changes.get(path) ?? [];
	if (spans === "all") return findings;
	if (spans.length === 0) return [];
	const lines = new Lines(text);
	return findings.filter(({ at }) => {
		const [first, last] = [lines.lineAt(at.start) + 1, lines.lineAt(Math.max(at.start, at.end - 1)) + 1];
		return spans.some((span) => span.first <= last && first <= span.last);
	});
}
