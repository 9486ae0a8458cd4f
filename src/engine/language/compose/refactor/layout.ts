import type { ComposeFile, ComposeNode } from "../../../compose/syntax.ts";
import { allNodes } from "../../../compose/syntax.ts";
import type { Range } from "../../../text/text.ts";

/** Where the line of the offset begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

/** Where the line of the offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
	const next = text.indexOf("\n", offset);
	const end = next < 0 ? text.length : next;
	return text[end - 1] === "\r" && end > offset ? end - 1 : end;
}

/** Where the next line begins; the end of the text behind the last. */
export function nextLine(text: string, offset: number): number {
	const next = text.indexOf("\n", offset);
	return next < 0 ? text.length : next + 1;
}

/** From 0, a mark of the byte order not counted. */
export function columnOf(text: string, offset: number): number {
	const start = lineStart(text, offset);
	return offset - start - (text[start] === "\uFEFF" ? 1 : 0);
}

export const isOneLine = (text: string, { start, end }: Range): boolean => !text.slice(start, end).includes("\n");

export const hasComment = ({ comments }: ComposeFile, { start, end }: Range): boolean => comments.some((comment) => comment.start < end && start < comment.end);

/** The dash of an item in a block, alone in front of it with one blank; undefined where it is written otherwise. */
export function dashOf(text: string, item: Range): number | undefined {
	const dash = item.start - 2;
	return text.slice(dash, item.start) === "- " && /^[ \uFEFF]*$/.test(text.slice(lineStart(text, dash), dash)) ? dash : undefined;
}

/** By how much a level is indented: as most often in the file. */
export function stepOf(file: ComposeFile): number {
	const counts = new Map<number, number>();
	for (const [outer, inner] of nested(file)) if (inner > outer) counts.set(inner - outer, (counts.get(inner - outer) ?? 0) + 1);
	let [step, most] = [2, 0];
	for (const [each, count] of counts) if (count > most) [step, most] = [each, count];
	return step;
}

/** Whether lists stand in the column of their key: as most of them do. `but` is one that does not count. */
export function areListsFlush(file: ComposeFile, but: ComposeNode | undefined): boolean {
	let [flush, indented] = [0, 0];
	for (const node of allNodes(file)) {
		if (node.kind !== "mapping" || node.isFlow) continue;
		for (const { key, value } of node.entries) {
			if (value?.kind !== "sequence" || value.isFlow || value === but) continue;
			if (columnOf(file.text, value.start) === columnOf(file.text, key.start)) flush++;
			else indented++;
		}
	}
	return flush > indented;
}

/** The columns of keys and of the mappings that they hold. */
function* nested(file: ComposeFile): Generator<readonly [number, number]> {
	for (const node of allNodes(file)) {
		if (node.kind !== "mapping" || node.isFlow) continue;
		for (const { key, value } of node.entries) {
			if (value?.kind === "mapping" && !value.isFlow && value.start > key.end) yield [columnOf(file.text, key.start), columnOf(file.text, value.start)];
		}
	}
}
