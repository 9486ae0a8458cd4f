import type { BakeFile } from "../../../bake/syntax.ts";
import type { HclLine } from "./lines.ts";

const comment = /^(?:#|\/\/)[ \t]*hullwright[ \t]+format[ \t]*=[ \t]*(skip|off|on)(?![\w-])/i;

/** The lines that comments say are to be left as they are: below `# hullwright format=skip` the block or attribute, and all between `format=off` and `format=on`. */
export function leftAlone(file: BakeFile, lines: readonly HclLine[]): ReadonlySet<HclLine> {
	const found = new Set<HclLine>();
	if (!/hullwright[ \t]+format/i.test(file.text)) return found;
	let [isOff, isSkipped, until] = [false, false, -1];
	for (const line of lines) {
		const [first] = line.tokens;
		const state = first?.kind === "comment" ? comment.exec(first.text)?.[1]?.toLowerCase() : undefined;
		if (state === "skip") isSkipped = true;
		else if (state !== undefined) isOff = state === "off";
		else if (first && first.kind !== "comment" && isSkipped) {
			until = endOfPart(file, first.start);
			isSkipped = false;
		}
		if (isOff || (first && first.start < until)) found.add(line);
	}
	return found;
}

function endOfPart({ blocks, globals }: BakeFile, start: number): number {
	const parts = [...globals, ...blocks, ...blocks.flatMap(({ attributes, inner }) => [...attributes, ...inner])];
	return Math.max(start + 1, ...parts.filter((part) => part.start === start).map(({ end }) => end));
}
