import { fact } from "../text/fact.ts";
import type { Message } from "../text/message.ts";
import type { Edit, Range } from "../text/text.ts";
import type { YamlEntry, YamlNode, YamlTree } from "../yaml/syntax.ts";

/** A Compose file as it is written: what it says with the ranges of it, and nothing of what Compose makes of it. */
export type ComposeFile = YamlTree & {
	readonly text: string;
	/** Why Compose refuses to read the file, in order. `isRepeated`: a key is set twice, which tells nothing against the rest of the text. `first`: where it was set. `edit` makes the text readable. */
	readonly problems: readonly { readonly at: Range; readonly message: Message; readonly isRepeated: boolean; readonly first?: Range; readonly edit?: Edit }[];
};

export type ComposeNode = YamlNode;
export type ComposeEntry = YamlEntry;

/** The name of an entry; undefined where its key is more than a word. */
export const nameOf = ({ key }: ComposeEntry): string | undefined => (key.kind === "scalar" ? key.source : undefined);

/** All nodes of the file, outer ones first. */
export const allNodes = fact(({ roots }: YamlTree): readonly ComposeNode[] => {
	const nodes: ComposeNode[] = [];
	for (const root of roots) addNodes(nodes, root);
	return nodes;
});

/** A node and all below it, outer ones first. */
export function nodesOf(node: ComposeNode): readonly ComposeNode[] {
	const nodes: ComposeNode[] = [];
	addNodes(nodes, node);
	return nodes;
}

function addNodes(nodes: ComposeNode[], node: ComposeNode): void {
	nodes.push(node);
	if (node.kind === "sequence") for (const item of node.items) addNodes(nodes, item);
	if (node.kind !== "mapping") return;
	for (const { key, value } of node.entries) {
		addNodes(nodes, key);
		if (value) addNodes(nodes, value);
	}
}
