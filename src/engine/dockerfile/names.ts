import { fact } from "../text/fact.ts";
import { countBelow } from "../text/search.ts";
import type { Range } from "../text/text.ts";
import { spelledAt } from "./spelled.ts";
import { type Stage, stageReferences, stagesOf } from "./stages.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { draftOf, type Named, type NamedDraft, type Place } from "./named.ts";
import { variablePlaces } from "./variable-names.ts";

/** All places where something is named, in the order in which they begin. */
export const placesIn = fact((file: Dockerfile): readonly Place[] => {
	const places = [...stagePlaces(file), ...heredocPlaces(file), ...variablePlaces(file)].sort((one, other) => one.from - other.from || other.end - one.end);
	for (const place of places) (place.named as NamedDraft).places.push(place);
	return places;
});

/** The innermost place that the offset is in, or at the end of. */
export function placeAt(file: Dockerfile, offset: number): Place | undefined {
	const places = placesIn(file);
	const next = countBelow(places, offset + 1, ({ from }) => from);
	// A variable may stand in a name, and nothing in that.
	for (const place of [places[next - 1], places[next - 2]]) if (place && offset <= place.end) return place;
	return undefined;
}

function stagePlaces(file: Dockerfile): readonly Place[] {
	const stages = stagesOf(file);
	const definitions = stages.map((stage): Place => {
		const { name, index, from } = stage;
		const named = draftOf("stage", name?.text ?? String(index), stage);
		const word = name ?? from.keywordRange;
		return { ...placed(named, word, from), role: "definition", isWritten: name !== undefined && isWritten(file, word, named.name), definition: undefined };
	});
	const references: Place[] = [];
	const referred = new Set<Stage>();
	const refer = (stage: Stage | undefined, word: Word | undefined, instruction: Instruction): void => {
		const definition = stage && definitions[stage.index];
		if (!definition || !word) return;
		referred.add(stage);
		const { named } = definition;
		const at = written(file, word);
		const isName = stage.name !== undefined && isWritten(file, at, named.name);
		references.push({ ...placed(named, at, instruction), role: "reference", isWritten: isName, definition });
	};
	for (const { parent, image, from } of stages) refer(parent, image, from);
	for (const { stage, to, instruction } of stageReferences(file)) refer(stage, to, instruction);
	// A FROM without a name bears none that nothing calls by its number.
	return [...definitions.filter(({ named: { stage } }) => stage && (stage.name || referred.has(stage))), ...references];
}

const placed = (named: Named, { start, end }: Range, instruction: Instruction) => ({ named, start, end, from: start, instruction });

/** Docker compares names of stages without regard to case. */
const isWritten = (file: Dockerfile, { start, end }: Range, name: string): boolean => spelledAt(file, start, name)?.end === end;

/** Where the word's text stands behind a `from=` that has quotes about it, or is over several lines. */
function written({ text }: Dockerfile, word: Word): Range {
	const source = text.slice(word.start, word.end);
	if (source === word.text) return word;
	for (let at = source.indexOf(word.text); at >= 0; at = source.indexOf(word.text, at + 1)) {
		const end = at + word.text.length;
		if (/\bfrom=["']?$/i.test(source.slice(Math.max(0, at - 7), at)) && !/[^,"'\s]/.test(source[end] ?? ""))
			return { start: word.start + at, end: word.start + end };
	}
	return word;
}

/** The word behind `<<` and the line that ends the text. */
function heredocPlaces(file: Dockerfile): readonly Place[] {
	const places: Place[] = [];
	for (const instruction of file.instructions) {
		for (const { name, opener, terminator } of instruction.heredocs) {
			const named = draftOf("heredoc", name);
			const isPlain = (range: Range): boolean => file.text.slice(range.start, range.end) === name;
			const within = file.text.slice(opener.start, opener.end).lastIndexOf(name);
			const word = name !== "" && within >= 0 ? { start: opener.start + within, end: opener.start + within + name.length } : opener;
			const definition: Place = { ...placed(named, word, instruction), role: "definition", isWritten: isPlain(word), definition: undefined };
			places.push(definition);
			// Tabs may stand before the word at the end.
			const last = { start: Math.max(terminator.start, terminator.end - name.length), end: terminator.end };
			if (last.end > last.start) places.push({ ...placed(named, last, instruction), role: "reference", isWritten: isPlain(last), definition });
		}
	}
	return places;
}
