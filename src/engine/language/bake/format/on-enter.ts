import type { BakeFile } from "../../../bake/syntax.ts";
import { tokensOf } from "../../../hcl/tokens.ts";
import type { Edit } from "../../../text/text.ts";
import type { Indent } from "../../format-options.ts";
import { formatBake } from "./format.ts";
import { linesOf } from "./lines.ts";

/**
 * What follows from a line that was just begun at the offset: the line above stands in one column with its neighbours, where the file can be read, and the new one is as
 * deep as what is open there. Nothing in strings, here documents and comments.
 */
export function editsOnEnterInBake(file: BakeFile, offset: number, indent: Indent): readonly Edit[] {
	const { text, isJson } = file;
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	if (lineStart === 0 || isJson) return [];
	const tokens = tokensOf(file);
	if (tokens.some(({ kind, start, end }) => kind !== "newline" && start < lineStart && lineStart < end)) return [];
	const above = { start: text.lastIndexOf("\n", lineStart - 2) + 1, end: lineStart - 1 };
	const neighbours = formatBake(file, { indent, lineEnd: undefined, endsLastLine: undefined }, above).edits.filter(({ end }) => end < lineStart);
	const end = lineStart + (/^[ \t]*/.exec(text.slice(lineStart))?.[0].length ?? 0);
	const next = tokens.find(({ kind, start }) => kind === "newline" && start >= lineStart)?.start ?? text.length;
	const level = linesOf(tokens.filter(({ start }) => start < next)).at(-1)?.level ?? 0;
	const wanted = indent.text.repeat(level);
	return text.slice(lineStart, end) === wanted ? neighbours : [...neighbours, { start: lineStart, end, text: wanted }];
}
