import { parse } from "../../../compose/parse.ts";
import { type ComposeFile, nameOf } from "../../../compose/syntax.ts";
import type { Message } from "../../../text/message.ts";
import { applyEdits, type Edit, type Range } from "../../../text/text.ts";
import { environmentAndFile } from "./environment-and-file.ts";
import { listAndMapping } from "./list-and-mapping.ts";
import { entryIn, type Place, placesAt, samePlace } from "./place.ts";
import type { NewFile, Rewrite, Rewrites } from "./rewrites.ts";
import { sameProject, type Surroundings } from "./same-project.ts";
import { serviceAndInclude } from "./service-and-include.ts";
import { sharedByAnchor, sharedByExtension } from "./shared.ts";
import { shortAndLong } from "./short-and-long.ts";
import { stringAndBlock } from "./string-and-block.ts";
import { stringAndList } from "./string-and-list.ts";

/** Something that can be written otherwise, with the project staying what it is. */
export type Refactoring = { readonly title: Message; readonly edits: readonly Edit[]; readonly creates: NewFile | undefined };

const all: readonly Rewrites[] = [
	listAndMapping,
	shortAndLong,
	stringAndList,
	stringAndBlock,
	sharedByAnchor,
	sharedByExtension,
	environmentAndFile,
	serviceAndInclude,
];

/** In a file of more characters the trying takes longer than anybody waits for a menu. */
const longest = 200_000;

/**
 * What can be written otherwise at the selection. Each is tried before it is offered: Compose makes the same of the file afterwards, and the other direction gives the
 * text back as it was, byte by byte. Nothing is offered where that would take too long.
 */
export function refactoringsAt(file: ComposeFile, selection: Range, around: Surroundings): readonly Refactoring[] {
	if (file.problems.length > 0 || file.text.length > longest) return [];
	const places = placesAt(file, selection);
	const isSame = sameProject(around, file.text);
	return all.flatMap((rewrites) => {
		const { there, back } = rewrites;
		for (const place of places) {
			const found = offered(place, there, back, rewrites) ?? offered(place, back, there, rewrites);
			if (found) return [found];
		}
		return [];
	});

	function offered(place: Place, rewrite: Rewrite, back: Rewrite, { isAnyOrder = false }: Rewrites): Refactoring | undefined {
		const change = rewrite.edits(place, around);
		if (!change || change.edits.length === 0) return undefined;
		const { edits, creates, extension } = change;
		const after = applyEdits(file.text, edits);
		const texts = new Map([[around.path, after], ...(creates ? [[creates.path, creates.text] as const] : [])]);
		if (!isTakenBack(place, after, back, texts, isAnyOrder) || !isSame(texts, new Set(extension === undefined ? [] : [extension]))) return undefined;
		return { title: rewrite.title(place), edits, creates };
	}

	function isTakenBack(place: Place, after: string, back: Rewrite, texts: ReadonlyMap<string, string>, isAnyOrder: boolean): boolean {
		const changed = parse(after);
		if (changed.problems.length > 0) return false;
		const files = { ...around.files, text: (path: string) => texts.get(path) ?? around.files.text(path) };
		// What has come into being or moved is looked for where it now stands.
		const same = samePlace(changed, place);
		const candidates = [...(same ? [keptSelection(place, same)] : []), ...placesAround(changed, place)];
		return candidates.some((candidate) => {
			// A file that would be created is there already where it was taken in.
			const returned = back.edits(candidate, { ...around, files }) ?? back.edits(candidate, { ...around, files: { ...files, text: () => undefined } });
			const text = returned && applyEdits(after, returned.edits);
			return text !== undefined && (text === file.text || (isAnyOrder && linesOf(text) === linesOf(file.text)));
		});
	}
}

/** Those from which the way back may begin besides: the siblings of the entry, what is included, and the services. */
function placesAround(file: ComposeFile, { root, path }: Place): readonly Place[] {
	const services = entryIn(file.roots[root], "services")?.value;
	const names = services?.kind === "mapping" ? services.entries.flatMap((entry) => nameOf(entry) ?? []) : [];
	const paths = [...["env_file", "environment"].map((name) => [...path.slice(0, -1), name]), ["include"], ...names.map((name) => ["services", name])];
	return paths.flatMap((each) => samePlace(file, { root, path: each }) ?? []);
}

/** The items that were selected, in the other version. */
function keptSelection({ value, selection }: Place, same: Place): Place {
	const index = value?.kind === "sequence" ? value.items.findIndex(({ start, end }) => start <= selection.end && selection.start <= end) : -1;
	const item = same.value?.kind === "sequence" && index >= 0 ? same.value.items[index] : undefined;
	return item ? { ...same, selection: { start: item.start, end: item.start } } : same;
}

const linesOf = (text: string): string =>
	text
		.split(/\r?\n/)
		.filter((line) => line.trim() !== "")
		.sort()
		.join("\n");
