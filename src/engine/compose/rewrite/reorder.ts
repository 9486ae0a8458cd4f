import { type Edit, type Range, replace } from "../../text/text.ts";
import { endOfText } from "../../text/end-of-text.ts";
import { type ComposeFile, type ComposeNode, nodesOf } from "../syntax.ts";
import type { MappingNode, SequenceNode } from "./parts.ts";

/** Of the parts of a mapping or list their numbers in the order that is wanted; `undefined` where they have it. What an alias takes stays above the alias. */
export function wantedOrder<Part>(
	parts: readonly Part[],
	compare: (one: Part, other: Part) => number,
	nodesIn: (part: Part) => Iterable<ComposeNode>,
): readonly number[] | undefined {
	if (isInOrder(parts, compare)) return undefined;
	const sorted = parts.map((_, index) => index).sort((one, other) => order(parts, one, other, compare) || one - other);
	const needed = needsOf(parts, nodesIn);
	if (!needed) return undefined;
	const wanted: number[] = [];
	const isPlaced = new Set<number>();
	const place = (index: number): void => {
		if (isPlaced.has(index)) return;
		isPlaced.add(index);
		for (const other of needed[index] ?? []) place(other);
		wanted.push(index);
	};
	sorted.forEach(place);
	return wanted.every((index, at) => index === at) ? undefined : wanted;
}

/** As most are. */
function isInOrder<Part>(parts: readonly Part[], compare: (one: Part, other: Part) => number): boolean {
	for (let index = 1; index < parts.length; index++) if (order(parts, index - 1, index, compare) > 0) return false;
	return true;
}

function order<Part>(parts: readonly Part[], one: number, other: number, compare: (one: Part, other: Part) => number): number {
	const [first, second] = [parts[one], parts[other]];
	return first === undefined || second === undefined ? 0 : compare(first, second);
}

/** For each part the others that have to stand above it; undefined where an anchor is set twice, so that order means something. */
function needsOf<Part>(parts: readonly Part[], nodesIn: (part: Part) => Iterable<ComposeNode>): readonly (readonly number[])[] | undefined {
	const anchors = new Map<string, number>();
	const aliases: string[][] = [];
	for (const [index, part] of parts.entries()) {
		const own: string[] = [];
		for (const node of nodesIn(part)) {
			if (node.anchor !== undefined && anchors.has(node.anchor)) return undefined;
			if (node.anchor !== undefined) anchors.set(node.anchor, index);
			if (node.kind === "alias") own.push(node.name);
		}
		aliases.push(own);
	}
	return aliases.map((names, index) => names.flatMap((name) => anchors.get(name) ?? []).filter((other) => other !== index));
}

/** Puts the entries of a mapping into that order, each with its comments; undefined where they do not stand on lines of their own. */
export const reorderedEntries = (file: ComposeFile, { entries, isFlow }: MappingNode, wanted: readonly number[]): readonly Edit[] | undefined =>
	isFlow ? reorderedInBrackets(file, entries, wanted) : reorderedLines(file, entries, wanted, /^\uFEFF?[ \t]*$/);

/** The same for the items of a list. */
export const reorderedItems = (file: ComposeFile, { items, isFlow }: SequenceNode, wanted: readonly number[]): readonly Edit[] | undefined =>
	isFlow ? reorderedInBrackets(file, items, wanted) : reorderedLines(file, items, wanted, /^[ \t]*-[ \t]+(?:[&!]\S*[ \t]+)*$/);

/** Each takes the place of another, and what stands between places stays. */
function swapped({ text }: ComposeFile, places: readonly Range[], wanted: readonly number[]): readonly Edit[] {
	return places.flatMap((place, index): readonly Edit[] => {
		const other = places[wanted[index] ?? index];
		return other === undefined || other === place ? [] : [replace(place, text.slice(other.start, other.end))];
	});
}

function reorderedInBrackets(file: ComposeFile, parts: readonly Range[], wanted: readonly number[]): readonly Edit[] | undefined {
	const [first, last] = [parts[0], parts.at(-1)];
	// A comment in between belongs to one of them, and nobody knows to which.
	if (!first || !last || parts.some(({ start }, index) => index > 0 && !/^\s*,\s*(?:&\S+\s+|!\S+\s+)*$/.test(file.text.slice(parts[index - 1]?.end, start))))
		return undefined;
	return swapped(
		file,
		parts.map((part, index) => withProperties(file, part, parts[index - 1]?.end ?? first.start)),
		wanted,
	);
}

/** With the anchor and tag before it. */
function withProperties({ text }: ComposeFile, { start, end }: Range, from: number): Range {
	const between = text.slice(from, start);
	const comma = between.search(/[^\s,]/);
	return { start: comma < 0 ? start : from + comma, end };
}

function reorderedLines(file: ComposeFile, parts: readonly Range[], wanted: readonly number[], allowed: RegExp): readonly Edit[] | undefined {
	const { text } = file;
	// A block has its last line end in its text: none may begin or cease to end a file without one.
	const endsFile = !text.includes("\n", parts.at(-1)?.end);
	if (endsFile && parts.some((part) => holdsBlock(text, part))) return undefined;
	const places: Range[] = [];
	for (const [index, part] of parts.entries()) {
		const lineStart = text.lastIndexOf("\n", part.start - 1) + 1;
		const lead = text.slice(lineStart, part.start);
		// Blank lines behind a block that keeps them are a part of its text.
		if (!allowed.test(lead) || /[|>]\d?\+/.test(text.slice(part.start, part.end))) return undefined;
		const from = places.at(-1)?.end ?? 0;
		const above = startOfComments(text, from, lineStart);
		// What stands at a file's very top is about the file.
		const start = /^\uFEFF?$/.test(text.slice(0, above)) ? part.start : above;
		const end = endOfPart(text, part, parts[index + 1]?.start ?? text.length);
		places.push({ start, end });
	}
	return swapped(file, places, wanted);
}

/** A text behind `|` or `>` that has a line end. */
const holdsBlock = (text: string, { start, end }: Range): boolean => /[:-][ \t]+(?:[&!]\S+[ \t]+)*[|>]\d?[ \t]*(?:#[^\n]*)?\r?\n/.test(text.slice(start, end));

/** Comments that stand directly above belong to what is below. */
function startOfComments(text: string, from: number, lineStart: number): number {
	let start = lineStart;
	while (start > from) {
		const before = text.lastIndexOf("\n", start - 2) + 1;
		if (before < from || !/^[ \t]*#/.test(text.slice(before, start))) break;
		start = before;
	}
	return start;
}

/** The end of its last line, the comment behind it included; and comments below that are indented more than it. */
function endOfPart(text: string, part: Range, next: number): number {
	const column = part.start - (text.lastIndexOf("\n", part.start - 1) + 1);
	let end = endOfLine(text, endOfText(text, part.start, part.end));
	while (end < next) {
		const line = /^\r?\n([ \t]*)#.*$/.exec(text.slice(end, endOfLine(text, end + 2)));
		if (!line || (line[1] ?? "").length <= column) break;
		end += line[0].length;
	}
	return end;
}

/** Before the line break. */
function endOfLine(text: string, offset: number): number {
	const feed = text.indexOf("\n", offset);
	const end = feed < 0 ? text.length : feed;
	return text[end - 1] === "\r" ? end - 1 : end;
}

/** What stands in an entry. */
export const nodesOfEntry = ({ key, value }: { readonly key: ComposeNode; readonly value: ComposeNode | undefined }): readonly ComposeNode[] => [
	...nodesOf(key),
	...(value ? nodesOf(value) : []),
];
