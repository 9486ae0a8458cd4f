import { type Dockerignore, parseDockerignore } from "../../dockerignore/patterns.ts";
import { readIgnoreComment } from "../../lint/ignore-comment.ts";
import type { Language, Located } from "../../lint/language.ts";
import { fact } from "../../text/fact.ts";
import { lastBelow } from "../../text/search.ts";
import { Lines, type Range } from "../../text/text.ts";

/** A `.dockerignore`, as the linter knows it: each line is a pattern, a comment or nothing. */
export const dockerignoreLanguage: Language<Dockerignore> = {
	id: "dockerignore",
	extension: "dockerignore",
	parse: parseDockerignore,
	countRefusals: ({ patterns, refused }) => (refused ? 1 : 0) + patterns.filter(({ matches }) => !matches).length,
	unreadable: () => [],
	ignoreComments,
	statementAt: (file, offset) => patternAt(file, offset)?.at,
	lineToIgnore,
	topOf: ({ text }) => (text.startsWith("\uFEFF") ? 1 : 0),
};

const linesOf = fact(({ text }: Dockerignore) => new Lines(text));

/** What Docker reads as patterns, also what it refuses. */
const readLines = fact(({ patterns, refused }: Dockerignore): readonly { readonly at: Range }[] =>
	refused ? [...patterns, { at: refused }].toSorted((one, other) => one.at.start - other.at.start) : patterns,
);

function patternAt(file: Dockerignore, offset: number): { readonly at: Range } | undefined {
	const lines = linesOf(file);
	const line = lines.lineAt(offset);
	const found = lastBelow(readLines(file), lines.lineRange(line).end + 1, ({ at }) => at.start);
	return found && lines.lineAt(found.at.start) === line ? found : undefined;
}

/** Only our own comments mean something here. A comment is about the pattern below it, as others are that stand between. */
function ignoreComments(file: Dockerignore): readonly Located[] {
	const ignores = file.comments.flatMap((range) => {
		const comment = readIgnoreComment(file.text, range);
		return comment?.dialect === "hullwright" ? [comment] : [];
	});
	if (ignores.length === 0) return [];
	const lines = linesOf(file);
	/** By the line of a comment, the line below it and the comments that follow. */
	const below = new Map<number, number>();
	for (const { start } of file.comments.toReversed()) {
		const next = lines.lineAt(start) + 1;
		below.set(next - 1, below.get(next) ?? next);
	}
	return ignores.map((comment): Located => {
		if (comment.scope === "file") return { comment, place: "file", range: { start: 0, end: file.text.length } };
		if (comment.scope === "stage") return { comment, place: "stage", range: undefined };
		const line = below.get(lines.lineAt(comment.range.start)) ?? lines.starts.length;
		return { comment, place: "pattern", range: line < lines.starts.length ? patternAt(file, lines.starts[line] ?? 0)?.at : undefined };
	});
}

function lineToIgnore(file: Dockerignore, offset: number): ReturnType<Language<Dockerignore>["lineToIgnore"]> {
	const pattern = patternAt(file, offset);
	if (!pattern) return undefined;
	const lines = linesOf(file);
	const line = lines.lineAt(pattern.at.start);
	const above = ignoreComments(file).flatMap(({ comment, range }) => (comment.scope === "below" && range?.start === pattern.at.start ? [comment] : []));
	return { start: lines.starts[line] ?? 0, end: pattern.at.end, above };
}
