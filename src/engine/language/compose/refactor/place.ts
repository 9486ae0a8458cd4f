import { type ComposeEntry, type ComposeFile, type ComposeNode, nameOf } from "../../../compose/syntax.ts";
import type { Range } from "../../../text/text.ts";

/** An entry of a mapping with what leads to it. */
export type Place = {
	readonly file: ComposeFile;
	/** Which of the documents. */
	readonly root: number;
	/** Names of entries; a place in a list is a number. */
	readonly path: readonly (string | number)[];
	readonly entry: ComposeEntry;
	readonly value: ComposeNode | undefined;
	/** What was selected. */
	readonly selection: Range;
};

/** The entries around the selection, inner ones first. */
export function placesAt(file: ComposeFile, selection: Range): readonly Place[] {
	const places: Place[] = [];
	for (const [root, node] of file.roots.entries()) descend(node, [], root);
	return places;

	function descend(node: ComposeNode, path: Place["path"], root: number): void {
		if (node.kind === "sequence") {
			for (const [index, item] of node.items.entries()) if (holds(item, selection)) descend(item, [...path, index], root);
			return;
		}
		if (node.kind !== "mapping") return;
		for (const entry of node.entries) {
			const name = nameOf(entry);
			if (name === undefined || !holds(entry, selection)) continue;
			const { value } = entry;
			places.unshift({ file, root, path: [...path, name], entry, value, selection });
			if (value) descend(value, [...path, name], root);
		}
	}
}

const holds = (outer: Range, { start, end }: Range): boolean => outer.start <= start && end <= outer.end;

/** The entry of the same path in another version of the file. */
export function samePlace(file: ComposeFile, { root, path }: Pick<Place, "root" | "path">): Place | undefined {
	let node = file.roots[root];
	let entry: ComposeEntry | undefined;
	for (const part of path) {
		if (typeof part === "number") {
			node = node?.kind === "sequence" ? node.items[part] : undefined;
			continue;
		}
		entry = node?.kind === "mapping" ? node.entries.find((each) => nameOf(each) === part) : undefined;
		node = entry?.value;
	}
	return entry && { file, root, path, entry, value: entry.value, selection: entry.key };
}

/** A path is like a pattern of names, with `*` for any. */
export const isAt = (path: Place["path"], pattern: string): boolean => {
	const parts = pattern.split(".");
	return parts.length === path.length && parts.every((part, index) => part === "*" || part === path[index]);
};

/** Nothing is written there. */
export const isEmpty = (node: ComposeNode | undefined): boolean => node === undefined || (node.kind === "scalar" && node.start === node.end && node.isPlain);

/** It stands for nothing else and nothing else can stand for it. */
export const isOrdinary = (node: ComposeNode | undefined): boolean =>
	node === undefined || (node.kind !== "alias" && node.anchor === undefined && node.tag === undefined);

/** The entry of a mapping by its name. */
export const entryIn = (node: ComposeNode | undefined, name: string): ComposeEntry | undefined =>
	node?.kind === "mapping" ? node.entries.find((entry) => nameOf(entry) === name) : undefined;
