import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf } from "../../compose/syntax.ts";
import { fact } from "../../text/fact.ts";

/** Something that a Compose file says, where Compose reads it: an entry of a mapping, an item of a list, or a whole document. */
export type Place = {
	/** The entry's key, or the item's number; empty of a document. */
	readonly name: string | number;
	/** Undefined of a document. */
	readonly parent: Place | undefined;
	/** How many names lead to it. */
	readonly depth: number;
	/** The first of them. */
	readonly top: string | number;
	/** Undefined of what is no entry. */
	readonly key: ComposeNode | undefined;
	/** Undefined where nothing is written. An alias stands for what its anchor has. */
	readonly value: ComposeNode | undefined;
};

type Tree = {
	/** Outer ones first. */
	readonly places: readonly Place[];
	placeOf(part: ComposeEntry | ComposeNode): Place | undefined;
	/** What the alias means. */
	anchored(alias: ComposeNode): ComposeNode | undefined;
};

/** No honest file leads from alias to alias so often. */
const deepest = 50;

/**
 * All that is said in the file, each once. What stands below `x-` and is used by an alias counts where it is first used, and what is merged into a mapping as what
 * that says itself.
 */
export const treeOf = fact((file: ComposeFile): Tree => {
	const places = new Map<ComposeEntry | ComposeNode, Place>();
	const targets = new Map<ComposeNode, ComposeNode>();
	for (const root of file.roots) {
		const anchors = new Map<string, ComposeNode>();
		const document: Place = { name: "", parent: undefined, depth: 0, top: "", key: undefined, value: root };
		const below = (parent: Place, name: string | number, key: ComposeNode | undefined, value: ComposeNode | undefined): Place => ({
			name,
			parent,
			depth: parent.depth + 1,
			top: parent.depth === 0 ? name : parent.top,
			key,
			value,
		});
		const add = (part: ComposeEntry | ComposeNode, place: Place): void => {
			// What is used from somewhere else comes behind what it is used in.
			places.delete(part);
			places.set(part, place);
		};
		const walk = (node: ComposeNode, place: Place, aliases = 0): void => {
			if (node.anchor !== undefined) anchors.set(node.anchor, node);
			if (node.kind === "alias") {
				const target = anchors.get(node.name);
				if (!target) return;
				targets.set(node, target);
				if (aliases < deepest && !isExtension(place) && isExtension(firstIn(target, places))) walk(target, place, aliases + 1);
				return;
			}
			if (node.kind === "sequence")
				for (const [index, item] of node.items.entries()) {
					const own = below(place, index, undefined, item);
					add(item, own);
					walk(item, own, aliases);
				}
			if (node.kind !== "mapping") return;
			for (const entry of node.entries) {
				const { key, value } = entry;
				const name = nameOf(entry) ?? "";
				const own = below(place, name, key, value);
				add(entry, own);
				if (!value) continue;
				if (name !== "<<") walk(value, own, aliases);
				else for (const each of value.kind === "sequence" ? value.items : [value]) walk(each, place, aliases);
			}
		};
		add(root, document);
		walk(root, document);
	}
	return { places: [...places.values()], placeOf: (part) => places.get(part), anchored: (alias) => targets.get(alias) };
});

/** The place of the first thing in a node, by which it is known where that is read. */
function firstIn(node: ComposeNode, places: ReadonlyMap<ComposeEntry | ComposeNode, Place>): Place | undefined {
	const first = node.kind === "mapping" ? node.entries[0] : node.kind === "sequence" ? node.items[0] : undefined;
	return first && places.get(first);
}

const isExtension = (place: Place | undefined): boolean => typeof place?.top === "string" && place.top.startsWith("x-");

/** The names that lead to a place from the top of its document. */
export function pathOf(place: Place): readonly (string | number)[] {
	const path: (string | number)[] = [];
	for (let at: Place | undefined = place; at?.parent; at = at.parent) path.push(at.name);
	return path.reverse();
}

/** The node itself, or what it means as an alias. */
export function meantBy(file: ComposeFile, node: ComposeNode | undefined): ComposeNode | undefined {
	return node?.kind === "alias" ? treeOf(file).anchored(node) : node;
}

/** The text of a scalar; undefined of what is none. Numbers are as they are written. */
export const scalarText = (node: ComposeNode | undefined): string | undefined => (node?.kind === "scalar" ? node.source : undefined);

/** What another entry of the same mapping has. */
export function siblingText(file: ComposeFile, { parent }: Place, name: string): string | undefined {
	const mapping = meantBy(file, parent?.value);
	if (mapping?.kind !== "mapping") return undefined;
	return scalarText(meantBy(file, mapping.entries.find(({ key }) => scalarText(key) === name)?.value));
}
/** What is at an offset: the innermost place around it, and whether the offset is in its key. Undefined where nothing is written. */
export function placeAt(file: ComposeFile, offset: number): { readonly place: Place; readonly isKey: boolean } | undefined {
	const tree = treeOf(file);
	const root = file.roots.find(({ start, end }) => start <= offset && offset <= end);
	if (!root) return undefined;
	let place = tree.placeOf(root);
	let node: ComposeNode | undefined = root;
	while (node && place) {
		if (node.kind === "sequence") {
			const item: ComposeNode | undefined = around(node.items, offset);
			if (!item) break;
			[place, node] = [tree.placeOf(item) ?? place, item];
			continue;
		}
		if (node.kind !== "mapping") break;
		const entry: ComposeEntry | undefined = around(node.entries, offset);
		if (!entry) break;
		place = tree.placeOf(entry) ?? place;
		if (offset <= entry.key.end) return { place, isKey: true };
		if (!entry.value || offset < entry.value.start) break;
		node = entry.value;
	}
	return place && { place, isKey: false };
}

/** Of two that touch at the offset the second counts. */
function around<Part extends { readonly start: number; readonly end: number }>(parts: readonly Part[], offset: number): Part | undefined {
	let [low, high] = [0, parts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((parts[middle] as Part).start <= offset) low = middle + 1;
		else high = middle;
	}
	const part = parts[low - 1];
	return part && offset <= part.end ? part : undefined;
}
