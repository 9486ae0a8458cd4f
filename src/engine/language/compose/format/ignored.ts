import type { ComposeLine } from "./lines.ts";

const comment = /^#[ \t]*(?:prettier-ignore|hullwright[ \t]+format[ \t]*=[ \t]*(skip|off|on))(?![\w-])/i;

/**
 * The lines that comments say are to be left as they are: `# prettier-ignore` and `# hullwright format=skip` the entry below, and all between `# hullwright format=off`
 * and `format=on`.
 */
export function leftAlone(text: string, lines: readonly ComposeLine[]): ReadonlySet<ComposeLine> {
	const found = new Set<ComposeLine>();
	if (!/prettier-ignore|hullwright[ \t]+format/i.test(text)) return found;
	let [isOff, isSkipped]: [boolean, boolean] = [false, false];
	/** The first line of the entry that is left alone. */
	let entry: ComposeLine | undefined;
	for (const line of lines) {
		if (line.kind === "comment") {
			const words = comment.exec(text.slice(line.first, line.end));
			const state = words?.[1]?.toLowerCase();
			if (words && (state === undefined || state === "skip")) isSkipped = true;
			else if (state !== undefined) isOff = state === "off";
		}
		if (line.kind === "part") {
			if (entry && !isBelow(entry, line)) entry = undefined;
			if (isSkipped) entry = line;
			isSkipped = false;
		}
		if (isOff || entry) found.add(line);
	}
	return found;
}

/** A sequence may stand below its key without being indented. */
function isBelow(entry: ComposeLine, line: ComposeLine): boolean {
	const [own, other] = [entry.first - entry.start, line.first - line.start];
	return other > own || (other === own && entry.begins?.kind === "mapping" && line.begins?.kind === "sequence");
}
