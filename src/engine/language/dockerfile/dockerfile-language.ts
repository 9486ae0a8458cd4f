import { refusalsOf } from "../../dockerfile/refusals/refusals.ts";
import { instructionsAndTriggersOf, instructionsOf } from "../../dockerfile/instructions.ts";
import { parse } from "../../dockerfile/parse.ts";
import { stateBefore } from "../../dockerfile/state.ts";
import type { Comment, Dockerfile, Instruction } from "../../dockerfile/syntax.ts";
import { readIgnoreComment } from "../../lint/ignore-comment.ts";
import type { Language, Located } from "../../lint/language.ts";
import { isPosixShell } from "../../shell/effective-shell.ts";
import { fact } from "../../text/fact.ts";
import { lastBelow } from "../../text/search.ts";
import { Lines, type Range } from "../../text/text.ts";
import { contentsOf } from "./contents.ts";
import { shellScriptsOf } from "./shell-scripts.ts";

/** Dockerfiles, as the linter knows them. */
export const dockerfileLanguage: Language<Dockerfile> = {
	id: "dockerfile",
	extension: "dockerfile",
	parse,
	contents: contentsOf,
	countRefusals: (file) => file.problems.length + refusalsOf(file).filter(({ isPutOff, unlessGiven }) => !isPutOff && unlessGiven === undefined).length,
	unreadable: ({ instructions }) => instructions.filter(({ error }) => error).map(({ fullRange }) => fullRange),
	ignoreComments,
	statementAt,
	lineToIgnore,
	asReadBy: (file, peer) => (peer === "hadolint" ? asReadByHadolint(file) : undefined),
	shellScripts: shellScriptsOf,
	topOf,
};

/** hadolint takes every script for one of `sh`. */
const asReadByHadolint = fact((file: Dockerfile): Dockerfile | undefined =>
	instructionsAndTriggersOf(file, "RUN").every((run) => isPosixShell(file, run, stateBefore(file, run)))
		? undefined
		: { ...parse(file.text), isReadAsSh: true },
);

function ignoreComments(file: Dockerfile): readonly Located[] {
	const outside = commentsOutside(file);
	const inScripts: Located[] = [];
	for (const instruction of file.instructions) if (instruction.heredocs.length > 0) inScripts.push(...commentsInScripts(file, instruction));
	return inScripts.length === 0 ? outside : [...outside, ...inScripts].sort((one, other) => one.comment.range.start - other.comment.range.start);
}

