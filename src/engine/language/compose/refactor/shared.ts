import { allNodes, type ComposeEntry, type ComposeFile, type ComposeNode, nameOf, nodesOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { say } from "../../../text/message.ts";
import { type Edit, insert, remove, replace } from "../../../text/text.ts";
import { columnOf, hasComment, lineStart, nextLine } from "./layout.ts";
import { entryIn, isAt, type Place } from "./place.ts";
import type { Change, Rewrite, Rewrites } from "./rewrites.ts";

/** What stands in several services, written once: where it stands first, */
export const sharedByAnchor: Rewrites = {
	there: { title: ({ entry }) => say`Share \`${nameOf(entry) ?? ""}\` with the services that have the same, by an anchor`, edits: (place) => toAnchor(place) },
	back: writtenOut(({ entry }) => !(nameOf(entry) ?? "").startsWith("x-")),
};

/** or above the services, by itself. */
export const sharedByExtension: Rewrites = {
	there: {
		title: ({ entry }) => say`Share \`${nameOf(entry) ?? ""}\` with the services that have the same, by an extension`,
		edits: (place) => toExtension(place),
	},
	back: writtenOut(({ entry }) => (nameOf(entry) ?? "").startsWith("x-")),
};

/** The same key of all services that hold the same, in order; at least two. */
function alike({ file, root, path, entry }: Place): readonly ComposeEntry[] | undefined {
	const own = isAt(path, "services.*.*") ? blockOf(file, entry) : undefined;
	const services = entryIn(file.roots[root], "services")?.value;
	if (own === undefined || services?.kind !== "mapping") return undefined;
	const entries = services.entries.flatMap(({ value }) => entryIn(value, nameOf(entry) ?? "") ?? []).filter((each) => blockOf(file, each) === own);
	return entries.length > 1 ? entries : undefined;
}

/** The lines of a block below its key, indented from there; undefined of anything else, and where it holds what cannot stand twice. */
function blockOf(file: ComposeFile, { key, value }: ComposeEntry): string | undefined {
	const { text } = file;
	if ((value?.kind !== "mapping" && value?.kind !== "sequence") || value.isFlow || hasComment(file, value)) return undefined;
	if (!/^:\r?\n$/.test(text.slice(key.end, lineStart(text, value.start)))) return undefined;
	for (const node of nodesOf(value)) if (node.kind === "alias" || node.anchor !== undefined || node.tag !== undefined) return undefined;
	return lines(text, lineStart(text, value.start), value.end, columnOf(text, key.start));
}

/** Without so many blanks in front of each; undefined where a line has fewer. */
function lines(text: string, start: number, end: number, column: number): string | undefined {
	const all = text.slice(start, end).split("\n");
	return all.every((line) => line.trim() === "" || line.slice(0, column).trim() === "") ? all.map((line) => line.slice(column)).join("\n") : undefined;
}

const indented = (block: string, column: number): string => block.replace(/^(?=.*\S)/gm, " ".repeat(column));

function toAnchor(place: Place): Change | undefined {
	const [first, ...others] = alike(place) ?? [];
	const name = first && freeName(place.file, nameOf(first) ?? "");
	if (!first || !name) return undefined;
	return { edits: [insert(first.key.end + 1, ` &${name}`), ...others.map((each) => asAlias(each, name))] };
}

function toExtension(place: Place): Change | undefined {
	const { file, root } = place;
	const entries = alike(place);
	const [first] = entries ?? [];
	const name = first && freeName(file, nameOf(first) ?? "");
	const document = file.roots[root];
	const services = entryIn(document, "services");
	const extension = `x-${name ?? ""}`;
	if (!entries || !first || !name || !services || entryIn(document, extension)) return undefined;
	const lineBreak = lineBreakIn(file.text);
	const block = blockOf(file, first) ?? "";
	const text = `${extension}: &${name}${lineBreak}${block}${lineBreak}${lineBreak}`;
	return { edits: [insert(above(file.text, services.start), text), ...entries.map((each) => asAlias(each, name))], extension };
}

const asAlias = ({ key, end }: ComposeEntry, name: string): Edit => replace({ start: key.end + 1, end }, ` *${name}`);

/** In front of the comments that stand directly above. */
function above(text: string, offset: number): number {
	let at = lineStart(text, offset);
	while (at > 0 && /^#/.test(text.slice(lineStart(text, at - 1), at))) at = lineStart(text, at - 1);
	return at;
}

function freeName(file: ComposeFile, wanted: string): string | undefined {
	const taken = new Set(allNodes(file).map(({ anchor }) => anchor));
	return [wanted, ...Array.from({ length: 9 }, (_, index) => `${wanted}-${index + 2}`)].find((name) => !taken.has(name));
}

/** Each alias becomes what it stands for, and the anchor goes. */
function writtenOut(isOurs: (anchored: { readonly entry: ComposeEntry }) => boolean): Rewrite {
	return {
		title: ({ value }) => say`Write out \`*${nameIn(value) ?? ""}\` wherever it stands`,
		edits({ file, value }) {
			const name = nameIn(value);
			const { text } = file;
			const entries = file.roots.flatMap((root) => [...entriesBelow(root)]);
			const anchored = entries.find((each) => each.value?.anchor === name);
			const aliases = entries.filter((each) => each.value?.kind === "alias" && each.value.name === name);
			const all = allNodes(file).filter((node) => node.kind === "alias" && node.name === name);
			if (name === undefined || !anchored?.value || !isOurs({ entry: anchored }) || aliases.length === 0 || aliases.length !== all.length) return undefined;
			const mark = { start: anchored.key.end + 1, end: anchored.key.end + 1 + ` &${name}`.length };
			const ownLine = lineStart(text, anchored.value.start);
			if (text.slice(mark.start, mark.end) !== ` &${name}` || nextLine(text, mark.end) !== ownLine) return undefined;
			const block = lines(text, ownLine, anchored.value.end, columnOf(text, anchored.key.start));
			if (block === undefined || aliases.some(({ key, end }) => text.slice(key.end, end) !== `: *${name}`)) return undefined;
			const lineBreak = lineBreakIn(text);
			const written = aliases.map(({ key, end }) => replace({ start: key.end + 1, end }, lineBreak + indented(block, columnOf(text, key.start))));
			const own = nameOf(anchored) ?? "";
			if (!own.startsWith("x-")) return { edits: [...written, remove(mark)] };
			const end = nextLine(text, anchored.end);
			return {
				edits: [...written, remove({ start: anchored.start, end: text.slice(end, nextLine(text, end)).trim() === "" ? nextLine(text, end) : end })],
				extension: own,
			};
		},
	};
}

const nameIn = (value: ComposeNode | undefined): string | undefined => (value?.kind === "alias" ? value.name : value?.anchor);

function* entriesBelow(node: ComposeNode): Generator<ComposeEntry> {
	if (node.kind === "sequence") for (const item of node.items) yield* entriesBelow(item);
	if (node.kind !== "mapping") return;
	for (const entry of node.entries) {
		yield entry;
		if (entry.value) yield* entriesBelow(entry.value);
	}
}
