import type { ComposeFile } from "../../../compose/syntax.ts";
import { applyEdits, type Range } from "../../../text/text.ts";
import type { Formatted } from "../../format-options.ts";
import { leftAlone } from "./ignored.ts";
import { layOut, type LayOutOptions } from "./lay-out.ts";
import { type ComposeLine, readLines } from "./lines.ts";
import { isSameCompose } from "./same-meaning.ts";

/** `parse` is what the file was read by. */
export type ComposeFormat = LayOutOptions & { parse(text: string): ComposeFile };

/**
 * How a Compose file is to be written: its levels indented by one width, one blank between words, one empty line at most, and none at the ends of lines. Whatever is
 * written stays: comments, anchors, quotes, numbers and texts are compared before and after. A file with mistakes is left alone. With a range, only what it touches
 * is changed, and what is indented with that.
 */
export function formatCompose(file: ComposeFile, { parse, ...options }: ComposeFormat, range?: Range): Formatted {
	const { text, problems } = file;
	if (problems.length > 0) return { edits: [], left: problems.slice(0, 1).map(({ at }) => at) };
	const whole = [{ start: 0, end: text.length }];
	const read = readLines(file);
	if (!read) return { edits: [], left: whole };
	const ignored = leftAlone(text, read.lines);
	const isAlone = (line: ComposeLine): boolean => ignored.has(line) || (range !== undefined && (line.start > range.end || range.start > line.end));
	const edits = layOut(text, read, options, isAlone);
	if (edits === undefined) return { edits: [], left: whole };
	if (edits.length === 0 || isSameCompose(file, parse(applyEdits(text, edits)))) return { edits, left: [] };
	// What is read otherwise once lines are moved is rare, and nobody's intention.
	return { edits: [], left: whole };
}
