import type { Message } from "../text/message.ts";
import type { Range } from "../text/text.ts";

/** One way to write something. */
export type Signature = {
	readonly label: string;
	readonly about: Message | undefined;
	/** Parts of the label, from left to right. */
	readonly parameters: readonly (Range & { readonly about: Message | undefined })[];
	/** Index of the part that is being written; undefined where that is none of them. */
	readonly active: number | undefined;
};

/** The ways to write what the offset is in, and which of them is being written. */
export type Signatures = {
	readonly all: readonly [Signature, ...Signature[]];
	readonly active: number;
	/** Whether the text there is a shell's own: who types it wants no help unless he asks for it. */
	readonly isShell: boolean;
};
