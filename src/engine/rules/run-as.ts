import type { Stage } from "../dockerfile/stages.ts";
import type { Dockerfile } from "../dockerfile/syntax.ts";
import { type Edit, insert } from "../text/text.ts";
import { lineBreakIn } from "../text/line-break.ts";

/** Sets a user before the CMD and ENTRYPOINT at the stage's end, so that all that builds the image is still done by root. */
export function runAs({ text }: Dockerfile, { instructions }: Stage, name: string): Edit | undefined {
	let first = instructions.length;
	while (first > 0 && /^(?:CMD|ENTRYPOINT)$/.test(instructions[first - 1]?.keyword ?? "")) first--;
	const next = instructions[first];
	return next && insert(next.range.start, `USER ${name}${lineBreakIn(text)}`);
}