/** A comment in a here document of a RUN is about the next line of the script. */
function commentsInScripts({ text }: Dockerfile, { keyword, trigger, heredocs }: Instruction): readonly Located[] {
	if ((trigger?.keyword ?? keyword) !== "RUN") return [];
	const located: Located[] = [];
	for (const { body, content } of heredocs) {
		for (const { index } of content.matchAll(/^[ \t]*#.*\bignore\b/gm)) {
			const start = text.indexOf("#", body.start + index);
			const feed = text.indexOf("\n", start);
			const end = feed < 0 ? text.length : text[feed - 1] === "\r" ? feed - 1 : feed;
			const comment = readIgnoreComment(text, { start, end });
			if (comment) located.push({ comment, place: "line", range: comment.scope === "below" ? lineBelow(text, end, body.end - 1) : undefined });
		}
	}
	return located;
}

function commentsOutside(file: Dockerfile): readonly Located[] {
	const ignores = file.comments.map((comment) => readIgnoreComment(file.text, comment));
	if (!ignores.some(Boolean)) return [];
	const located: Located[] = [];
	const directives = new Set(file.directives.map(({ range }) => range.start));
	const froms = instructionsOf(file, "FROM");
	let [from, below] = [0, 0];
	for (let first = 0; first < file.comments.length;) {
		const afterBlock = endOfBlock(file.comments, first, directives);
		const [start, last] = [file.comments[first]?.start ?? 0, file.comments[afterBlock - 1]];
		while ((froms[from]?.range.start ?? Infinity) < start) from++;
		while ((file.instructions[below]?.fullRange.end ?? Infinity) < start) below++;
		const instruction = file.instructions[below];
		for (const comment of ignores.slice(first, afterBlock)) {
			if (!comment || !last) continue;
			if (comment.scope === "file" || directives.has(comment.range.start)) located.push({ comment, place: "file", range: { start: 0, end: file.text.length } });
			else if (comment.scope === "stage")
				located.push({ comment, place: "stage", range: stageRange(file, froms, instruction === froms[from] ? from : from - 1) });
			else if (instruction && instruction.startLine <= last.line)
				located.push({ comment, place: "line", range: lineBelow(file.text, last.end, instruction.fullRange.end) });
			else if (instruction?.startLine !== last.line + 1) located.push({ comment, place: "instruction", range: undefined });
			else located.push({ comment, place: "instruction", range: { start, end: instruction.fullRange.end } });
		}
		first = afterBlock;
	}
	return located;
}

/** Index after the last of the comments that stand on consecutive lines; a parser directive stands alone. */
function endOfBlock(comments: readonly Comment[], first: number, directives: ReadonlySet<number>): number {
	let next = first + 1;
	if (directives.has(comments[first]?.start ?? -1)) return next;
	while (comments[next]?.line === (comments[next - 1]?.line ?? 0) + 1) next++;
	return next;
}

/** The comments directly above the instruction, to the next that is none; parser directives are not among them. */
function commentsAbove({ comments, directives }: Dockerfile, { startLine }: Instruction): readonly Comment[] {
	const after = comments.findIndex(({ line }) => line >= startLine);
	const last = after < 0 ? comments.length : after;
	let first = last;
	for (let line = startLine - 1; comments[first - 1]?.line === line; line--) first--;
	return comments.slice(first, last).filter(({ start }) => !directives.some((directive) => directive.range.start === start));
}

function stageRange({ text }: Dockerfile, froms: readonly Instruction[], index: number): Range | undefined {
	const from = froms[index];
	return from && { start: from.range.start, end: (froms[index + 1]?.range.start ?? text.length + 1) - 1 };
}

/** The next physical line that is neither empty nor a comment, unless it begins behind the last offset. */
function lineBelow(text: string, offset: number, last: number): Range | undefined {
	let start = text.indexOf("\n", offset) + 1;
	while (start > 0 && start <= last) {
		const feed = text.indexOf("\n", start);
		const end = feed < 0 ? text.length : feed;
		const line = text.slice(start, end).trimStart();
		if (line && !line.startsWith("#")) return { start, end };
		start = feed + 1;
	}
	return undefined;
}

function statementAt({ instructions }: Dockerfile, offset: number): Range | undefined {
	const instruction = lastBelow(instructions, offset + 1, ({ fullRange }) => fullRange.start);
	return instruction && offset <= instruction.fullRange.end ? { start: instruction.range.start, end: instruction.fullRange.end } : undefined;
}

/** The instruction's line, or the one from which its comments above are about it. */
function lineToIgnore(file: Dockerfile, offset: number): ReturnType<Language<Dockerfile>["lineToIgnore"]> {
	const instruction = file.instructions.find(({ fullRange }) => offset <= fullRange.end);
	if (!instruction) return undefined;
	const block = commentsAbove(file, instruction);
	// Not the keyword's line: lines with nothing but a continuation may stand before it.
	const start = new Lines(file.text).starts[instruction.startLine - 1] ?? 0;
	if (offset < (block[0]?.start ?? start)) return undefined;
	const above = ignoreComments(file).flatMap(({ comment, place }) =>
		place === "instruction" && block.some((each) => each.start === comment.range.start) ? comment : [],
	);
	return { start, end: instruction.fullRange.end, above };
}

/** Parser directives stay first, and so does the line that says which program runs the file. */
function topOf({ text, comments, directives, problems }: Dockerfile): number {
	let offset = text.startsWith("\uFEFF") ? 1 : 0;
	for (const { start, end } of comments) {
		const mustStayFirst =
			text.startsWith("#!", start) || directives.some(({ range }) => range.start === start) || problems.some(({ at }) => at.start === start);
		if (text.slice(offset, start).trim() || !mustStayFirst) break;
		const feed = text.indexOf("\n", end);
		if (feed < 0) return text.length;
		offset = feed + 1;
	}
	return offset;
}
