import { keywords } from "../../../dockerfile/instruction.ts";
import { isMostlyLower } from "../../../dockerfile/keyword-case.ts";
import { parse } from "../../../dockerfile/parse.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { applyEdits, type Edit, type Range } from "../../../text/text.ts";
import { findIndent } from "./find-indent.ts";
import { leftAlone } from "./ignored.ts";
import { layOut, type Layout } from "./lay-out.ts";
import { lineEdits } from "./line-edits.ts";
import { moveOperators } from "./move-operators.ts";
import type { FormatOptions } from "../../format-options.ts";
import { isSameAround, isSameInstruction } from "./same-meaning.ts";
import { shellKindOf } from "./shell-kind.ts";
import { readSnippet, type ShellKind, type Snippet, trimEnd } from "./snippet.ts";
import type { Formatted } from "../../format-options.ts";

/**
 * How the file is to be written: white space, line ends, letter case of keywords, and `&&` at line breaks where that is wanted. What Docker and the shells make of it is
 * compared before and after, and stays the same; comments stay where they are, and here documents as they are. What cannot be read is left alone. With a range, only
 * what it touches is changed, and no more than whole instructions.
 */
export function format(file: Dockerfile, options: FormatOptions, range: Range = { start: 0, end: file.text.length }): Formatted {
	const { edits, left, meant } = formatAll(file, options, range);
	if (edits.length === 0 || isAsMeant(file, parse(applyEdits(file.text, edits)), meant)) return { edits, left };
	// Nothing but a bug of ours leads here.
	return { edits: [], left: file.instructions.map(({ range: whole }) => whole) };
}

/** By instruction what it is to be, where it is written anew. */
type Meant = ReadonlyMap<Instruction, Instruction>;

/** Whether the instructions are those that were compared one by one, and nothing around them says anything else. */
function isAsMeant(file: Dockerfile, result: Dockerfile, meant: Meant): boolean {
	return (
		file.instructions.length === result.instructions.length &&
		file.instructions.every((instruction, index) => {
			const twin = result.instructions[index];
			return twin !== undefined && isSameInstruction(meant.get(instruction) ?? instruction, twin, "other");
		}) &&
		file.problems.length === result.problems.length &&
		isSameAround(file, result)
	);
}

function formatAll(file: Dockerfile, options: FormatOptions, range: Range): Formatted & { readonly meant: Meant } {
	const { text, instructions } = file;
	const edits: (readonly Edit[])[] = [];
	const left: Range[] = [];
	const meant = new Map<Instruction, Instruction>();
	const ignored = leftAlone(file);
	const snippets = new Map<Instruction, Snippet | undefined>();
	const snippetOf = (instruction: Instruction): Snippet | undefined => {
		if (!snippets.has(instruction)) snippets.set(instruction, snippetIn(file, instruction));
		return snippets.get(instruction);
	};
	const indent =
		options.indent ??
		findIndent(
			instructions.flatMap((instruction) => snippetOf(instruction) ?? []),
			options.arguments,
		);
	const lineEnd = options.lineEnd ?? mostFrequentLineEnd(text);
	const layout: Layout = { ...options, indent, tabWidth: indent.width, casing: isMostlyLower(file) ? "lower" : "upper" };
	const touches = (start: number, end: number): boolean => start <= range.end && range.start <= end;
	let done = text.startsWith("\uFEFF") ? 1 : 0;
	for (const instruction of instructions) {
		const { range: own, fullRange } = instruction;
		const start = Math.max(done, text.lastIndexOf("\n", own.start - 1) + 1);
		if (touches(done, start)) edits.push(gapEdits(file, done, start, { ...options, lineEnd }));
		const end = endOfLine(text, fullRange.end);
		if (!ignored.has(instruction) && touches(start, end)) {
			const before = snippetOf(instruction);
			const head = withoutReturns(text.slice(start, headEndOf(text, instruction)));
			const written = before && write(before, shellKindOf(file, instruction.trigger ?? instruction), options, layout);
			if (written) meant.set(instruction, written.instruction);
			if (before && !written) left.push(own);
			else edits.push(lineEdits(text, start, headEndOf(text, instruction), written ? headOf(written) : head, lineEnd));
			edits.push(lineEndEdits(text, instruction, end, lineEnd));
		}
		done = end;
	}
	if (touches(done, text.length)) edits.push(gapEdits(file, done, text.length, { ...options, lineEnd }));
	return { edits: edits.flat(), left, meant };
}

/** Undefined where Docker does not know the instruction, or cannot read it, and for one that is left as it is. */
function snippetIn(file: Dockerfile, instruction: Instruction): Snippet | undefined {
	const { text, escape } = file;
	if (!isKnown(instruction) || isKeywordBroken(text, instruction)) return undefined;
	const headEnd = headEndOf(text, instruction);
	const head = withoutReturns(text.slice(instruction.range.start, headEnd));
	return readSnippet(head, text.slice(headEnd, instruction.fullRange.end), escape, shellKindOf(file, instruction.trigger ?? instruction));
}

const isKnown = ({ keyword, error, trigger }: Instruction): boolean =>
	keywords.has(keyword) && !error && (!trigger || (keywords.has(trigger.keyword) && !trigger.error));

/** Nobody means it: a keyword, that of a trigger included, that goes on in the next line. */
const isKeywordBroken = (text: string, { keywordRange: { start, end }, trigger }: Instruction): boolean =>
	text.slice(start, end).includes("\n") || (trigger !== undefined && isKeywordBroken(text, trigger));

