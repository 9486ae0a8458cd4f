import type { Range } from "../../text/text.ts";
import type { CompletionContext } from "./completion.ts";
import { keyAt } from "./keys.ts";
import { scan } from "./scan.ts";

/** What the key at the offset of a `.hullwright.yaml` is for. Of names of rules `ruleWordHover` tells. */
export function configurationHover(text: string, offset: number, context: CompletionContext): { readonly range: Range; readonly markdown: string } | undefined {
	const entry = scan(text).entries.find(({ key }) => key.start <= offset && offset <= key.end);
	if (!entry) return undefined;
	const { path, key: range } = entry;
	const about = keyAt(path, context.rules, context.catalogue)?.about;
	return about === undefined ? undefined : { range, markdown: about };
}
