import type { Dockerfile } from "../dockerfile/syntax.ts";
import { insert, Lines, type Edit, type Range } from "../text/text.ts";
import type { IgnoreComment } from "./ignore-comment.ts";
import { commentsAbove, locateIgnoreComments } from "./suppression.ts";

type Target = { readonly rule: string; readonly aliases: readonly string[]; readonly at: Range };

/** Ignores the rule in the instruction where the finding is, its comments above included; undefined where the finding is in none. */
export function ignoreOnLine(file: Dockerfile, finding: Target): Edit | undefined {
	const instruction = file.instructions.find(({ fullRange }) => finding.at.start <= fullRange.end);
	if (!instruction) return undefined;
	const block = commentsAbove(file, instruction);
	// Not the keyword's line: lines with nothing but a continuation may stand before it.
	const lineStart = new Lines(file.text).starts[instruction.startLine - 1] ?? 0;
	if (finding.at.start < (block[0]?.start ?? lineStart)) return undefined;
	const above = locateIgnoreComments(file).flatMap(({ comment, place }) =>
		place === "instruction" && block.some(({ start }) => start === comment.range.start) ? comment : [],
	);
	return mergedInto(file, above, finding) ?? insertedAbove(file, lineStart, above, finding);
}

/** Ignores the rule in all of the file. */
export function ignoreInFile(file: Dockerfile, finding: Target): Edit {
	const inFile = locateIgnoreComments(file).flatMap(({ comment }) => (comment.scope === "file" ? comment : []));
	return mergedInto(file, inFile, finding) ?? insertedAtTop(file, finding);
}

/** Into a comment of ours or else of hadolint's, which takes hadolint's own names only. */
function mergedInto({ text }: Dockerfile, comments: readonly IgnoreComment[], { rule, aliases }: Target): Edit | undefined {
	const foreign = aliases.find((alias) => /^(DL|SC)\d/.test(alias));
	const candidates = [["hullwright", rule] as const, ["hadolint", foreign] as const];
	for (const [dialect, name] of candidates) {
		const names = comments.findLast((comment) => comment.dialect === dialect && comment.names[0]?.text)?.names;
		const [first, second, last] = [names?.[0], names?.[1], names?.at(-1)];
		if (first && last && name) return insert(last.end, `${second ? text.slice(first.end, second.start) : ","}${name}`);
	}
	return undefined;
}

/** Above other linters' comments as well, for those count only directly above the instruction. */
function insertedAbove({ text }: Dockerfile, instructionStart: number, above: readonly IgnoreComment[], { rule }: Target): Edit {
	const firstForeign = above.find(({ dialect }) => dialect !== "hullwright");
	const start = afterMark(text, firstForeign ? text.lastIndexOf("\n", firstForeign.range.start) + 1 : instructionStart);
	const [indentation] = /^[ \t]*/.exec(text.slice(start, start + 200)) ?? [""];
	return insert(start, `${indentation}# hullwright ignore=${rule}${lineEndOf(text)}`);
}

/** Parser directives stay first, and so does the line that says which program runs the file. */
function insertedAtTop({ text, comments, directives, problems }: Dockerfile, { rule }: Target): Edit {
	let offset = afterMark(text, 0);
	for (const { start, end } of comments) {
		const mustStayFirst =
			text.startsWith("#!", start) || directives.some(({ range }) => range.start === start) || problems.some(({ at }) => at.start === start);
		if (text.slice(offset, start).trim() || !mustStayFirst) break;
		const feed = text.indexOf("\n", end);
		if (feed < 0) return insert(text.length, `${lineEndOf(text)}# hullwright file ignore=${rule}`);
		offset = feed + 1;
	}
	return insert(offset, `# hullwright file ignore=${rule}${lineEndOf(text)}`);
}

/** A byte order mark stays first. */
const afterMark = (text: string, offset: number): number => (offset === 0 && text.startsWith("\uFEFF") ? 1 : offset);

function lineEndOf(text: string): string {
	const feed = text.indexOf("\n");
	return feed > 0 && text[feed - 1] === "\r" ? "\r\n" : "\n";
}