const headOf = ({ text, lines, headEnd }: Snippet): string => text.slice(lines[0]?.lineStart ?? 0, headEnd);

/** The instruction as it should be; undefined where it would not say the same. */
function write(before: Snippet, shell: ShellKind, options: FormatOptions, layout: Layout): Snippet | undefined {
	const read = (lines: string): Snippet | undefined => readSnippet(lines, before.text.slice(before.headEnd), before.file.escape, shell);
	const place = options.operators;
	const moved = place !== "keep" && before.tokens ? read(moveOperators(before, place)) : before;
	const written = moved && layOut(moved, layout);
	const after = written === undefined ? undefined : read(written);
	return after && isSameInstruction(before.instruction, after.instruction, shell) && isSameAround(before.file, after.file) ? after : undefined;
}

/** Where the last line ends that is not one of a here document. */
function headEndOf(text: string, { heredocs: [first], fullRange }: Instruction): number {
	const end = first ? first.body.start - 1 : fullRange.end;
	return first && text[end - 1] === "\r" ? end - 1 : Math.max(end, 0);
}

const withoutReturns = (text: string): string => (text.includes("\r") ? text.replace(/\r+(?=\n|$)/g, "") : text);

/** Behind the line end of the line in which the offset is. */
function endOfLine(text: string, offset: number): number {
	const feed = text.indexOf("\n", offset);
	return feed < 0 ? text.length : feed + 1;
}

const mostFrequentLineEnd = (text: string): "\n" | "\r\n" => {
	const [all, withReturn] = [text.match(/\n/g)?.length ?? 0, text.match(/\r\n/g)?.length ?? 0];
	return withReturn * 2 > all ? "\r\n" : "\n";
};

/** The line end between an instruction and its here documents, and that of each line that ends one, are nobody's content. */
function lineEndEdits(text: string, { heredocs }: Instruction, end: number, lineEnd: string): readonly Edit[] {
	const ends = heredocs.map(({ body }) => body.start).filter((_, index) => index === 0);
	for (const [index, { terminator }] of heredocs.entries()) {
		const next = heredocs[index + 1]?.body.start ?? end;
		if (terminator.end > terminator.start) ends.push(next);
	}
	if (heredocs.length === 0) ends.push(end);
	return ends.flatMap((at) => {
		if (text[at - 1] !== "\n") return [];
		let start = at - 1;
		while (text[start - 1] === "\r") start--;
		return text.slice(start, at) === lineEnd ? [] : [{ start, end: at, text: lineEnd }];
	});
}

/** More empty lines than this nobody needs. */
const mostEmptyLines = 2;

/** What stands between instructions: comments begin their line, and few empty lines follow each other, none where the file begins or ends. */
function gapEdits(
	{ text, directives, instructions }: Dockerfile,
	start: number,
	end: number,
	options: FormatOptions & { readonly lineEnd: string },
): readonly Edit[] {
	const written: string[] = [];
	const isTop = start <= 1;
	const isBottom = end === text.length;
	// What ends with the file is all of it content.
	const isInHeredoc = instructions.at(-1)?.heredocs.some(({ terminator }) => terminator.start === terminator.end) ?? false;
	// Without the empty lines above it a comment may become a directive.
	const mostAtTop = isTop && mayBeDirective(text, start, directives.length) ? 1 : 0;
	let isOpen = false;
	for (let at = start; at < end;) {
		const next = Math.min(endOfLine(text, at), end);
		let lineEnd = next;
		while (lineEnd > at && (text[lineEnd - 1] === "\n" || text[lineEnd - 1] === "\r")) lineEnd--;
		isOpen = lineEnd === next;
		const line = text.slice(at, options.trimsLineEnds ? trimEnd(text, at, lineEnd) : lineEnd).replace(/^\s+/, "");
		const empty = written.length - 1 - written.findLastIndex((each) => each !== "");
		const most = isTop && written.every((each) => each === "") ? mostAtTop : mostEmptyLines;
		if (line !== "" || empty < most) written.push(line);
		at = next;
	}
	if (isBottom) while (written.length > 0 && written.at(-1) === "") written.pop();
	const ended = written.map((line) => line + options.lineEnd).join("");
	const endsLast = isBottom && written.length > 0 ? (options.endsLastLine ?? !isOpen) : true;
	const result = endsLast ? ended : ended.slice(0, -options.lineEnd.length);
	return [...(isBottom && written.length === 0 && !isInHeredoc ? lastLineEdits(text, start, options) : []), ...lineEdits(text, start, end, result, undefined)];
}

/** The end of the last line where that is an instruction's. */
function lastLineEdits(text: string, start: number, { endsLastLine, lineEnd }: FormatOptions & { readonly lineEnd: string }): readonly Edit[] {
	if (start === 0 || endsLastLine === undefined) return [];
	const isEnded = text[start - 1] === "\n";
	if (endsLastLine === isEnded) return [];
	if (endsLastLine) return [{ start, end: start, text: lineEnd }];
	return [{ start: text[start - 2] === "\r" ? start - 2 : start - 1, end: start, text: "" }];
}

function mayBeDirective(text: string, start: number, known: number): boolean {
	if (known > 0) return false;
	const comment = text.slice(start).search(/\S/) + start;
	return text.slice(start, comment).includes("\n") && /^#\s*(?:syntax|escape|check)\s*=/i.test(text.slice(comment, comment + 10_000));
}
