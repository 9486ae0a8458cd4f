import { type LintedCompose, literalOf, rangeIn, valueAt } from "../compose/linted.ts";
import type { Range } from "../text/text.ts";

/** The networks or volumes that a file says are made elsewhere and are not among those that the engine has. */
export function missingExternals(file: LintedCompose, kind: "networks" | "volumes"): readonly { readonly at: Range; readonly name: string }[] {
	const [held, declared] = [file.daemon?.[kind], valueAt(file.project.model, kind)];
	if (!held || declared?.kind !== "mapping") return [];
	const there = new Set(held);
	return [...declared.entries.values()].flatMap(({ key, value }) => {
		const external = valueAt(value, "external");
		const [name, at] = [literalOf(valueAt(value, "name")), rangeIn(file, key)];
		return at && external?.kind === "boolean" && external.value && name !== undefined && !there.has(name) ? [{ at, name }] : [];
	});
}
