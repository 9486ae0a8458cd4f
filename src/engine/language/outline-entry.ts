import type { Range } from "../text/text.ts";

/** An entry of the outline: a stage with its instructions, or an instruction. */
export type OutlineEntry = {
	/** In the words of the file; never empty. */
	readonly name: string;
	/** What a reader may want besides, in the words of the file; may be empty. */
	readonly detail: string;
	readonly kind: "stage" | "command" | "file" | "variable" | "label" | "setting";
	/** All that belongs to it, here documents and entries below it included. */
	readonly range: Range;
	/** What to put the cursor on, within `range`. */
	readonly selection: Range;
	readonly children: readonly OutlineEntry[];
};
