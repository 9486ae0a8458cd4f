import type { Edit } from "../../../text/text.ts";

/**
 * What makes `written` of the text between two offsets, line by line where there are as many lines as before, so that a cursor stays where it is. The lines of
 * `written` end with "\n", for which `lineEnd` is put, where it is given.
 */
export function lineEdits(text: string, start: number, end: number, written: string, lineEnd: string | undefined): readonly Edit[] {
	const before = text.slice(start, end);
	const after = lineEnd === undefined || lineEnd === "\n" ? written : written.replaceAll("\n", lineEnd);
	if (before === after) return [];
	const [oldLines, newLines] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
	if (oldLines.length !== newLines.length) return [smallest(start, before, after)];
	const edits: Edit[] = [];
	let at = start;
	for (const [index, line] of oldLines.entries()) {
		const wanted = newLines[index] ?? "";
		if (line !== wanted) edits.push(smallest(at, line, wanted));
		at += line.length;
	}
	return edits;
}

/** One edit, without what is the same at both ends. */
function smallest(start: number, before: string, after: string): Edit {
	const most = Math.min(before.length, after.length);
	let same = 0;
	while (same < most && before[same] === after[same]) same++;
	let sameEnd = 0;
	while (sameEnd < most - same && before[before.length - 1 - sameEnd] === after[after.length - 1 - sameEnd]) sameEnd++;
	return { start: start + same, end: start + before.length - sameEnd, text: after.slice(same, after.length - sameEnd) };
}
