import { literalOf, type LintedCompose, rangeIn } from "../compose/linted.ts";
import { usedBy } from "../compose/used.ts";
import { entryOf, heldIn, type Value } from "../compose/value.ts";
import type { Range } from "../text/text.ts";

export type MountedFile = { readonly section: "secrets" | "configs"; readonly name: string; readonly resource: Value };

/** The secrets and configurations of the project that services use. */
export function usedFiles(file: LintedCompose): readonly MountedFile[] {
	const used = usedBy(file.allServices);
	return (["secrets", "configs"] as const).flatMap((section) =>
		heldIn(entryOf(file.project.model, section)).flatMap(([name, resource]) => (used[section].has(name) ? [{ section, name, resource }] : [])),
	);
}

/** What a secret or configuration says under that key, where that stands in this file and has no variables in it. */
export function saidIn(file: LintedCompose, { resource }: MountedFile, key: string): { readonly text: string; readonly at: Range } | undefined {
	const value = entryOf(resource, key);
	const at = rangeIn(file, value);
	const text = literalOf(value);
	return at && text && !text.includes("${") ? { text, at } : undefined;
}
