import { parse } from "../../../../src/engine/dockerfile/parse.ts";
import type { Dockerfile } from "../../../../src/engine/dockerfile/syntax.ts";
import type { Range } from "../../../../src/engine/text/text.ts";

/** A file whose text holds a `‸` for the cursor. */
export function withCursor(marked: string): { readonly file: Dockerfile; readonly offset: number } {
	const offset = marked.indexOf("‸");
	return { file: parse(marked.replace("‸", "")), offset };
}

/** The text with signs around ranges, which do not overlap. */
export function drawn(text: string, ranges: readonly (Range & { readonly signs: readonly [before: string, after: string] })[]): string {
	let [result, done] = ["", 0];
	for (const { start, end, signs } of ranges) {
		result += text.slice(done, start) + signs[0] + text.slice(start, end) + signs[1];
		done = end;
	}
	return result + text.slice(done);
}
