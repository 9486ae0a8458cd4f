import type { Dockerignore, Pattern } from "./patterns.ts";

/**
 * The last pattern that fits the path, or a folder that it is in, where that leaves it out; undefined where the path is sent. Paths are relative to the context,
 * with slashes, and simplified. A builder goes from the top to the path and takes along which patterns have fitted so far:
 * https://github.com/moby/patternmatcher, MatchesUsingParentResults.
 */
export function ignoringPattern({ patterns }: Dockerignore, path: string): Pattern | undefined {
	let fitting: readonly boolean[] = [];
	let decisive: Pattern | undefined;
	for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
		const part = end < 0 ? path : path.slice(0, end);
		const before = fitting;
		decisive = undefined;
		fitting = patterns.map((pattern, index) => {
			const isFitting = before[index] === true || (pattern.isException === (decisive !== undefined) && pattern.matches?.(part) === true);
			if (isFitting) decisive = pattern.isException ? undefined : pattern;
			return isFitting;
		});
		if (end < 0) return decisive;
	}
}

/** Whether an exception may keep something below a folder that is left out: then the folder is sent after all. */
export const mayKeepBelow = ({ patterns }: Dockerignore, folder: string): boolean =>
	patterns.some(({ isException, text }) => isException && (/[*?[\\]/.test(text) || text.startsWith(`${folder}/`)));
