import { placeAt } from "../../dockerfile/names.ts";
import type { Place } from "../../dockerfile/named.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import type { Range } from "../../text/text.ts";

/** A name in the file, what it is asked about at, and where that leads. */
export type Definition = { readonly origin: Range; readonly target: Range; readonly statement: Range };

/** Where what is named at the offset is defined: that of a definition is itself, or the argument above the first FROM that it hands to its stage. */
export function definitionAt(file: Dockerfile, offset: number): Definition | undefined {
	const place = placeAt(file, offset);
	const target = place?.definition ?? (place?.role === "definition" ? place : undefined);
	return place && target && { origin: rangeOf(place), target: rangeOf(target), statement: target.instruction.range };
}

/** All places where the same is named, in order. Those that define it are among them where they are wanted. */
export function referencesAt(file: Dockerfile, offset: number, { definitions }: { readonly definitions: boolean }): readonly Range[] {
	const places = placeAt(file, offset)?.named.places ?? [];
	return places.filter(({ role }) => definitions || role !== "definition").map(rangeOf);
}

/** The stage or argument that is named at the offset, which other files may name, too. */
export function namedOutsideAt(file: Dockerfile, offset: number): { readonly kind: "stage" | "argument"; readonly name: string } | undefined {
	const named = placeAt(file, offset)?.named;
	return named && (named.kind === "argument" || (named.kind === "stage" && named.stage?.name)) ? { kind: named.kind, name: named.name } : undefined;
}

/** The same places, and at which of them it is given a value or made. */
export const highlightsAt = (file: Dockerfile, offset: number): readonly (Range & { readonly isWrite: boolean })[] =>
	(placeAt(file, offset)?.named.places ?? []).map((place) => ({ ...rangeOf(place), isWrite: place.role !== "reference" }));

/** The places of a stage's name, or of the words around a here document, that may be edited together, for they read the same. Undefined where there is only one. */
export function linkedAt(file: Dockerfile, offset: number): readonly Range[] | undefined {
	const place = placeAt(file, offset);
	if (!place?.isWritten || offset < place.start || (place.named.kind !== "stage" && place.named.kind !== "heredoc")) return undefined;
	const text = textOf(file, place);
	const ranges = place.named.places.filter((each) => each.isWritten && textOf(file, each) === text).map(rangeOf);
	return ranges.length > 1 ? ranges : undefined;
}

const textOf = ({ text }: Dockerfile, { start, end }: Place): string => text.slice(start, end);

const rangeOf = ({ start, end }: Range): Range => ({ start, end });
