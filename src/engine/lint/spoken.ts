import { textOf, type Catalogue } from "../text/message.ts";
import type { Finding } from "./lint.ts";
import type { Fix } from "./rule.ts";

/** A finding in the words of one language. */
export type SpokenFinding = Omit<Finding, "message" | "fix" | "related"> & {
	readonly message: string;
	readonly fix?: Omit<Fix, "title"> & { readonly title: string };
	readonly related?: readonly (Omit<NonNullable<Finding["related"]>[number], "message"> & { readonly message: string })[];
};

/** Says the finding in English, or by a catalogue. `say` turns a message into text, where not as `textOf` does. */
export function spoken({ message, fix, related, ...finding }: Finding, catalogue: Catalogue | undefined, say = textOf): SpokenFinding {
	return {
		...finding,
		message: say(message, catalogue),
		...(fix && { fix: { ...fix, title: say(fix.title, catalogue) } }),
		...(related && { related: related.map((each) => ({ ...each, message: say(each.message, catalogue) })) }),
	};
}
