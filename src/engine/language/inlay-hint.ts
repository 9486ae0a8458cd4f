import type { Message } from "../text/message.ts";

export const hintKinds = ["values", "stages", "user", "merged"] as const;
export type HintKind = (typeof hintKinds)[number];

/** What is shown behind a word without standing in the file. */
export type InlayHint = {
	readonly kind: HintKind;
	readonly offset: number;
	readonly label: string | Message;
	/** Sentences about it, for who asks. */
	about(): readonly Message[];
};
