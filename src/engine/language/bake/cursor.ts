import type { BakeAttribute, BakeBlock, BakeFile } from "../../bake/syntax.ts";
import { childrenOf, type Entry, type Expression } from "../../hcl/syntax.ts";

/** What an offset is in: the block, the attribute, and of its value the innermost expressions, outer ones first. */
export type BakeCursor = {
	readonly block: BakeBlock | undefined;
	readonly attribute: BakeAttribute | undefined;
	readonly path: readonly Expression[];
	/** The entry of an object whose key the offset is in. */
	readonly key: Entry | undefined;
	/** Whether it is between the `${` and the `}` of a string. */
	readonly isInHole: boolean;
};

export function bakeCursorAt(file: BakeFile, offset: number): BakeCursor {
	const block = file.blocks.find(({ body }) => body.start <= offset && offset <= body.end);
	const attributes = block ? [...block.attributes, ...block.inner.flatMap((inner) => inner.attributes)] : file.globals;
	const attribute = attributes.find(({ start, end, name }) => Math.min(start, name.start) <= offset && offset <= end);
	const path: Expression[] = [];
	let isInHole = false;
	let key: Entry | undefined;
	for (let next = attribute?.value; next && next.start <= offset && offset <= next.end;) {
		const expression: Expression = next;
		path.push(expression);
		if (expression.kind === "string") isInHole = expression.parts.some((part) => part.kind !== "text" && part.start + 2 <= offset && offset < part.end);
		if (expression.kind === "object") key = expression.entries.find((entry) => entry.key.start <= offset && offset <= entry.key.end);
		next = childrenOf(expression).find(({ start, end }) => start <= offset && offset <= end);
	}
	return { block, attribute, path, key, isInHole };
}
