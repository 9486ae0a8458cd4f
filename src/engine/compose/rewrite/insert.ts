import { type Edit, insert } from "../../text/text.ts";
import { type ComposeFile, nameOf } from "../syntax.ts";
import { columnOf, findEntry, lineEndOf, type MappingNode, type Part, type SequenceNode, textBefore } from "./parts.ts";

/** What an entry is to hold: text that stands behind the colon, lines that stand below it, or nothing. */
export type Held = string | readonly string[];

/**
 * Adds an entry to a mapping, behind the entry of that name or else behind its last. Undefined where the mapping is in braces and the entry takes lines of its own, and
 * where blank lines at the end of a text would be another's.
 */
export function entryInsertion({ text }: ComposeFile, mapping: MappingNode, name: string, held: Held, behind?: string): Edit | undefined {
	const before = mapping.entries.find((entry) => nameOf(entry) === behind) ?? mapping.entries.at(-1);
	if (mapping.isFlow) {
		if (typeof held !== "string") return undefined;
		const entry = `${name}: ${held}`.trimEnd();
		if (!before) return insert(mapping.start + 1, text.slice(mapping.start, mapping.end) === "{}" ? ` ${entry} ` : ` ${entry}`);
		// Without the blank Compose takes the colon for part of the name.
		return insert(before.end, `, ${entry}${held === "" ? " " : ""}`);
	}
	if (!before) return undefined;
	const value = before.value;
	if (value?.kind === "scalar" && !value.isPlain && /\n[ \t\r]*\n$/.test(text.slice(value.start, text.indexOf("\n", value.end) + 2))) return undefined;
	const first = (mapping.entries[0] ?? before).start;
	// An anchor or a tag may stand before the key, such as `!!merge` does.
	const lead = textBefore(text, first).replace(/(?:[&!]\S*[ \t]+)+$/, "");
	const indent = " ".repeat(lead.length);
	return insert(
		endOfContent(text, before.end),
		written(name, held)
			.map((line) => `${lineEndOf(text)}${indent}${line}`)
			.join(""),
	);
}

/** Adds an item behind the last of a list; undefined where the list is written in a way that has no place for one. */
export function itemInsertion({ text }: ComposeFile, sequence: SequenceNode, item: string): Edit | undefined {
	const last = sequence.items.at(-1);
	if (sequence.isFlow) return last ? insert(last.end, `, ${item}`) : insert(sequence.start + 1, item);
	if (!last) return undefined;
	const lead = /^([ \t]*)-[ \t]+$/.exec(text.slice(text.lastIndexOf("\n", last.start - 1) + 1, last.start));
	return lead ? insert(endOfContent(text, last.end), `${lineEndOf(text)}${lead[1] ?? ""}- ${item}`) : undefined;
}

/** Adds an item before another; undefined where the list is written in a way that has no place for one. */
export function itemBefore({ text }: ComposeFile, { item, within }: Part & { readonly kind: "item" }, added: string): Edit | undefined {
	if (within.isFlow) return insert(item.start, `${added}, `);
	const lineStart = text.lastIndexOf("\n", item.start - 1) + 1;
	const lead = text.slice(lineStart, item.start);
	return /^[ \t]*-[ \t]+$/.test(lead) ? insert(item.start, `${added}${lineEndOf(text)}${lead}`) : undefined;
}

/** Adds a key to a service; undefined for one that is not written out in this file. */
export function serviceInsertion(file: ComposeFile, service: string, name: string, held: Held, behind?: string): Edit | undefined {
	const mapping = findEntry(file, "services", service)?.value;
	return mapping?.kind === "mapping" ? entryInsertion(file, mapping, name, held, behind) : undefined;
}

/** Adds a name to a section such as `volumes`, and the section where the file has none. */
export function sectionInsertion(file: ComposeFile, section: string, name: string, held: Held): Edit | undefined {
	const { text, roots } = file;
	const [root] = roots;
	const entry = findEntry(file, section);
	if (root?.kind !== "mapping" || root.isFlow || roots.length > 1) return undefined;
	if (entry?.value?.kind === "mapping") return entryInsertion(file, entry.value, name, entry.value.isFlow ? inBraces(held) : held);
	const [eol, step] = [lineEndOf(text), stepOf(file)];
	// All of a file may be indented.
	const lead = " ".repeat(columnOf(text, root.start));
	const lines = written(name, held)
		.map((line) => `${eol}${lead}${step}${line}`)
		.join("");
	if (entry) {
		const isEmpty = entry.value === undefined || (entry.value.kind === "scalar" && entry.value.source === "");
		return isEmpty ? insert(endOfContent(text, entry.key.end + 1), lines) : undefined;
	}
	return insert(endOfContent(text, root.end), `${eol}${eol}${lead}${section}:${lines}`);
}

/** Lines of which each is a key and a plain word, as one. */
const inBraces = (held: Held): Held => (typeof held !== "string" && held.every((line) => /^[\w.-]+: [\w./-]+$/.test(line)) ? `{ ${held.join(", ")} }` : held);

/** By what a level is indented more than the one above it: two blanks, where the file does not say. */
export function stepOf(file: ComposeFile): string {
	const services = findEntry(file, "services");
	if (services?.value?.kind !== "mapping" || services.value.isFlow) return "  ";
	return " ".repeat(Math.max(1, columnOf(file.text, services.value.start) - columnOf(file.text, services.start)));
}

function written(name: string, held: Held): readonly string[] {
	if (typeof held === "string") return [held === "" ? `${name}:` : `${name}: ${held}`];
	return [`${name}:`, ...held.map((line) => `  ${line}`)];
}

/** Behind all that stands in the offset's line, a comment included. */
function endOfContent(text: string, offset: number): number {
	const feed = text.indexOf("\n", offset);
	const end = feed < 0 ? text.length : feed;
	return text[end - 1] === "\r" ? end - 1 : end;
}
