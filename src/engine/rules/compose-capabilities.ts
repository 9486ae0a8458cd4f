import { type LintedCompose, literalOf, rangeIn } from "../compose/linted.ts";
import { entryOf, type Mapping } from "../compose/value.ts";
import { capabilityName } from "../image/capabilities.ts";
import type { Range } from "../text/text.ts";

export type WrittenCapability = { readonly at: Range; readonly text: string; readonly name: string };

/** What stands under `cap_add` or `cap_drop` in this file, as far as no variable decides it. */
export function* capabilitiesIn(file: LintedCompose, service: Mapping, key: "cap_add" | "cap_drop"): Generator<WrittenCapability> {
	const list = entryOf(service, key);
	if (list?.kind !== "sequence") return;
	for (const item of list.items) {
		const at = rangeIn(file, item);
		const text = literalOf(item);
		if (at && text !== undefined) yield { at, text, name: capabilityName(text) };
	}
}
