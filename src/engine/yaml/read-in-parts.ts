import type { Edit, Range } from "../text/text.ts";
import { type LibraryTree, libraryTree } from "./library-tree.ts";
import { type Part, partsOf } from "./parts.ts";
import { readPart, readTree } from "./read-tree.ts";
import { hasRepeatedKeys } from "./repeated-keys.ts";
import { endOfText } from "../text/end-of-text.ts";
import type { YamlEntry, YamlMapping, YamlNode } from "./syntax.ts";

/** `mayRead` is false of an edit with which the text still has a mistake. */
export type InParts = LibraryTree & { mayRead(edit: Edit): boolean };

/** In fewer parts a text is as well read whole. */
const fewest = 4;

/**
 * What `libraryTree` says of a text that has its mistake in one place, for the price of that place: whoever types makes a mistake with every other key. The parser is shown
 * the place below the line of the key that holds it, and with what follows it: where it finds that again, it is where it would be in the whole text. Undefined where it
 * does not.
 */
export function readInParts(text: string): InParts | undefined {
	const parts = partsOf(text);
	if (parts.length < fewest) return undefined;
	const read = parts.map((part) => readPart(text, part));
	const first = read.indexOf(undefined);
	let last = read.lastIndexOf(undefined);
	if (first < 0 || parts.slice(first, last).some(({ heading }) => heading !== parts[last]?.heading)) return undefined;
	for (let tries = 0; tries < mostTries && last < parts.length; tries++) {
		const found = readAround(text, parts, read, first, last);
		if (found) return found;
		// What follows may have become a part of it: of what stands beside it, or with all below it.
		for (last++; parts[last + 1]?.heading && parts[last + 1]?.heading !== parts[first]?.heading;) last++;
	}
	return undefined;
}

const mostTries = 2;
/** A place of so many characters takes little time, whatever the text is like. */
const longestSurely = 10_000;

type ReadPart = ReturnType<typeof readPart>;

/** The place is what the parts from `first` to `last` are. */
function readAround(text: string, parts: readonly Part[], read: readonly ReadPart[], first: number, last: number): InParts | undefined {
	const [begin, end, next] = [parts[first], parts[last], parts[last + 1]];
	// Most of the text is as well read whole.
	if (!begin || !end || end.end - begin.start > Math.max(longestSurely, text.length / 2)) return undefined;
	const place: Part = { ...begin, end: end.end };
	const before = frameBefore(text, place);
	const nextLine = next ? text.slice(next.start, text.indexOf("\n", next.start) + 1 || undefined) : "";
	const { roots, comments, problems, tooDeep } = libraryTree(before + text.slice(place.start, place.end) + nextLine);
	if (tooDeep || problems.some(({ at }) => at.start < place.start || at.start >= place.end + (next ? 0 : 1))) return undefined;
	const found = entriesIn(roots, place, next && { isBeside: next.heading === place.heading, start: read[last + 1]?.entries[0]?.start });
	const root = found && assembled(text, parts, read, { ...found, first, last });
	if (!root) return undefined;
	const ofPlace = comments.filter(({ start }) => start >= place.start && start < place.end);
	return {
		roots: [root],
		comments: [...commentsOf(read.slice(0, first)), ...ofPlace, ...commentsOf(read.slice(last + 1))],
		problems,
		tooDeep,
		mayRead(edit) {
			if (edit.start < place.start || edit.end > place.end) return true;
			const edited = text.slice(place.start, edit.start) + edit.text + text.slice(edit.end, place.end);
			// What is moved may become a part of what stands before it.
			const above = parts[first - 1];
			const beside = above ? headingOf(text, above) + text.slice(above.start, above.end) : "";
			const after = next ? text.slice(next.start, next.end) : "";
			return readTree(beside + edited + after)?.roots.every(({ kind }) => kind === "mapping") === true;
		},
	};
}

const commentsOf = (read: readonly ReadPart[]): readonly Range[] => read.flatMap((each) => each?.comments ?? []);

/** As long as all that stands before the place: a comment, and the line of the key above. */
function frameBefore(text: string, part: Part): string {
	const line = headingOf(text, part);
	const left = part.start - line.length;
	return (left > 1 ? `#${" ".repeat(left - 2)}\n` : "\n".repeat(left)) + line;
}

const headingOf = (text: string, { heading }: Part): string => (heading ? text.slice(heading.start, heading.end) : "");

type Found = { readonly own: readonly YamlEntry[]; /** Those that turned out to stand beside the key above. */ readonly above: readonly YamlEntry[] };

/** What the place holds, without what follows it. Undefined where what follows was not found. */
function entriesIn(roots: readonly YamlNode[], { heading }: Part, next: { isBeside: boolean; start: number | undefined } | undefined): Found | undefined {
	const [root] = roots;
	if (roots.length !== 1 || root?.kind !== "mapping") return undefined;
	const [holder, ...beside] = root.entries;
	const held = holder?.value;
	if (heading && (held?.kind !== "mapping" || held.isFlow)) return undefined;
	const own = heading && held?.kind === "mapping" ? held.entries : root.entries;
	const above = heading ? beside : [];
	if (!next) return { own, above };
	if (next.isBeside) return own.at(-1)?.start === next.start && above.length === 0 ? { own: own.slice(0, -1), above } : undefined;
	return heading && above.at(-1)?.start === next.start ? { own, above: above.slice(0, -1) } : undefined;
}

/** The mapping that the whole text is. */
function assembled(
	text: string,
	parts: readonly Part[],
	read: readonly ReadPart[],
	{ own, above, first, last }: Found & { readonly first: number; readonly last: number },
): YamlMapping | undefined {
	const entriesOf = (index: number): readonly YamlEntry[] => (index === first ? own : index > first && index <= last ? [] : (read[index]?.entries ?? []));
	const top: YamlEntry[] = [];
	for (let index = 0, begin = 0; begin < parts.length; begin = index) {
		const held: YamlEntry[] = [];
		for (index = begin + 1; parts[index]?.heading; index++) held.push(...entriesOf(index));
		const entries = entriesOf(begin);
		const [entry] = entries;
		const isInPlace = begin >= first && begin <= last;
		if (index === begin + 1 || isInPlace) top.push(...entries);
		else if (entry && entries.length === 1 && held.length > 0 && !hasRepeatedKeys(held)) {
			const value = mappingOf(text, held);
			top.push({ ...entry, end: value.end, value });
		} else return undefined;
		if (begin <= first && first < index) top.push(...above);
	}
	return top.length > 0 && !hasRepeatedKeys(top) ? mappingOf(text, top) : undefined;
}

function mappingOf(text: string, entries: readonly YamlEntry[]): YamlMapping {
	const start = entries[0]?.start ?? 0;
	return { start, end: endOfText(text, start, entries.at(-1)?.end ?? start), kind: "mapping", anchor: undefined, tag: undefined, entries, isFlow: false };
}
