import type { Dockerignore } from "../dockerignore/patterns.ts";
import { fact } from "../text/fact.ts";
import { type Edit, Lines, type Range, remove } from "../text/text.ts";

const linesOf = fact(({ text }: Dockerignore) => new Lines(text));

/** The number of the line, from 1. */
export const lineOf = (file: Dockerignore, { start }: Range): number => linesOf(file).lineAt(start) + 1;

/** Takes the line away that the range is in, with its line end. */
export function withoutLine(file: Dockerignore, { start }: Range): Edit {
	const lines = linesOf(file);
	const line = lines.lineAt(start);
	const from = Math.max(lines.starts[line] ?? 0, file.text.startsWith("\uFEFF") ? 1 : 0);
	const next = lines.starts[line + 1];
	if (next !== undefined) return remove({ start: from, end: next });
	return remove({ start: line > 0 ? lines.lineRange(line - 1).end : from, end: file.text.length });
}

/** Backslashes that are meant to part folders, as they do on Windows: behind one a character that has no meaning of its own needs none. */
export function windowsSeparators({ text }: Dockerignore, { start, end }: Range): readonly Range[] {
	const written = text.slice(start, end);
	if (/\\[*?[\]#! ]/.test(written.replaceAll("\\*", "*"))) return [];
	return [...written.matchAll(/\\+(?![*?[\]\\#! ])/g)].map(({ index, 0: { length } }) => ({ start: start + index, end: start + index + length }));
}
