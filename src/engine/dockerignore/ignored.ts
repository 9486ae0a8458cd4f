import type { Dockerignore, Pattern } from "./patterns.ts";

/**
 * The last pattern that fits the path, or a folder that it is in, where that leaves it out; undefined where the path is sent. Paths are relative to the context,
 * with slashes, and simplified. A builder goes from the top to the path and takes along which patterns have fitted so far:
 * https://github.com/moby/patternmatcher, MatchesUsingParentResults.
 */
export function ignoringPattern(dockerignore: Dockerignore, path: string): Pattern | undefined {
	let verdict = topVerdict;
	for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
		verdict = verdictOn(dockerignore, end < 0 ? path : path.slice(0, end), verdict);
		if (end < 0) return verdict.decisive;
	}
}

/** Which patterns have fitted a path or a folder that it is in, in the file's order, and the one that leaves it out. */
export type Verdict = { readonly fitting: readonly boolean[]; readonly decisive: Pattern | undefined };

/** On the folder in which all lies. */
export const topVerdict: Verdict = { fitting: [], decisive: undefined };

/** On a path, by that on the folder that it lies in. */
export function verdictOn({ patterns }: Dockerignore, path: string, { fitting: before }: Verdict): Verdict {
	let decisive: Pattern | undefined;
	const fitting = patterns.map((pattern, index) => {
		const isFitting = before[index] === true || (pattern.isException === (decisive !== undefined) && pattern.matches?.(path) === true);
		if (isFitting) decisive = pattern.isException ? undefined : pattern;
		return isFitting;
	});
	return { fitting, decisive };
}

/** Whether an exception may keep something below a folder that is left out: then the folder is sent after all. */
export const mayKeepBelow = ({ patterns }: Dockerignore, folder: string): boolean =>
	patterns.some(({ isException, text }) => isException && (/[*?[\\]/.test(text) || text.startsWith(`${folder}/`)));
