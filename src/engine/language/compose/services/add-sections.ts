import { parse } from "../../../compose/parse.ts";
import { sectionInsertion, stepOf } from "../../../compose/rewrite/insert.ts";
import { columnOf, findEntry } from "../../../compose/rewrite/parts.ts";
import { type ComposeFile, nameOf } from "../../../compose/syntax.ts";
import { lineBreakIn } from "../../../text/line-break.ts";
import { applyEdits, type Edit, type Range } from "../../../text/text.ts";

/** Names that a section such as `volumes` is to have, each with the lines below it. */
export type Section = { readonly name: string; readonly entries: readonly (readonly [name: string, lines: readonly string[]])[] };

/** `below` goes right behind the text that is written in place of the word, and `also` elsewhere in the file. */
export type AddedSections = { readonly below: string; readonly also: readonly Edit[] };

/** The file as it is without a word that is being written; undefined where nothing could be added to it. */
export function withoutWord({ text }: ComposeFile, word: Range): ComposeFile | undefined {
	const rest = parse(text.slice(0, word.start) + text.slice(word.end));
	return rest.problems.length > 0 && findEntry(rest, "services") === undefined ? undefined : rest;
}

/** The names that a section has. */
export function namesOfSection(file: ComposeFile, section: string): readonly string[] {
	const held = findEntry(file, section)?.value;
	return held?.kind === "mapping" ? held.entries.flatMap((entry) => nameOf(entry) ?? []) : [];
}

/**
 * What comes with a text that is written in place of a word: in sections that are there, else in new ones below all. `rest` is the file without the word. Undefined where a
 * section is written so that nothing can be added to it.
 */
export function addSections({ text }: ComposeFile, rest: ComposeFile, word: Range, sections: readonly Section[]): AddedSections | undefined {
	const lineBreak = lineBreakIn(text);
	const [root] = rest.roots;
	const lead = " ".repeat(root?.kind === "mapping" ? columnOf(rest.text, root.start) : 0);
	const also: Edit[] = [];
	let below = "";
	for (const { name, entries } of sections) {
		if (entries.length === 0) continue;
		if (findEntry(rest, name)) {
			const edit = additions(rest, name, entries);
			if (!edit) return undefined;
			also.push(moved(edit, word));
		} else {
			const step = stepOf(rest);
			const lines = entries.flatMap(([entry, held]) => [`${lead}${step}${entry}:`, ...held.map((line) => `${lead}${step}${step}${line}`)]);
			below += `${lineBreak}${lead}${name}:${lineBreak}${lines.map((line) => `${line}${lineBreak}`).join("")}`;
		}
	}
	if (below === "") return { below, also };
	// Where the word is the last thing in the file, new sections go below what it becomes, and not in front.
	if (text.slice(word.end).trim() === "") return { below: `${lineBreak}${below}`.replace(/\r?\n$/, ""), also };
	const bare = text.trimEnd();
	// What ends the document stays behind all.
	const marker = bare.endsWith("\n...") ? `...${lineBreak}` : "";
	const end = bare.slice(0, bare.length - (marker === "" ? 0 : 3)).trimEnd().length;
	return { below: "", also: [...also, { start: end, end: text.length, text: `${lineBreak}${below}${marker}` }] };
}

/** All names at once, as one edit; undefined where the section is written so that nothing can be added. */
function additions(file: ComposeFile, section: string, entries: Section["entries"]): Edit | undefined {
	let [text, start, added] = [file.text, -1, ""];
	for (const [name, held] of entries) {
		const edit = sectionInsertion(text === file.text ? file : parse(text), section, name, held.length === 0 ? "" : held);
		if (!edit || edit.start !== edit.end || (start >= 0 && edit.start !== start + added.length)) return undefined;
		if (start < 0) start = edit.start;
		added += edit.text;
		text = applyEdits(text, [edit]);
	}
	return { start, end: start, text: added };
}

/** In the text that still has the word in it. */
const moved = (edit: Edit, word: Range): Edit =>
	edit.start <= word.start ? edit : { ...edit, start: edit.start + word.end - word.start, end: edit.end + word.end - word.start };
