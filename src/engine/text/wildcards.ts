import { all, character, edge, type Expression, one, repeat, toTest } from "./automaton.ts";

/** What a text has to be to fit wildcards: all of it, or all up to a slash. */
export type Extent = "whole" | "folder";

/**
 * Whether paths fit a pattern in which `*`, `?` and `[a-z]` stay within a part of the path and a part that is `**` stands for any number of parts. All else means
 * itself. What is no pattern, as `[z-a]`, fits nothing.
 */
export function wildcardTest(pattern: string, extent: Extent = "whole"): (path: string) => boolean {
	const parts: Expression[] = [edge("^")];
	for (const [token] of pattern.matchAll(/\*\*\/|\*+|\[[!^]?[^\]/]+\]|[^]/gu)) {
		if (token === "**/") parts.push(repeat(all([repeat(one("[^]"), 0, Infinity), character("/")]), 0, 1));
		else if (token.startsWith("*")) parts.push(repeat(inPart, 0, Infinity));
		else if (token === "?") parts.push(inPart);
		else parts.push(token.length > 2 ? one(setOf(token)) : character(token));
	}
	if (extent === "folder") parts.push(repeat(all([character("/"), repeat(one("[^]"), 0, Infinity)]), 0, 1));
	return toTest(all([...parts, edge("$")])) ?? (() => false);
}

const inPart = one("[^/]");

/** A set of characters as a pattern has it, `[!a-z]`, as JavaScript has it. */
export const setOf = (written: string): string => `[${written.slice(1, -1).replace(/^!/, "^").replace(/[\\[]/g, "\\$&")}]`;
