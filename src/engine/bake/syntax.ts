import type { Expression, HclProblem, Word } from "../hcl/syntax.ts";
import type { Range } from "../text/text.ts";

/** A bake file, in HCL or JSON. */
export type BakeFile = {
	readonly text: string;
	readonly isJson: boolean;
	/** In order; those of one name are one target to Docker. */
	readonly blocks: readonly BakeBlock[];
	/** Values at the top, which are variables that nothing sets otherwise. */
	readonly globals: readonly BakeAttribute[];
	readonly problems: readonly HclProblem[];
	readonly comments: readonly Range[];
};

/** A target, a group, a variable, a function, or what somebody takes for a kind of block. */
export type BakeBlock = Range & {
	readonly type: Word;
	/** Undefined where it is missing, or there is more than one. */
	readonly name: Word | undefined;
	readonly attributes: readonly BakeAttribute[];
	/** Blocks in it: what a variable is checked by. */
	readonly inner: readonly BakeBlock[];
	/** Between the braces. */
	readonly body: Range;
};

export type BakeAttribute = Range & { readonly name: Word; readonly value: Expression | undefined };
