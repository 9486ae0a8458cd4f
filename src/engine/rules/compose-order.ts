import type { ComposeFile, ComposeNode } from "../compose/syntax.ts";
import { type MappingNode, type SequenceNode } from "../compose/rewrite/parts.ts";
import { hasAnchors } from "../compose/rewrite/remove.ts";
import { nodesOfEntry, reorderedEntries, reorderedItems, wantedOrder } from "../compose/rewrite/reorder.ts";
import { type ComposeEntry, nameOf, nodesOf } from "../compose/syntax.ts";
import type { Fix } from "../lint/rule.ts";
import type { Message } from "../text/message.ts";
import type { Edit, Range } from "../text/text.ts";

/** What stands too late in its mapping or list: the first that does, what it belongs before, and what puts all of them into their order. */
export type Misplaced = { readonly at: Range; readonly name: string; readonly before: string; readonly edits: () => readonly Edit[] | undefined };

/** Puts all of them into their order. */
export const reordering =
	({ edits }: Misplaced, title: Message, { safe }: Pick<Fix, "safe">) =>
	(): Fix | undefined => {
		const moved = edits();
		return moved && { title, edits: moved, safe };
	};

export function misplacedEntry(file: ComposeFile, mapping: MappingNode, compare: (one: string, other: string) => number): Misplaced | undefined {
	const { entries } = mapping;
	// A merge key stands where it stands.
	const byName = (one: ComposeEntry, other: ComposeEntry): number => {
		const first = nameOf(one) ?? "";
		const second = nameOf(other) ?? "";
		return first === "<<" || second === "<<" ? Number(second === "<<") - Number(first === "<<") : compare(first, second);
	};
	const wanted = wantedOrder(entries, byName, hasAnchors(file) ? nodesOfEntry : none);
	const [late, early] = wanted ? firstMoved(entries, wanted) : [];
	if (!wanted || !late || !early) return undefined;
	return { at: late.key, name: nameOf(late) ?? "", before: nameOf(early) ?? "", edits: () => reorderedEntries(file, mapping, wanted) };
}

export function misplacedItem(
	file: ComposeFile,
	list: SequenceNode,
	keyOf: (item: ComposeNode) => string,
	compare: (one: string, other: string) => number,
): Misplaced | undefined {
	const wanted = wantedOrder(list.items, (one, other) => compare(keyOf(one), keyOf(other)), hasAnchors(file) ? nodesOf : none);
	const [late, early] = wanted ? firstMoved(list.items, wanted) : [];
	if (!wanted || !late || !early) return undefined;
	return { at: late, name: keyOf(late), before: keyOf(early), edits: () => reorderedItems(file, list, wanted) };
}

/** Where no anchor stands, nothing has to stay above another. */
const none = (): readonly ComposeNode[] => [];

/** The part that belongs into the first place that another holds, and that other. */
function firstMoved<Part>(parts: readonly Part[], wanted: readonly number[]): readonly [late: Part | undefined, early: Part | undefined] {
	const place = wanted.findIndex((index, at) => index !== at);
	return [parts[wanted[place] ?? -1], parts[place]];
}

/** By letters, and by numbers within them. */
export function compareNaturally(one: string, other: string): number {
	const [first, second] = [one.match(/\d+|\D+/g) ?? [], other.match(/\d+|\D+/g) ?? []];
	for (let index = 0; index < Math.min(first.length, second.length); index++) {
		const [left = "", right = ""] = [first[index], second[index]];
		const difference = /^\d/.test(left) && /^\d/.test(right) ? Number(left) - Number(right) : compareText(left, right);
		if (difference !== 0) return difference;
	}
	return first.length - second.length;
}

/** By the characters' codes, as everywhere in the world. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
