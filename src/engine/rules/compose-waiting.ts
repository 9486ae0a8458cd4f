import type { LintedCompose } from "../compose/linted.ts";
import { serviceInsertion } from "../compose/rewrite/insert.ts";
import { findEntry, lineEndOf } from "../compose/rewrite/parts.ts";
import type { ComposeNode } from "../compose/syntax.ts";
import { entryOf } from "../compose/value.ts";
import { checkLines, probeOf } from "../image/probes.ts";
import type { Fix } from "../lint/rule.ts";
import { say } from "../text/message.ts";
import { type Edit, insert, replace } from "../text/text.ts";
import { hasHealthcheck } from "./compose-health.ts";
import { pulledImage } from "./compose-images.ts";

/** Lets a service wait until another is healthy, which gets a check where it has none. Undefined where it cannot be asked, and where the dependency is not written so that it could be changed. */
export function waitUntilHealthy(file: LintedCompose, by: string, name: string): Fix | undefined {
	const service = file.allServices.get(name);
	const dependencies = findEntry(file, "services", by, "depends_on")?.value;
	const edits = dependencies && condition(file, dependencies, name);
	if (!service || !edits) return undefined;
	const title = say`Wait until \`${name}\` is healthy`;
	if (hasHealthcheck(service, file)) return { title, edits, safe: false };
	const image = entryOf(service, "healthcheck") ? undefined : pulledImage(service);
	const probe = image && probeOf(image.reference);
	const check = probe && serviceInsertion(file, name, "healthcheck", checkLines(probe));
	return check && { title, edits: [...edits, check], safe: false };
}

function condition(file: LintedCompose, dependencies: ComposeNode, name: string): readonly Edit[] | undefined {
	if (dependencies.kind === "mapping") {
		const written = findEntry({ ...file, roots: [dependencies] }, name, "condition")?.value;
		return written?.kind === "scalar" && written.source === "service_started" ? [replace(written, "service_healthy")] : undefined;
	}
	// What else has the list by its anchor is to have it as it is.
	if (dependencies.kind !== "sequence" || dependencies.anchor !== undefined) return undefined;
	return dependencies.isFlow ? inBraces(file, dependencies, name) : asMapping(file, dependencies, name);
}

type List = ComposeNode & { readonly kind: "sequence" };

/** An item may have a variable in it, and a key is read as it is written. */
const isName = (item: ComposeNode): item is ComposeNode & { readonly kind: "scalar" } => item.kind === "scalar" && !item.source.includes("$");

const conditionOf = (item: ComposeNode & { readonly kind: "scalar" }, name: string): string => (item.source === name ? "service_healthy" : "service_started");

/** Makes a mapping of a list in brackets; what the others wait for stays as it is. */
function inBraces({ text }: LintedCompose, list: List, name: string): readonly Edit[] | undefined {
	if (/[\n#]/.test(text.slice(list.start, list.end))) return undefined;
	const entries: string[] = [];
	for (const item of list.items) {
		if (!isName(item)) return undefined;
		entries.push(`${text.slice(item.start, item.end)}: { condition: ${conditionOf(item, name)} }`);
	}
	return [replace(list, `{ ${entries.join(", ")} }`)];
}

/** The same of a list with an item a line. */
function asMapping(file: LintedCompose, list: List, name: string): readonly Edit[] | undefined {
	const edits: Edit[] = [];
	for (const item of list.items) {
		const lineStart = file.text.lastIndexOf("\n", item.start - 1) + 1;
		const [lead = "", indent = ""] = /^([ \t]*)-[ \t]+$/.exec(file.text.slice(lineStart, item.start)) ?? [];
		if (lead === "" || !isName(item)) return undefined;
		// A list may stand as far left as its key, and a mapping may not.
		const deeper = `${indent}${isAsFarLeft(file.text, lineStart, indent) ? "  " : ""}`;
		const below = `${lineEndOf(file.text)}${deeper}  condition: ${conditionOf(item, name)}`;
		edits.push(replace({ start: lineStart, end: item.start }, deeper), insert(item.end, ":"), insert(endOfLine(file.text, item.end), below));
	}
	return edits;
}

/** Behind a comment. */
const endOfLine = (text: string, offset: number): number => offset + (/^[^\r\n]*/.exec(text.slice(offset))?.[0].length ?? 0);

/** Whether the key above the first item has the item's own indentation. */
function isAsFarLeft(text: string, lineStart: number, indent: string): boolean {
	for (let end = lineStart - 1; end > 0; end = text.lastIndexOf("\n", end - 1)) {
		const line = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
		if (/^[ \t]*depends_on[ \t]*:/.test(line)) return line.startsWith(`${indent}depends_on`);
		if (!/^[ \t]*(?:-|#|$)/.test(line)) return false;
	}
	return false;
}
