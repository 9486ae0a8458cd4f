import { all, any, character, edge, type Expression, one, repeat, toTest } from "../text/automaton.ts";
import { fact } from "../text/fact.ts";
import { setOf } from "../text/wildcards.ts";
import type { Configuration } from "./configuration.ts";

type Test = (path: string) => boolean;

const patternsOf = fact(({ ignore }: Configuration): readonly Test[] => ignore.map(toPathTest));

/**
 * Whether the configuration leaves the file out of linting. The path is relative to the folder of the configuration file, with "/" between its parts.
 * A pattern with a slash before its end counts from that folder, any other in every folder; one that matches a folder covers all that is in it.
 */
export const isLeftOut = (path: string, configuration: Configuration): boolean => patternsOf(configuration).some((fits) => fits(path));

/** `*`, `?` and `[a-z]` stay within a part of the path, `**` crosses parts, `{a,b}` is one of several. What is no pattern, as `[z-a]`, fits nothing. */
function toPathTest(pattern: string): Test {
	const plain = pattern.replace(/^\.\//, "").replace(/\/+$/, "");
	const before = plain.includes("/") ? [] : [repeat(all([anything, slash]), 0, 1)];
	/** The alternatives of each group that is open, the innermost last. */
	const groups: Expression[][][] = [[[]]];
	const close = (): void => {
		const closed = any(groups.pop()?.map(all) ?? []);
		groups.at(-1)?.at(-1)?.push(closed);
	};
	for (const [token] of plain.replace(/^\//, "").matchAll(/(?:\*\*\/)+|\*+|\[!?[^\]/]+\]|\\.|./gsu)) {
		const sequence = groups.at(-1)?.at(-1) ?? [];
		if (token.startsWith("**/")) sequence.push(repeat(all([repeat(inPart, 1, Infinity), slash]), 0, Infinity));
		else if (token.startsWith("**")) sequence.push(anything);
		else if (token === "*") sequence.push(repeat(inPart, 0, Infinity));
		else if (token === "?") sequence.push(inPart);
		else if (token.length > 2 && token.startsWith("[")) sequence.push(one(setOf(token)));
		else if (token === "{") groups.push([[]]);
		else if (token === "}" && groups.length > 1) close();
		else if (token === "," && groups.length > 1) groups.at(-1)?.push([]);
		else sequence.push(character(token.startsWith("\\") && token.length > 1 ? token.slice(1) : token));
	}
	while (groups.length > 1) close();
	return toTest(all([edge("^"), ...before, ...(groups[0]?.[0] ?? []), repeat(all([slash, anything]), 0, 1), edge("$")])) ?? (() => false);
}

const slash = character("/");
const inPart = one("[^/]");
const anything = repeat(one("[^]"), 0, Infinity);
