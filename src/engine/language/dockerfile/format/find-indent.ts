import { levelsOf } from "./levels.ts";
import { type ArgumentPlace, type Indent, blanks, tab } from "../../format-options.ts";
import type { Snippet } from "./snippet.ts";

/** How wide levels are that nobody needs to be told of, the most usual first. */
const widths = [4, 2, 8, 3];

/** What the continued lines of the instructions are mostly indented by; four blanks where that is not to be told. */
export function findIndent(snippets: Iterable<Snippet>, place: ArgumentPlace): Indent {
	const counts = new Map<number, number>();
	let [tabs, all] = [0, 0];
	for (const snippet of snippets) {
		const levels = snippet.lines.length > 1 ? levelsOf(snippet, place, 4) : [];
		for (const [index, { kind, lineStart, start }] of snippet.lines.entries()) {
			if (levels[index] === undefined || kind !== "content" || start === lineStart) continue;
			all++;
			if (snippet.text[lineStart] === "\t") tabs++;
			else if (levels[index] === 1) counts.set(start - lineStart, (counts.get(start - lineStart) ?? 0) + 1);
		}
	}
	if (tabs * 2 > all) return tab();
	const count = (width: number): number => counts.get(width) ?? 0;
	return blanks(widths.toSorted((one, other) => count(other) - count(one))[0] ?? 4);
}
