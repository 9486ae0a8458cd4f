import type { Range } from "../text/text.ts";

/** What a text in YAML says as it is written, with the ranges of it. */
export type YamlTree = {
	/** What the documents hold, in order; of one that holds nothing there is none. */
	readonly roots: readonly YamlNode[];
	/** From `#` to the end of the line, in order. */
	readonly comments: readonly Range[];
};

/** The range of a node is its text, without tag and anchor; a block ends with its last value. */
export type YamlNode = Range & {
	readonly anchor: string | undefined;
	/** As YAML has it in full; undefined where none is written. */ readonly tag: string | undefined;
} &
	/** `source` is the text without quotes; `isPlain` where it is written without them. */
	(
		| { readonly kind: "scalar"; readonly source: string; readonly isPlain: boolean }
		/** `isFlow` where it is written in brackets. */
		| { readonly kind: "mapping"; readonly entries: readonly YamlEntry[]; readonly isFlow: boolean }
		| { readonly kind: "sequence"; readonly items: readonly YamlNode[]; readonly isFlow: boolean }
		| { readonly kind: "alias"; readonly name: string }
	);

export type YamlMapping = Extract<YamlNode, { readonly kind: "mapping" }>;

/** From the key to the end of the value. */
export type YamlEntry = Range & { readonly key: YamlNode; readonly value: YamlNode | undefined };
