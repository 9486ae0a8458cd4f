import { parseBake } from "../../bake/parse.ts";
import type { BakeFile } from "../../bake/syntax.ts";
import { readIgnoreComment } from "../../lint/ignore-comment.ts";
import type { Language, Located } from "../../lint/language.ts";
import { fact } from "../../text/fact.ts";
import { Lines, type Range } from "../../text/text.ts";

/** Bake files, as the linter knows them. JSON has no comments, so nothing is ignored in it by one. */
export const bakeLanguage: Language<BakeFile> = {
	id: "bake",
	extension: "hcl",
	parse: parseBake,
	countRefusals: ({ problems }) => problems.length,
	unreadable: ({ text, problems }) => (problems.length > 0 ? [{ start: 0, end: text.length }] : []),
	ignoreComments,
	statementAt: (file, offset) => partsOf(file).find(({ start, end }) => start <= offset && offset <= end),
	lineToIgnore,
	topOf: ({ text }) => (text.startsWith("\uFEFF") ? 1 : 0),
};

const linesOf = fact(({ text }: BakeFile) => new Lines(text));

/** What a comment can stand above: blocks, and what is set in them and at the top. Outer ones first. */
type Part = Range & { readonly depth: number };

const partsOf = fact(({ blocks, globals }: BakeFile): readonly Part[] =>
	[
		...globals.map(({ start, end }) => ({ start, end, depth: 0 })),
		...blocks.flatMap(({ start, end, attributes, inner }) => [
			{ start, end, depth: 0 },
			...[...attributes, ...inner].map((each) => ({ start: each.start, end: each.end, depth: 1 })),
		]),
	].toSorted((one, other) => one.start - other.start || one.depth - other.depth),
);

const partsByLine = fact((file: BakeFile) => {
	const lines = linesOf(file);
	const parts = new Map<number, Part>();
	for (const part of partsOf(file)) if (!parts.has(lines.lineAt(part.start))) parts.set(lines.lineAt(part.start), part);
	return parts;
});

/** Lines that are nothing but a comment. */
const commentLines = fact((file: BakeFile): ReadonlySet<number> => {
	const lines = linesOf(file);
	return new Set(
		file.comments.flatMap(({ start }) => {
			const line = lines.lineAt(start);
			return file.text.slice(lines.starts[line], start).trim() === "" ? [line] : [];
		}),
	);
});

/** By the line of a comment, the line below it and the comments that follow. */
const linesBelow = fact((file: BakeFile): ReadonlyMap<number, number> => {
	const below = new Map<number, number>();
	for (const line of [...commentLines(file)].toSorted((one, other) => other - one)) below.set(line, below.get(line + 1) ?? line + 1);
	return below;
});

/** Only our own comments mean something here. */
function ignoreComments(file: BakeFile): readonly Located[] {
	return file.comments.flatMap((range): readonly Located[] => {
		const comment = readIgnoreComment(file.text, range);
		if (comment?.dialect !== "hullwright") return [];
		if (comment.scope === "file") return [{ comment, place: "file", range: { start: 0, end: file.text.length } }];
		if (comment.scope === "stage") return [{ comment, place: "stage", range: undefined }];
		const lines = linesOf(file);
		const line = lines.lineAt(range.start);
		const below = commentLines(file).has(line) ? linesBelow(file).get(line) : undefined;
		if (below === undefined) return [{ comment, place: "line", range: lines.lineRange(line) }];
		const part = partsByLine(file).get(below);
		return [{ comment, place: `above ${part?.depth}`, range: part && { start: part.start, end: part.end } }];
	});
}

/** The line of the innermost part around the offset that is the first on its line. */
function lineToIgnore(file: BakeFile, offset: number): ReturnType<Language<BakeFile>["lineToIgnore"]> {
	const lines = linesOf(file);
	const part = file.isJson
		? undefined
		: partsOf(file).findLast((each) => each.start <= offset && offset <= each.end && partsByLine(file).get(lines.lineAt(each.start)) === each);
	if (!part) return undefined;
	const above = ignoreComments(file).flatMap(({ comment, range }) => (comment.scope === "below" && range?.start === part.start ? [comment] : []));
	return { start: lines.starts[lines.lineAt(part.start)] ?? 0, end: part.end, above };
}
