import type { Range } from "../text/text.ts";
import type { Dockerfile } from "./syntax.ts";

/**
 * Where the name stands in the document from the offset on, in whatever case: perhaps over several lines, where the escape character continues them. Undefined where
 * something else does, or a comment stands in it.
 */
export function spelledAt(file: Dockerfile, offset: number, name: string): Range | undefined {
	let start: number | undefined;
	let end = offset;
	for (const character of name) {
		end = behindContinuations(file, end);
		if (file.text[end]?.toLowerCase() !== character.toLowerCase()) return undefined;
		start ??= end;
		end += character.length;
	}
	return start === undefined ? undefined : { start, end };
}

function behindContinuations({ text, escape }: Dockerfile, offset: number): number {
	let at = offset;
	while (text[at] === escape) {
		let end = at + 1;
		while (text[end] === " " || text[end] === "\t") end++;
		if (text[end] === "\r" && text[end + 1] === "\n") end++;
		if (text[end] !== "\n") break;
		at = end + 1;
	}
	return at;
}
