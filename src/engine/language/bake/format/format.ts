import { parseHcl } from "../../../hcl/parse.ts";
import { type Token, tokensIn, tokensOf } from "../../../hcl/tokens.ts";
import type { BakeFile } from "../../../bake/syntax.ts";
import { applyEdits, type Edit, type Range } from "../../../text/text.ts";
import type { FormatOptions, Indent } from "../../format-options.ts";
import { leftAlone } from "./ignored.ts";
import { type HclLine, linesOf } from "./lines.ts";
import { isSameHcl } from "./same-meaning.ts";
import { isApart } from "./spaces.ts";

/** What is to be changed; where something is in the way of it, where that is. */
export type FormattedBake = { readonly edits: readonly Edit[]; readonly left: readonly Range[] };

/** As HashiCorp's own formatter has it. */
export const usualIndent: Indent = { text: "  ", width: 2 };

/**
 * How a bake file in HCL is to be written: two blanks a level, one between words, `=` and the comments behind lines below each other. Nothing but blanks is changed, the
 * parse is compared before and after, and what cannot be read is left alone; so is JSON, for which editors have a formatter. With a range, only the lines that it touches
 * are changed, and those that stand in one column with them.
 */
export function formatBake(file: BakeFile, options: Pick<FormatOptions, "indent" | "lineEnd" | "endsLastLine">, range?: Range): FormattedBake {
	if (file.isJson) return { edits: [], left: [] };
	if (file.problems.length > 0) return { edits: [], left: file.problems.slice(0, 1).map(({ at }) => at) };
	const tokens = tokensOf(file);
	const lines = linesOf(tokens);
	const alone = leftAlone(file, lines);
	const edits = [...lineEdits(file.text, lines, alone, options.indent ?? usualIndent, range), ...endEdits(file.text, tokens, options, range)];
	if (edits.length === 0) return { edits, left: [] };
	const text = applyEdits(file.text, edits);
	if (isSameHcl(tokens, tokensIn(text)) && isSameTree(file.text, text)) return { edits, left: [] };
	// Nothing but a bug of ours leads here.
	return { edits: [], left: [{ start: 0, end: file.text.length }] };
}

function isSameTree(one: string, other: string): boolean {
	const [before, after] = [parseHcl(one), parseHcl(other)];
	return after.problems.length === 0 && shapeOf(before.body) === shapeOf(after.body);
}

const places = new Set(["start", "end", "content", "equals", "open"]);
const shapeOf = (tree: object): string => JSON.stringify(tree, (key, value: unknown) => (places.has(key) ? undefined : value));

/** By line, how many columns stand before its `=` and its comment. */
type Columns = { readonly equals: ReadonlyMap<HclLine, number>; readonly comments: ReadonlyMap<HclLine, number> };

function lineEdits(text: string, lines: readonly HclLine[], alone: ReadonlySet<HclLine>, indent: Indent, range: Range | undefined): readonly Edit[] {
	const columns = columnsOf(lines, alone, indent);
	const wanted = range ? touched(lines, range) : undefined;
	const edits: Edit[] = [];
	for (const line of lines) {
		const [first] = line.tokens;
		if (!first || alone.has(line) || (wanted && !wanted.has(line))) continue;
		const lineStart = text.lastIndexOf("\n", first.start - 1) + 1;
		put(edits, text, lineStart === 0 && text.startsWith("\uFEFF") ? 1 : lineStart, first.start, indent.text.repeat(line.level));
		let column = line.level * indent.width + widthOf(first.text);
		for (const [index, token] of line.tokens.entries()) {
			const next = line.tokens[index + 1];
			if (!next) break;
			const wantedColumn = index + 1 === line.equals ? columns.equals.get(line) : undefined;
			const isComment = line.hasComment && index + 2 === line.tokens.length;
			const until = isComment ? columns.comments.get(line) : wantedColumn;
			const blanks = until === undefined ? (isComment || isApart(line.tokens[index - 1], token, next) ? 1 : 0) : until - column + 1;
			put(edits, text, token.end, next.start, " ".repeat(blanks));
			column += blanks + widthOf(next.text);
		}
	}
	return edits;
}

