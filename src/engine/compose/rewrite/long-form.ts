import { type Edit, type Range, replace } from "../../text/text.ts";
import type { ComposeFile } from "../syntax.ts";
import { columnOf, lineEndOf, partsAround } from "./parts.ts";

/** An item of a list as a mapping instead of text. What a name holds is text, or names and texts again. Undefined for what is no item, or has an anchor. */
export function inLongForm(file: ComposeFile, at: Range, held: readonly Named[]): Edit | undefined {
	const part = partsAround(file, at).at(-1);
	if (part?.kind !== "item" || part.item.start !== at.start || part.item.anchor !== undefined) return undefined;
	if (part.within.isFlow) return replace(at, inBraces(held));
	const between = `${lineEndOf(file.text)}${" ".repeat(columnOf(file.text, at.start))}`;
	return replace(at, linesOf(held).join(between));
}

export type Named = readonly [name: string, held: string | readonly Named[]];

const linesOf = (held: readonly Named[]): readonly string[] =>
	held.flatMap(([name, value]) => (typeof value === "string" ? [`${name}: ${value}`] : [`${name}:`, ...linesOf(value).map((line) => `  ${line}`)]));

const inBraces = (held: readonly Named[]): string =>
	`{ ${held.map(([name, value]) => `${name}: ${typeof value === "string" ? value : inBraces(value)}`).join(", ")} }`;
