import type { Style } from "./style.ts";

/** A part of a text that does not look as usual. */
export type Span = { readonly start: number; readonly end: number; readonly style: Style };

/** Adds one that begins where the last ends, or later. */
export function addSpan(spans: Span[], start: number, end: number, style: Style): void {
	const last = spans.at(-1);
	if (last && last.end === start && last.style === style) spans[spans.length - 1] = { start: last.start, end, style };
	else spans.push({ start, end, style });
}
