import type { Message } from "../text/message.ts";
import type { Range } from "../text/text.ts";

/** A Compose file as it is written: what it says with the ranges of it, and nothing of what Compose makes of it. */
export type ComposeFile = {
	readonly text: string;
	/** What the YAML documents hold, in order; of one that holds nothing there is none. */
	readonly roots: readonly ComposeNode[];
	/** From `#` to the end of the line, in order. */
	readonly comments: readonly Range[];
	/** Why Compose refuses to read the file, in order. */
	readonly problems: readonly { readonly at: Range; readonly message: Message }[];
};

/** The range of a node is its text, without tag and anchor; a block ends with its last value. */
export type ComposeNode = Range & {
	readonly anchor: string | undefined;
	/** As YAML has it in full; undefined where none is written. */ readonly tag: string | undefined;
} &
	/** `value` is that of YAML 1.2, `source` the text without quotes; `isPlain` where it is written without them. */
	(
		| { readonly kind: "scalar"; readonly value: unknown; readonly source: string; readonly isPlain: boolean }
		/** `isFlow` where it is written in brackets. */
		| { readonly kind: "mapping"; readonly entries: readonly ComposeEntry[]; readonly isFlow: boolean }
		| { readonly kind: "sequence"; readonly items: readonly ComposeNode[]; readonly isFlow: boolean }
		| { readonly kind: "alias"; readonly name: string }
	);

/** From the key to the end of the value. */
export type ComposeEntry = Range & { readonly key: ComposeNode; readonly value: ComposeNode | undefined };

/** The name of an entry; undefined where its key is more than a word. */
export const nameOf = ({ key }: ComposeEntry): string | undefined => (key.kind === "scalar" ? String(key.value) : undefined);

/** A node and all below it, outer ones first. */
export function* nodesOf(node: ComposeNode): Generator<ComposeNode> {
	yield node;
	if (node.kind === "sequence") for (const item of node.items) yield* nodesOf(item);
	if (node.kind !== "mapping") return;
	for (const { key, value } of node.entries) {
		yield* nodesOf(key);
		if (value) yield* nodesOf(value);
	}
}
