import { type Edit, remove } from "../text/text.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/** Takes the instruction away with its line end. Undefined for what ONBUILD holds, and where a comment stands inside and would go too. */
export function removeInstruction({ text, comments }: Dockerfile, { startLine, range: { start }, fullRange: { end } }: Instruction): Edit | undefined {
	if (startLine === 0 || comments.some((comment) => comment.start > start && comment.start < end)) return undefined;
	const lineEnd = text.indexOf("\n", end);
	return remove({ start, end: lineEnd < 0 ? text.length : lineEnd + 1 });
}
