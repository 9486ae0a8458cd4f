import { parse } from "../../compose/parse.ts";
import { type ComposeFile, type ComposeNode, nameOf } from "../../compose/syntax.ts";
import { readDclintComment, readIgnoreComment } from "../../lint/ignore-comment.ts";
import type { Language, Located } from "../../lint/language.ts";
import { fact } from "../../text/fact.ts";
import { Lines, type Range } from "../../text/text.ts";
import { linted } from "./linted-compose.ts";

/** Compose files, as the linter knows them. Load it lazily: it brings a YAML parser. */
export const composeLanguage: Language<ComposeFile> = {
	id: "compose",
	extension: "yaml",
	parse,
	surrounded: linted,
	contents: (file) => namesIn(file),
	countRefusals: ({ problems }) => problems.length,
	// Where YAML is broken, all that follows may be read otherwise than meant.
	unreadable: ({ text, problems }) => (problems.length > 0 ? [{ start: 0, end: text.length }] : []),
	ignoreComments,
	statementAt: () => undefined,
	lineToIgnore,
	topOf: ({ text }) => (text.startsWith("\uFEFF") ? 1 : 0),
};

/** The names of all entries, wherever they stand. */
const namesIn = fact((file: ComposeFile): readonly string[] => {
	const names = new Set<string>();
	for (const root of file.roots) addNames(root, names);
	return [...names];
});

function addNames(node: ComposeNode, names: Set<string>): void {
	if (node.kind === "sequence") for (const item of node.items) addNames(item, names);
	if (node.kind !== "mapping") return;
	for (const entry of node.entries) {
		names.add(nameOf(entry) ?? "");
		if (entry.key.kind !== "scalar") addNames(entry.key, names);
		if (entry.value) addNames(entry.value, names);
	}
}

/** An entry, an item, or a whole document in brackets: what a comment can stand above. */
type Part = Range & { readonly depth: number };

/** In order, outer ones first. */
const partsOf = fact(({ roots }: ComposeFile): readonly Part[] => roots.flatMap((root) => [...partsIn(root, 0, "isFlow" in root && root.isFlow)]));

function* partsIn(node: ComposeNode, depth: number, isPart: boolean): Generator<Part> {
	if (isPart) yield { start: node.start, end: node.end, depth };
	const inner = isPart ? depth + 1 : depth;
	if (node.kind === "sequence") for (const item of node.items) yield* partsIn(item, inner, true);
	if (node.kind !== "mapping") return;
	for (const { start, end, value } of node.entries) {
		yield { start, end, depth: inner };
		if (value) yield* partsIn(value, inner + 1, false);
	}
}

const linesOf = fact(({ text }: ComposeFile) => new Lines(text));

/** Our own comments mean something here, and those of dclint. */
function ignoreComments(file: ComposeFile): readonly Located[] {
	const { text, comments } = file;
	const ignores = comments.map((comment) => {
		const ignore = readIgnoreComment(text, comment);
		return ignore?.dialect === "hullwright" ? ignore : readDclintComment(text, comment);
	});
	if (!ignores.some(Boolean)) return [];
	const lines = linesOf(file);
	const partsByLine = new Map<number, Part>();
	// The first part that begins on a line is the outermost.
	for (const part of partsOf(file)) if (!partsByLine.has(lines.lineAt(part.start))) partsByLine.set(lines.lineAt(part.start), part);
	return ignores.flatMap((comment, index): Located[] => {
		if (!comment) return [];
		const line = lines.lineAt(comment.range.start);
		// Dclint takes those about the whole file at its top alone.
		if (comment.dialect === "dclint" && comment.scope === "file" && !isAtTop(file, comment.range)) return [];
		if (comment.scope === "file") return [{ comment, place: "file", range: { start: 0, end: text.length } }];
		if (comment.scope === "stage") return [{ comment, place: "stage", range: undefined }];
		if (!standsAlone(file, comment.range)) return [{ comment, place: "line", range: lines.lineRange(line) }];
		// Of dclint it is about one line, wherever what begins there ends.
		if (comment.dialect === "dclint") return [{ comment, place: "line", range: lines.lineRange(line + 1) }];
		const [first, last] = blockAround(file, index);
		const part = partsByLine.get(lines.lineAt(comments[last]?.start ?? 0) + 1);
		return [{ comment, place: `above ${part?.depth}`, range: part && { start: comments[first]?.start ?? part.start, end: part.end } }];
	});
}

/** Nothing but comments stands before it, and the mark of a document. */
const isAtTop = ({ roots }: ComposeFile, { start }: Range): boolean => !roots.some((root) => root.start < start);

function standsAlone(file: ComposeFile, { start }: Range): boolean {
	return file.text.slice(linesOf(file).starts[linesOf(file).lineAt(start)], start).trim() === "";
}

/** The first and the last of the comments that stand alone on consecutive lines with that one. */
function blockAround(file: ComposeFile, index: number): readonly [first: number, last: number] {
	const { comments } = file;
	const lines = linesOf(file);
	const follows = (next: number): boolean => {
		const [one, other] = [comments[next - 1], comments[next]];
		return (
			one !== undefined &&
			other !== undefined &&
			lines.lineAt(other.start) === lines.lineAt(one.start) + 1 &&
			standsAlone(file, one) &&
			standsAlone(file, other)
		);
	};
	let [first, last] = [index, index];
	while (follows(first)) first--;
	while (follows(last + 1)) last++;
	return [first, last];
}

/** The line of the innermost part around the offset that is the first on its line. */
function lineToIgnore(file: ComposeFile, offset: number): ReturnType<Language<ComposeFile>["lineToIgnore"]> {
	const lines = linesOf(file);
	const lineStartOf = ({ start }: Range): number => lines.starts[lines.lineAt(start)] ?? 0;
	const part = partsOf(file).findLast(
		(each) => each.start <= offset && offset <= each.end && /^\uFEFF?[ \t]*(?:-[ \t]+)*$/.test(file.text.slice(lineStartOf(each), each.start)),
	);
	if (!part) return undefined;
	const line = lines.lineAt(part.start);
	const last = file.comments.findLastIndex((comment) => lines.lineAt(comment.start) === line - 1 && standsAlone(file, comment));
	const block = last < 0 ? [] : file.comments.slice(blockAround(file, last)[0], last + 1);
	const above = ignoreComments(file).flatMap(({ comment }) =>
		comment.scope === "below" && block.some(({ start }) => start === comment.range.start) ? comment : [],
	);
	// Its line may begin with a part that is more.
	const outermost = partsOf(file).find((each) => lines.lineAt(each.start) === line) ?? part;
	return { start: lineStartOf(part), end: outermost.end, above };
}
