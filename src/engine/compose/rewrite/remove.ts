import { type Edit, type Range, remove } from "../../text/text.ts";
import { fact } from "../../text/fact.ts";
import { allNodes, type ComposeFile, type ComposeNode, nameOf, nodesOf } from "../syntax.ts";
import { type Part, partsAround, rangeOfPart, valueOfPart } from "./parts.ts";

/**
 * Takes out the entry or item that the range stands in, with its lines, and all around it that would hold nothing then. Undefined where a service would be left with
 * nothing in it, where something takes over what is taken out by its anchor, and where the text is written so oddly that more would go.
 */
export const removal = (file: ComposeFile, at: Range): Edit | undefined => without(file, at, hasAnchor);

/** As `removal`, also of what has an anchor for which no alias stands anywhere. */
export const removalOfUnused = (file: ComposeFile, at: Range): Edit | undefined =>
	without(file, at, (part) => anchorsIn(part).some((anchor) => aliasesIn(file).has(anchor)));

function without(file: ComposeFile, at: Range, stays: (part: Part) => boolean): Edit | undefined {
	const parts = partsAround(file, at);
	for (let index = parts.length - 1; index >= 0; index--) {
		const part = parts[index];
		if (!part || stays(part) || isService(parts, index)) return undefined;
		const count = part.kind === "entry" ? part.within.entries.length : part.within.items.length;
		if (count > 1) return cut(file, part);
	}
	return undefined;
}

/** A service, or all of them. */
function isService([first]: readonly Part[], index: number): boolean {
	return index <= 1 && first?.kind === "entry" && nameOf(first.entry) === "services";
}

const hasAnchor = (part: Part): boolean => anchorsIn(part).length > 0;

function anchorsIn(part: Part): readonly string[] {
	const value = valueOfPart(part);
	return value ? nodesOf(value).flatMap(({ anchor }) => anchor ?? []) : [];
}

/** The names of all anchors for which an alias stands somewhere. */
export const aliasesIn = (file: ComposeFile): ReadonlySet<string> => marksIn(file).aliases;

/** Whether something is marked with an anchor. */
export const hasAnchors = (file: ComposeFile): boolean => marksIn(file).hasAnchors;

const marksIn = fact((file: ComposeFile): { readonly aliases: ReadonlySet<string>; readonly hasAnchors: boolean } => {
	const aliases = new Set<string>();
	let hasAnchors = false;
	for (const node of allNodes(file)) {
		if (node.kind === "alias") aliases.add(node.name);
		hasAnchors ||= node.anchor !== undefined;
	}
	return { aliases, hasAnchors };
});

function cut({ text }: ComposeFile, part: Part): Edit | undefined {
	const { within, index } = part;
	const own = rangeOfPart(part);
	const at = (other: number): ComposeNode | Range | undefined => (within.kind === "mapping" ? within.entries[other] : within.items[other]);
	const [before, after] = [at(index - 1), at(index + 1)];
	if (within.isFlow) {
		if (after) return remove({ start: own.start, end: after.start });
		return before && remove({ start: before.end, end: own.end });
	}
	const lineStart = text.lastIndexOf("\n", own.start - 1) + 1;
	const lead = text.slice(lineStart, own.start);
	const isOwnLine = part.kind === "item" ? /^[ \t]*-[ \t]+$/.test(lead) : /^[ \t]*$/.test(lead);
	const comment = /^[ \t]*(?=#)/.exec(text.slice(own.end, own.end + 200))?.[0].length;
	// A comment behind it stays.
	if (isOwnLine && comment !== undefined) return remove({ start: lineStart + lead.search(/[^ \t]|$/), end: own.end + comment });
	if (isOwnLine) return remove({ start: lineStart, end: endOfLine(text, own.end) });
	// The first entry of an item stands behind the item's dash, and there the next one takes its place.
	if (part.kind === "entry" && after && /^[ \t]*-[ \t]+$/.test(lead) && /^[ \t\r\n]*$/.test(text.slice(own.end, after.start)))
		return remove({ start: own.start, end: after.start });
	return undefined;
}

/** Behind the line break, with what stands behind the offset in its line. */
function endOfLine(text: string, offset: number): number {
	const feed = text.indexOf("\n", offset);
	return feed < 0 ? text.length : feed + 1;
}
