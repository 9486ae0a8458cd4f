import { type Edit, remove } from "../text/text.ts";
import type { Dockerfile, Flag } from "./syntax.ts";

/** Takes the flag away, and the blanks up to what stands behind it on the line. */
export function removeFlag({ text }: Dockerfile, { start, end }: Flag): Edit {
	let to = end;
	while (text[to] === " " || text[to] === "\t") to++;
	return remove({ start, end: to });
}
