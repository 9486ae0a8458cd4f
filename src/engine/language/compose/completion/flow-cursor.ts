import type { ComposeFile } from "../../../compose/syntax.ts";
import { type ComposeCursor, wordAt } from "./compose-cursor.ts";
import { unquoted } from "./entries.ts";
import { endOfQuotes, type Line } from "./lines.ts";
import { meantNames, wayTo } from "./places.ts";

type Bracket = {
	readonly sign: string;
	readonly siblings: Map<string, string>;
	readonly items: string[];
	key: string | undefined;
	/** Where the entry begins that is being read, or its value. */
	wordAt: number;
};

type Opener = { readonly line: number; readonly at: number };

/** In brackets, from the one that opens them. */
export function flowCursor(file: ComposeFile, lines: readonly Line[], opener: Opener, offset: number): ComposeCursor | undefined {
	const { text } = file;
	const stack = bracketsAt(text, opener.at, offset);
	const top = stack?.at(-1);
	if (!stack || !top) return undefined;
	const line = lines[opener.line] as Line;
	const marks = line.marks.filter(({ end }) => end <= opener.at);
	const last = marks.at(-1);
	const way = wayTo(lines, opener.line, marks, last ? last.column + 1 : opener.at - line.start);
	const names = [...way.names, ...stack.flatMap(({ sign, key }) => (sign === "[" ? ["*"] : key === undefined ? [] : [key]))];
	const start = top.wordAt + (/^\s*/.exec(text.slice(top.wordAt, offset))?.[0].length ?? 0);
	// An editor takes no word that goes over lines.
	if (text.slice(start, offset).includes("\n")) return undefined;
	const end = start + (/^(?:"[^"\n]*|'[^'\n]*|[^,\]}\n#:]*)/.exec(text.slice(start, start + 500))?.[0].trimEnd().length ?? 0);
	const word = wordAt(text, start, Math.max(end, offset), offset);
	const kind = top.sign === "[" ? "item" : top.key === undefined ? "key" : "value";
	const hasColon = kind === "key" && /^["']?\s*:/.test(text.slice(word.range.end, word.range.end + 20));
	addBehind(text, top, Math.max(word.range.end, offset), endOf(lines, opener));
	return {
		kind,
		path: names,
		meant: meantNames(text, lines, { ...way, names }),
		...word,
		siblings: top.siblings,
		items: top.items,
		isFlow: true,
		column: 0,
		lacksBlank: kind === "value" && top.wordAt === offset,
		hasColon,
	};
}

/** Those that are open at the offset, the innermost last. Undefined behind the one that closes all. */
function bracketsAt(text: string, from: number, offset: number): readonly Bracket[] | undefined {
	const stack: Bracket[] = [];
	for (let at = from; at < offset; at++) {
		const top = stack.at(-1);
		const opened = startIn(text, at, top);
		if (opened) stack.push(opened);
		else if (text[at] === "]" || text[at] === "}") {
			stack.pop();
			if (stack.length === 0) return undefined;
		} else {
			const next = top ? readSign(text, at, offset, top) : at;
			if (next === undefined) break;
			at = next;
		}
	}
	return stack;
}

const startIn = (text: string, at: number, top: Bracket | undefined): Bracket | undefined =>
	(text[at] === "[" || text[at] === "{") && !(text[at] === "{" && text[at - 1] === "$" && top)
		? { sign: text[at] ?? "", siblings: new Map(), items: [], key: undefined, wordAt: at + 1 }
		: undefined;

/** Reads what is no bracket; where to go on, undefined where something goes over the end. */
function readSign(text: string, at: number, end: number, top: Bracket): number | undefined {
	const sign = text[at] ?? "";
	if ((sign === '"' || sign === "'") && text.slice(top.wordAt, at).trim() === "") {
		const closed = endOfQuotes(text, at, end);
		return closed < 0 ? undefined : closed - 1;
	}
	if (sign === "#" && /\s/.test(text[at - 1] ?? "")) return Math.min(end, text.indexOf("\n", at) + 1 || end);
	if (sign === "{" && text[at - 1] === "$") {
		const closed = text.indexOf("}", at);
		return closed < 0 || closed >= end ? undefined : closed;
	}
	if (sign === ",") {
		endEntry(text, at, top);
		top.key = undefined;
		top.wordAt = at + 1;
	} else if (sign === ":" && top.sign === "{" && top.key === undefined && /[\s"'[{\]},]/.test(text[at + 1] ?? " ")) {
		top.key = wordBefore(text, at, top);
		top.wordAt = at + 1;
	}
	return at;
}

const wordBefore = (text: string, at: number, top: Bracket): string => unquoted(text.slice(top.wordAt, at).trim());

function endEntry(text: string, at: number, top: Bracket): void {
	const word = wordBefore(text, at, top);
	if (top.sign === "[") top.items.push(word);
	else if (top.key !== undefined) top.siblings.set(top.key, word);
	else if (word !== "") top.siblings.set(word, "");
}

/** Adds what stands in the same brackets behind the entry at the offset. */
function addBehind(text: string, own: Bracket, offset: number, end: number): void {
	const inside: Bracket[] = [];
	const top: Bracket = { ...own, key: "", wordAt: offset };
	/** Until a comma all belongs to the entry itself, unless another line begins the next, whose comma is not written yet. */
	let isOwn = true;
	const isNext = (at: number): boolean => !isOwn || text.slice(offset, at).trimEnd().includes("\n");
	for (let at = offset; at < end; at++) {
		const opened = startIn(text, at, top);
		if (opened) inside.push(opened);
		else if (text[at] === "]" || text[at] === "}") {
			if (inside.pop()) continue;
			if (isNext(at)) endEntry(text, at, top);
			return;
		} else if (inside.length === 0 && isOwn && (text[at] === "," || (text[at] === ":" && own.sign === "{" && isNext(at)))) {
			if (text[at] === ",") {
				if (own.sign === "[" && isNext(at)) endEntry(text, at, top);
				top.key = undefined;
			} else top.key = wordBefore(text, at, top);
			isOwn = false;
			top.wordAt = at + 1;
		} else {
			const next = readSign(text, at, end, inside.at(-1) ?? top);
			if (next === undefined) return;
			at = next;
		}
	}
}

/** Where the last line ends that is in the brackets. */
function endOf(lines: readonly Line[], { line, at }: Opener): number {
	let last = line;
	while (lines[last + 1]?.opener?.at === at) last++;
	return (lines[last] as Line).end;
}
