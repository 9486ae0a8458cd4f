import { templateOf, valueAt, valuesIn } from "./json-values.ts";
import { type InspectedKind, type InspectLink, linksIn } from "./links.ts";

/** The links in a description, and the template of the value at a place. Loaded with the first description that is shown. */
export const linksInText = (kind: InspectedKind, text: string): readonly InspectLink[] => linksIn(kind, valuesIn(text));

export function templateAtOffset(text: string, offset: number): string | undefined {
	const value = valueAt(valuesIn(text), offset);
	return value && templateOf(value);
}
