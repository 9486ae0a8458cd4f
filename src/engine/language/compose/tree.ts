import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf } from "../../compose/syntax.ts";
import { fact } from "../../text/fact.ts";

/** Something that a Compose file says, where Compose reads it: an entry of a mapping, an item of a list, or a whole document. */
export type Place = {
	/** The entry's key, or the item's number; empty of a document. */
	readonly name: string | number;
	/** Undefined of a document. */
	readonly parent: Place | undefined;
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
		const document: Place = { name: "", parent: undefined, key: undefined, value: root };
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
					const own: Place = { name: index, parent: place, key: undefined, value: item };
					add(item, own);
					walk(item, own, aliases);
				}
			if (node.kind !== "mapping") return;
			for (const entry of node.entries) {
				const { key, value } = entry;
				const name = nameOf(entry) ?? "";
				const own: Place = { name, parent: place, key, value };
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

function isExtension(place: Place | undefined): boolean {
	let [top, inner] = [place, place];
	while (top?.parent) [top, inner] = [top.parent, top];
	return String(inner?.name ?? "").startsWith("x-");
}

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
