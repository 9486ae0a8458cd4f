import { insert, type Edit, type Range } from "../text/text.ts";
import type { IgnoreComment } from "./ignore-comment.ts";
import type { Language, SourceFile } from "./language.ts";
import { lineBreakIn } from "../text/line-break.ts";

type Target = { readonly rule: string; readonly aliases: readonly string[]; readonly at: Range };

/** Ignores the rule where the finding is, by a comment above; undefined where none can stand. */
export function ignoreOnLine<File extends SourceFile>(language: Language<File>, file: File, finding: Target): Edit | undefined {
	const line = language.lineToIgnore(file, finding.at.start);
	return line && (mergedInto(file, line.above, finding) ?? insertedAbove(file, line.start, line.above, finding));
}

/** As `ignoreOnLine`, by a comment of its own, so that a reason can follow `before` in the same line. */
export type IgnoreForReason = { readonly start: number; readonly before: string; readonly after: string };

/** Undefined where no comment can stand. */
export function ignoreForReason<File extends SourceFile>(language: Language<File>, file: File, finding: Target): IgnoreForReason | undefined {
	const line = language.lineToIgnore(file, finding.at.start);
	if (!line) return undefined;
	const { start, text } = insertedAbove(file, line.start, line.above, finding);
	const after = lineBreakIn(file.text);
	return { start, before: `${text.slice(0, -after.length)} `, after };
}

/** Ignores the rule in all of the file. */
export function ignoreInFile<File extends SourceFile>(language: Language<File>, file: File, finding: Target): Edit {
	const inFile = language.ignoreComments(file).flatMap(({ comment }) => (comment.scope === "file" ? comment : []));
	return mergedInto(file, inFile, finding) ?? insertedAtTop(file, language.topOf(file), finding);
}

/** Into a comment of ours or else of hadolint's, which takes hadolint's own names only. */
function mergedInto({ text }: SourceFile, comments: readonly IgnoreComment[], { rule, aliases }: Target): Edit | undefined {
	const foreign = aliases.find((alias) => /^(DL|SC)\d/.test(alias));
	const candidates = [["hullwright", rule] as const, ["hadolint", foreign] as const];
	for (const [dialect, name] of candidates) {
		const names = comments.findLast((comment) => comment.dialect === dialect && comment.names[0]?.text)?.names;
		const [first, second, last] = [names?.[0], names?.[1], names?.at(-1)];
		if (first && last && name) return insert(last.end, `${second ? text.slice(first.end, second.start) : ","}${name}`);
	}
	return undefined;
}

/** Above other linters' comments as well, for those count only directly above what they are about. */
function insertedAbove({ text }: SourceFile, lineStart: number, above: readonly IgnoreComment[], { rule }: Target): Edit {
	const firstForeign = above.find(({ dialect }) => dialect !== "hullwright");
	const start = afterMark(text, firstForeign ? text.lastIndexOf("\n", firstForeign.range.start) + 1 : lineStart);
	const [indentation] = /^[ \t]*/.exec(text.slice(start, start + 200)) ?? [""];
	return insert(start, `${indentation}# hullwright ignore=${rule}${lineBreakIn(text)}`);
}

function insertedAtTop({ text }: SourceFile, offset: number, { rule }: Target): Edit {
	const comment = `# hullwright file ignore=${rule}`;
	const isLineStart = offset === 0 || text[offset - 1] === "\n" || text[offset - 1] === "\uFEFF";
	return insert(offset, isLineStart ? `${comment}${lineBreakIn(text)}` : `${lineBreakIn(text)}${comment}`);
}

/** A byte order mark stays first. */
const afterMark = (text: string, offset: number): number => (offset === 0 && text.startsWith("\uFEFF") ? 1 : offset);
