import type { Range } from "../text/text.ts";
import { cleanPath } from "../text/clean-path.ts";
import { isTaken, type Match, toMatch } from "./match.ts";

/** One line of a `.dockerignore` that is neither empty nor a comment. */
export type Pattern = {
	/** Simplified, without the `!`: `src/*.ts`. */
	readonly text: string;
	/** Whether it keeps what lines above leave out. */
	readonly isException: boolean;
	/** Undefined where Docker gives up, and the build with it, once it asks the pattern. */
	readonly matches: Match | undefined;
	/** The line in the file, blanks around it left out. */
	readonly at: Range;
};

/** What a `.dockerignore` leaves out of a build. */
export type Dockerignore = {
	readonly text: string;
	/** From `#`, which has to be the line's first character, to the end of the line. */
	readonly comments: readonly Range[];
	/** In the file's order. */
	readonly patterns: readonly Pattern[];
	/** The first line for which Docker refuses the file, and with it the build. */
	readonly refused: Range | undefined;
};

/**
 * Reads a `.dockerignore` as Docker does: https://docs.docker.com/build/concepts/context/#dockerignore-files
 * It reads a line twice, once to simplify it and once as a pattern, and so do we: what is left of `a/../!b` is an exception.
 */
export function parseDockerignore(text: string): Dockerignore {
	const patterns: Pattern[] = [];
	const comments: Range[] = [];
	let refused: Range | undefined;
	for (let start = text.startsWith("\uFEFF") ? 1 : 0; start < text.length;) {
		const newline = text.indexOf("\n", start);
		const end = newline < 0 ? text.length : newline;
		const isComment = text[start] === "#";
		if (isComment) comments.push({ start, end: text[end - 1] === "\r" ? end - 1 : end });
		const line = isComment ? "" : trim(text.slice(start, end));
		const at = { start: text.indexOf(line, start), end: text.indexOf(line, start) + line.length };
		const cleaned = line && trim(relativePath(line));
		if (cleaned) {
			const read = toPattern(cleanPath(cleaned), at);
			if (read) patterns.push(read);
			else refused ??= at;
		}
		start = end + 1;
	}
	return { text, patterns, comments, refused };
}

function relativePath(line: string): string {
	const isException = line.startsWith("!");
	const path = isException ? trim(line.slice(1)) : line;
	const cleaned = path && cleanPath(path);
	return `${isException ? "!" : ""}${cleaned.length > 1 && cleaned.startsWith("/") ? cleaned.slice(1) : cleaned}`;
}

function toPattern(line: string, at: Range): Pattern | undefined {
	const isException = line.startsWith("!");
	const text = isException ? line.slice(1) : line;
	return text && isTaken(text) ? { text, isException, matches: toMatch(text), at } : undefined;
}

/** Without white space as Go has it around it, which takes the mark of a byte order for none. */
function trim(text: string): string {
	let [start, end] = [0, text.length];
	while (start < end && isSpace.test(text[start] as string)) start++;
	while (end > start && isSpace.test(text[end - 1] as string)) end--;
	return text.slice(start, end);
}

const isSpace = /^(?!\uFEFF)[\s\u0085]$/;