function put(edits: Edit[], text: string, start: number, end: number, blanks: string): void {
	if (text.slice(start, end) !== blanks) edits.push({ start, end, text: blanks });
}

/** What makes columns of lines that follow each other. */
function columnsOf(lines: readonly HclLine[], alone: ReadonlySet<HclLine>, { width }: Indent): Columns {
	const before = (line: HclLine, count: number): number => line.level * width + widthOfTokens(line.tokens.slice(0, count));
	const equals = inChains(lines, (line) => (line.equals > 0 && !alone.has(line) ? before(line, line.equals) : undefined));
	const comments = inChains(lines, (line) => {
		if (!line.hasComment || alone.has(line)) return undefined;
		const own = before(line, line.tokens.length - 1);
		// The `=` may have gone to the right.
		return own + (line.equals > 0 ? (equals.get(line) ?? 0) - before(line, line.equals) : 0);
	});
	return { equals, comments };
}

function inChains(lines: readonly HclLine[], columnOf: (line: HclLine) => number | undefined): ReadonlyMap<HclLine, number> {
	const found = new Map<HclLine, number>();
	let chain: HclLine[] = [];
	let most = 0;
	const end = (): void => {
		for (const line of chain) found.set(line, most);
		[chain, most] = [[], 0];
	};
	for (const line of lines) {
		const column = columnOf(line);
		if (column === undefined) end();
		else {
			chain.push(line);
			most = Math.max(most, column);
		}
	}
	end();
	return found;
}

/** The lines that the range touches, with those whose columns they share. */
function touched(lines: readonly HclLine[], range: Range): ReadonlySet<HclLine> {
	const found = new Set<HclLine>();
	let chain: HclLine[] = [];
	const end = (): void => {
		if (chain.some(({ tokens }) => (tokens[0]?.start ?? 0) <= range.end && range.start <= (tokens.at(-1)?.end ?? 0))) for (const line of chain) found.add(line);
		chain = [];
	};
	for (const line of lines) {
		const isInChain = line.equals > 0 || line.hasComment;
		if (!isInChain) end();
		chain.push(line);
		if (!isInChain) end();
	}
	end();
	return found;
}

function widthOfTokens(tokens: readonly Token[]): number {
	let width = 0;
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		width += widthOf(token.text) + (next && isApart(tokens[index - 1], token, next) ? 1 : 0);
	}
	return width;
}

// eslint-disable-next-line no-control-regex -- ASCII is what is asked for.
const isAscii = (text: string): boolean => /^[\0-\x7F]*$/.test(text);
const segmenter = new Intl.Segmenter();

/** In characters that a reader sees. */
const widthOf = (text: string): number => (isAscii(text) ? text.length : [...segmenter.segment(text)].length);

/** Line ends outside of here documents and comments, where somebody has said what they are, and the end of the last line. Blanks before them go. */
function endEdits(
	text: string,
	tokens: readonly Token[],
	{ lineEnd, endsLastLine }: Pick<FormatOptions, "lineEnd" | "endsLastLine">,
	range: Range | undefined,
): readonly Edit[] {
	const edits: Edit[] = [];
	const isWanted = (at: number): boolean => range === undefined || (range.start <= at && at <= range.end);
	let before = text.startsWith("\uFEFF") ? 1 : 0;
	for (const token of tokens) {
		if (token.kind === "newline" && isWanted(token.start)) put(edits, text, before, token.end, lineEnd ?? token.text);
		before = token.end;
	}
	const last = tokens.at(-1);
	if (!last || !isWanted(text.length)) return edits;
	const isEnded = last.kind === "newline";
	if (text.length > last.end) edits.push({ start: last.end, end: text.length, text: isEnded || endsLastLine === false ? "" : (lineEnd ?? usualLineEnd(text)) });
	else if (!isEnded && endsLastLine === true) edits.push({ start: text.length, end: text.length, text: lineEnd ?? usualLineEnd(text) });
	return edits;
}

const usualLineEnd = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
