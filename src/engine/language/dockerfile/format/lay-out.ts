import type { Instruction } from "../../../dockerfile/syntax.ts";
import { applyEdits, replace, type Edit } from "../../../text/text.ts";
import { levelsOf } from "./levels.ts";
import type { FormatOptions, Indent } from "../../format-options.ts";
import { isBlank, type Line, type Snippet } from "./snippet.ts";

/** How keywords are written in a file. */
export type Casing = "upper" | "lower";

export type Layout = Pick<FormatOptions, "arguments" | "trimsLineEnds"> & { readonly indent: Indent; readonly tabWidth: number; readonly casing: Casing };

/** The instruction's lines, here documents apart, with white space and keywords as they should be. */
export function layOut(snippet: Snippet, layout: Layout): string {
	const { text, lines } = snippet;
	const levels = levelsOf(snippet, layout.arguments, layout.tabWidth);
	const edits = [...keywordEdits(snippet, layout.casing), ...gapEdits(snippet)].sort((one, other) => one.start - other.start);
	let isNextFree = true;
	const areNextFree = lines.map(() => true);
	for (let index = lines.length - 1; index >= 0; index--) {
		areNextFree[index] = isNextFree;
		if (lines[index]?.kind === "content") isNextFree = levels[index] !== undefined;
	}
	let next = 0;
	const written = lines.map((line, index) => {
		const own: Edit[] = [];
		for (let edit = edits[next]; edit && edit.start < line.lineEnd; edit = edits[++next])
			if (edit.start >= line.start && edit.end <= line.end) own.push({ ...edit, start: edit.start - line.start, end: edit.end - line.start });
		const shown = applyEdits(text.slice(line.start, line.end), own);
		const indent = indentOf(snippet, line, index, levels[index], layout.indent);
		return toLine(snippet, line, shown, { indent, isNextFree: areNextFree[index] ?? true, trims: layout.trimsLineEnds });
	});
	return written.join("\n");
}

/** Deeper than anybody indents: text that nests without end would grow by its square. */
const deepest = 50;

function indentOf({ text }: Snippet, line: Line, index: number, level: number | undefined, indent: Indent): string {
	if (index === 0 || line.kind === "blank") return "";
	return level === undefined ? text.slice(line.lineStart, line.start) : indent.text.repeat(Math.min(level, deepest));
}

type Look = { readonly indent: string; readonly isNextFree: boolean; readonly trims: boolean };

function toLine({ text, file }: Snippet, line: Line, shown: string, { indent, isNextFree, trims }: Look): string {
	const behind = trims ? "" : text.slice(line.isContinued && line.kind === "content" ? line.contentEnd + 1 : line.end, line.lineEnd);
	if (line.kind !== "content" || !line.isContinued) return `${indent}${shown}${behind}`;
	const gap = isNextFree ? (shown === "" ? "" : " ") : text.slice(line.end, line.contentEnd);
	return `${indent}${shown}${gap}${file.escape}${behind}`;
}

/** Keywords, also in ONBUILD, and the words that are as good as keywords. */
function keywordEdits({ text, instruction, inner }: Snippet, casing: Casing): readonly Edit[] {
	const edits: Edit[] = [];
	const put = (range: { readonly start: number; readonly end: number } | undefined, word: string): void => {
		const meant = casing === "lower" ? word.toLowerCase() : word;
		if (range && range.end - range.start === word.length && text.slice(range.start, range.end) !== meant) edits.push(replace(range, meant));
	};
	for (const each of inner === instruction ? [inner] : [instruction, inner]) put(each.keywordRange, each.keyword);
	const [first, second] = inner.args;
	if (inner.keyword === "FROM" && inner.args.length === 3 && second?.text.toUpperCase() === "AS") put(second, "AS");
	if (inner.keyword === "HEALTHCHECK" && first && /^(?:CMD|NONE)$/i.test(first.text)) put(first, first.text.toUpperCase());
	return edits;
}

/** One blank between the parts of an instruction that stand on one line. In scripts and in values nothing is changed. */
function gapEdits({ text, instruction, inner }: Snippet): readonly Edit[] {
	const edits: Edit[] = [];
	const gap = (from: number, to: number): void => {
		if (to > from + 1 || (to > from && text[from] !== " ")) if (isAllBlank(text, from, to)) edits.push({ start: from, end: to, text: " " });
	};
	for (const each of inner === instruction ? [inner] : [instruction, inner]) {
		let end = each.keywordRange.end;
		for (const flag of each.flags) {
			gap(end, flag.start);
			end = flag.end;
		}
		gap(end, each.argsRange.start);
	}
	if (inner.json) return [...edits, ...jsonEdits(text, inner)];
	for (const [index, word] of inner.args.entries()) {
		const before = inner.args[index - 1];
		if (before) gap(before.end, word.start);
	}
	return edits;
}

/** `["a", "b"]`, as far as it stands on one line. */
function jsonEdits(text: string, { args, argsRange, keyword }: Instruction): readonly Edit[] {
	const strings = keyword === "HEALTHCHECK" ? args.slice(1) : args;
	const edits: Edit[] = [];
	const put = (from: number, to: number, meant: string): void => {
		const written = text.slice(from, to);
		if (written !== meant && /^[ \t,[\]]*$/.test(written)) edits.push({ start: from, end: to, text: meant });
	};
	const open = keyword === "HEALTHCHECK" ? text.indexOf("[", args[0]?.end ?? argsRange.start) : argsRange.start;
	if (keyword === "HEALTHCHECK" && args[0] && isAllBlank(text, args[0].end, open)) put(args[0].end, open, " ");
	const [first, last] = [strings[0], strings.at(-1)];
	if (!first || !last) return edits;
	put(open, first.start, "[");
	for (const [index, word] of strings.entries()) {
		const before = strings[index - 1];
		if (before) put(before.end, word.start, ", ");
	}
	put(last.end, argsRange.end, "]");
	return edits;
}

function isAllBlank(text: string, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if (!isBlank(text[at])) return false;
	return true;
}
