import type { BakeFile } from "../../bake/syntax.ts";
import type { Range } from "../../text/text.ts";

/** A target or a group for a list of them. */
export type ListedTarget = { readonly name: string; readonly kind: string; /** Its type. */ readonly at: Range };

/** What bake can be told to build by its name, in order, each once. */
export function listedTargets({ blocks }: BakeFile): readonly ListedTarget[] {
	const found = new Map<string, ListedTarget>();
	for (const { type, name } of blocks) {
		if ((type.text !== "target" && type.text !== "group") || !name || found.has(name.text)) continue;
		found.set(name.text, { name: name.text, kind: type.text, at: type.start > name.start ? name : type });
	}
	return [...found.values()];
}
