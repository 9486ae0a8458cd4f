import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";

const skips = /^#[ \t]*(?:dockerfmt-ignore|hullwright[ \t]+format[ \t]*=[ \t]*skip)(?![\w-])/i;
const switches = /^#[ \t]*hullwright[ \t]+format[ \t]*=[ \t]*(off|on)(?![\w-])/i;

/**
 * The instructions that comments say are to be left as they are: `# dockerfmt-ignore` and `# hullwright format=skip` the one below, and all between
 * `# hullwright format=off` and `format=on`.
 */
export function leftAlone({ text, comments, instructions }: Dockerfile): ReadonlySet<Instruction> {
	const found = new Set<Instruction>();
	let [isOff, isSkipped, next] = [false, false, 0];
	for (const instruction of instructions) {
		for (let comment = comments[next]; comment && comment.start < instruction.range.start; comment = comments[++next]) {
			const words = text.slice(comment.start, comment.end);
			const state = switches.exec(words)?.[1]?.toLowerCase();
			if (state !== undefined) isOff = state === "off";
			else if (skips.test(words)) isSkipped = true;
		}
		// What stands between an instruction's own lines is about those.
		while ((comments[next]?.start ?? Infinity) < instruction.fullRange.end) next++;
		if (isOff || isSkipped) found.add(instruction);
		isSkipped = false;
	}
	return found;
}
