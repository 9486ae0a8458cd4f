import { keywords } from "../../../dockerfile/instruction.ts";
import { isMostlyLower } from "../../../dockerfile/keyword-case.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { countBelow } from "../../../text/search.ts";
import type { Edit } from "../../../text/text.ts";
import type { Indent } from "../../format-options.ts";
import { shellKindOf } from "./shell-kind.ts";
import { readBegunTokens } from "./shell-tokens.ts";
import { isBlank, readSnippet, trimEnd } from "./snippet.ts";

/**
 * What follows from a line that was just begun at the offset: it is indented as its instruction goes on, and not at all where that has ended; and where a line of an
 * instruction was broken in two, the first goes on with `\`. Nothing in here documents and comments.
 */
export function editsOnEnter(file: Dockerfile, offset: number, indent: Indent): readonly Edit[] {
	const { text, instructions, escape } = file;
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	if (lineStart === 0) return [];
	const above = lineOf(text, text.lastIndexOf("\n", lineStart - 2) + 1);
	const own = lineOf(text, lineStart);
	const index = countBelow(instructions, above.end + 1, ({ range }) => range.start) - 1;
	const instruction = instructions[index];
	if (!instruction || above.end > headEndOf(instruction) || above.first === above.end || text[above.first] === "#") return [];
	if (goesOn(text, above, escape)) return reindent(text, own, indentBelow(file, instruction, above, lineStart, indent));
	if (instruction.heredocs.length > 0) return [];
	if (own.first === own.end) return instruction.range.start < above.start ? reindent(text, own, "") : [];
	const isEscape = text[own.first] === escape && trimEnd(text, own.start, own.end) === own.first + 1;
	if (!isEscape && !isBrokenInTwo(file, instructions[index + 1], own)) return [];
	const indentation = above.start <= instruction.range.start ? indent.text : text.slice(above.start, above.first);
	const end = trimEnd(text, above.start, above.end);
	return [{ start: end, end: above.end, text: ` ${escape}` }, ...reindent(text, own, indentation)];
}

type TextLine = { readonly start: number; readonly first: number; readonly end: number };

function lineOf(text: string, start: number): TextLine {
	const feed = text.indexOf("\n", start);
	let end = feed < 0 ? text.length : feed;
	while (end > start && text[end - 1] === "\r") end--;
	let first = start;
	while (first < end && isBlank(text[first])) first++;
	return { start, first, end };
}

function goesOn(text: string, { start, end }: TextLine, escape: string): boolean {
	const last = trimEnd(text, start, end) - 1;
	return text[last] === escape && !(last > start && text[last - 1] === escape);
}

const headEndOf = ({ heredocs: [first], fullRange }: Instruction): number => (first ? first.body.start - 1 : fullRange.end);

function reindent(text: string, { start, first }: TextLine, indentation: string): readonly Edit[] {
	return text.slice(start, first) === indentation ? [] : [{ start, end: first, text: indentation }];
}

/** As deep as the line above, and deeper by what was opened in it. */
function indentBelow(file: Dockerfile, instruction: Instruction, above: TextLine, lineStart: number, indent: Indent): string {
	const { text, escape } = file;
	const isFirst = above.start <= instruction.range.start;
	const before = isFirst ? indent.text : text.slice(above.start, above.first);
	const head = text.slice(instruction.range.start, lineStart).replace(/\r/g, "");
	// A word stands for what is yet to be written.
	const snippet = readSnippet(`${head}x`, "", escape, shellKindOf(file, instruction.trigger ?? instruction), readBegunTokens);
	const { tokens = [], lines = [] } = snippet ?? {};
	const aboveStart = lines.at(-2)?.start ?? 0;
	const [first, next] = [tokens.find(({ start }) => start >= aboveStart), tokens.at(-1)];
	if (!first || !next) return before;
	return before + indent.text.repeat(Math.max(0, next.depth - (isFirst ? 0 : first.depth)));
}

/** Whether what stands on the line is no instruction of its own. */
function isBrokenInTwo(file: Dockerfile, next: Instruction | undefined, own: TextLine): boolean {
	if (next?.range.start !== own.first || file.text[own.first] === "#") return false;
	const written = file.text.slice(next.keywordRange.start, next.keywordRange.end);
	return !keywords.has(next.keyword) || (written !== next.keyword && !isMostlyLower(file));
}
