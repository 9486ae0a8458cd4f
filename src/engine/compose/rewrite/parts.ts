import { contains, type Range } from "../../text/text.ts";
import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf } from "../syntax.ts";

export type MappingNode = ComposeNode & { readonly kind: "mapping" };
export type SequenceNode = ComposeNode & { readonly kind: "sequence" };

/** An entry of a mapping or an item of a list, with its place in it. */
export type Part =
	| { readonly kind: "entry"; readonly entry: ComposeEntry; readonly within: MappingNode; readonly index: number }
	| { readonly kind: "item"; readonly item: ComposeNode; readonly within: SequenceNode; readonly index: number };

/** What a range stands in, the outermost first. */
export function partsAround({ roots }: ComposeFile, at: Range): readonly Part[] {
	const parts: Part[] = [];
	let node = roots.find((root) => contains(root, at));
	while (node) {
		const part: Part | undefined = partIn(node, at);
		if (!part) break;
		parts.push(part);
		if (part.kind === "item") node = part.item;
		else node = part.entry.value && contains(part.entry.value, at) ? part.entry.value : undefined;
	}
	return parts;
}

function partIn(node: ComposeNode, at: Range): Part | undefined {
	if (node.kind === "mapping") {
		const index = node.entries.findIndex((entry) => contains(entry, at));
		const entry = node.entries[index];
		return entry && { kind: "entry", entry, within: node, index };
	}
	if (node.kind !== "sequence") return undefined;
	const index = node.items.findIndex((item) => contains(item, at));
	const item = node.items[index];
	return item && { kind: "item", item, within: node, index };
}

export const rangeOfPart = (part: Part): Range => (part.kind === "entry" ? part.entry : part.item);

/** What the part holds; undefined of an entry that holds nothing. */
export const valueOfPart = (part: Part): ComposeNode | undefined => (part.kind === "entry" ? part.entry.value : part.item);

/** The entry under names one below the other, as it is written in the first document that has it: what aliases and merge keys bring is not found. */
export function findEntry({ roots }: ComposeFile, ...names: readonly string[]): ComposeEntry | undefined {
	for (const root of roots) {
		let node: ComposeNode | undefined = root;
		let entry: ComposeEntry | undefined;
		for (const name of names) {
			entry = node?.kind === "mapping" ? node.entries.find((each) => nameOf(each) === name) : undefined;
			node = entry?.value;
			if (!entry) break;
		}
		if (entry) return entry;
	}
	return undefined;
}

/** The column of the offset, in UTF-16 units from its line's start. */
export const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);

/** What stands before the offset on its line. */
export const textBefore = (text: string, offset: number): string => text.slice(offset - columnOf(text, offset), offset);

/** What the file's lines end with. */
export const lineEndOf = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
