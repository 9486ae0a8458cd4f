import type { ExplorerKind, Node, Translate } from "./kind.ts";

/** The ids of the rows in which all words of the filter occur, of those below which one does, and of all below one that is itself found. */
export function visibleOf(kind: ExplorerKind, roots: readonly Node[], filter: string, t: Translate): ReadonlySet<string> {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	const visible = new Set<string>();
	/** Whether anything of it is seen; all that is below one that is found is. */
	const look = (node: Node, isBelowFound: boolean, isRoot: boolean): boolean => {
		const children = kind.children(node);
		const isFound = isBelowFound || fits(kind, node, words, t, isRoot && children.length > 0);
		const seen = children.filter((child) => look(child, isFound, false)).length > 0;
		if (isFound || seen) visible.add(node.id);
		return isFound || seen;
	};
	for (const root of roots) look(root, false, true);
	return visible;
}

/** How many rows there are that are more than a group of others. */
export const countOf = (kind: ExplorerKind, roots: readonly Node[], visible?: ReadonlySet<string>): number =>
	roots.flatMap((root) => (kind.gathering?.includes(root.kind) ? kind.children(root) : [root])).filter(({ id }) => visible?.has(id) ?? true).length;

function fits(kind: ExplorerKind, node: Node, words: readonly string[], t: Translate, isGroup: boolean): boolean {
	const { label, description } = kind.look(node, t);
	const { name, id } = kind.identity(node);
	// What is said beside a group is about those in it.
	const text = [label, isGroup ? "" : description, name, id].join("\n").toLowerCase();
	return words.every((word) => text.includes(word));
}
