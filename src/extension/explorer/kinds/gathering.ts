import { compareNames, knownNode, type Look, type Node, type Nodes, type Translate } from "../kind.ts";

/** Rows that have something in common: tags of a repository, volumes or networks of a project. Without a name: those that have none of it. */
export type GatheringNode<Of extends Node> = { readonly kind: "gathering"; readonly id: string; readonly name: string; members: readonly Of[] };

type Member<Of extends Node> = Node & { parent?: GatheringNode<Of> | undefined };

/** Gathers rows by name, in the order in which they stand, or else by their names; those without stand last. Where nothing is gathered by, the rows are roots. */
export function gather<Of extends Member<Of>>(
	known: Nodes,
	rows: readonly Of[],
	{ by, order }: { readonly by: ((row: Of) => string) | undefined; readonly order: string | undefined },
): readonly (Of | GatheringNode<Of>)[] {
	for (const row of rows) row.parent = undefined;
	if (!by) return rows;
	const groups = new Map<string, Of[]>();
	for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
	const nodes = [...groups].map(([name, members]) => {
		const node = knownNode<GatheringNode<Of>>(known, { kind: "gathering", id: `gathering:${name}`, name, members });
		node.members = members;
		for (const member of members) member.parent = node;
		return node;
	});
	const isByName = order === undefined || order === "name";
	return nodes.sort((one, other) => Number(!one.name) - Number(!other.name) || (isByName ? compareNames(one.name, other.name) : 0));
}

/** `without` names those that have nothing in common. */
export function lookOfGathering<Of extends Node>({ name, members }: GatheringNode<Of>, isUsed: (row: Of) => boolean, without: string, t: Translate): Look {
	const used = members.filter(isUsed).length;
	const parts = [members.length === 1 ? t("1 item") : t("{0} items", members.length), ...(used > 0 ? [t("{0} in use", used)] : [])];
	const label = name || without;
	return { label, description: parts.join(" · "), icon: "list-tree", context: "gathering ", spoken: [label, ...parts].join(", ") };
}

/** What such a row stands for, of any view; any other row for itself. */
export const membersOf = (node: Node): readonly Node[] => (node.kind === "gathering" ? (node as GatheringNode<Node>).members : [node]);
