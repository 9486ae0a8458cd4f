import type { ComposeFile } from "../../../compose/syntax.ts";
import { fact } from "../../../text/fact.ts";

/** A mark in a line of block YAML: the dash of an item, or a key. Columns are counted from 0. */
export type Mark = { readonly column: number; readonly end: number } & ({ readonly kind: "dash" } | { readonly kind: "key"; readonly name: string });

/** A line as it looks, whether or not what is around it can be parsed yet. Offsets are in the file. */
export type Line = {
	readonly start: number;
	/** Without its line end. */
	readonly end: number;
	readonly indent: number;
	/** `inside`: it belongs to a text, or to what is in brackets, that began above. `document`: one ends or begins there. */
	readonly kind: "marks" | "blank" | "comment" | "inside" | "document";
	readonly marks: readonly Mark[];
	/** The line, and the offset in it, in which what the line is inside of began; in brackets only. */
	readonly opener: { readonly line: number; readonly at: number } | undefined;
	/** Of a blank line behind a text: the column of what has the text. Further right it still belongs to that. */
	readonly behind?: number;
};

type Open = { readonly kind: "text" | "quotes" | "brackets"; readonly line: number; readonly at: number; readonly column: number };

/** The lines of a file, for a look at what is half written. */
export const linesIn = fact(({ text }: ComposeFile): readonly Line[] => {
	const lines: Line[] = [];
	let open: Open | undefined;
	const endText = (column: number): void => {
		for (let at = lines.length - 1; at >= 0 && isBlankInside(lines[at] as Line); at--) lines[at] = { ...(lines[at] as Line), kind: "blank", behind: column };
	};
	let start = text.startsWith("\uFEFF") ? 1 : 0;
	while (start <= text.length) {
		const next = text.indexOf("\n", start);
		const last = next < 0 ? text.length : next;
		const end = last > start && text[last - 1] === "\r" ? last - 1 : last;
		const indent = indentationOf(text, start, end);
		const isEmpty = start + indent >= end;
		const marks = isEmpty ? [] : marksIn(text, start, end, indent);
		if (open && isOver(open, indent, isEmpty, marks)) {
			if (open.kind === "text") endText(open.column);
			open = undefined;
		}
		if (open) {
			lines.push({ start, end, indent, kind: "inside", marks: [], opener: open.kind === "brackets" ? { line: open.line, at: open.at } : undefined });
			if (open.kind !== "text" && closes(text, open, end)) open = undefined;
		} else if (isEmpty || text[start + indent] === "#") lines.push({ start, end, indent, kind: isEmpty ? "blank" : "comment", marks: [], opener: undefined });
		else {
			lines.push({
				start,
				end,
				indent,
				kind: documentMark.test(text.slice(start, Math.min(end, start + 500))) ? "document" : "marks",
				marks,
				opener: undefined,
			});
			open = openedIn(text, lines.length - 1, start, end, marks, indent);
		}
		if (next < 0) break;
		start = next + 1;
	}
	if (open?.kind === "text") endText(open.column);
	return lines;
});

const documentMark = /^(?:---|\.\.\.)[ \t]*(?:#.*)?$/;

const isBlankInside = ({ kind, opener, start, indent, end }: Line): boolean => kind === "inside" && opener === undefined && start + indent >= end;

function indentationOf(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && (text[at] === " " || text[at] === "\t")) at++;
	return at - start;
}

function marksIn(text: string, start: number, end: number, indent: number): readonly Mark[] {
	const marks: Mark[] = [];
	let at = start + indent;
	while (text[at] === "-" && (at + 1 >= end || isBlank(text[at + 1]))) {
		marks.push({ kind: "dash", column: at - start, end: at + 1 });
		at++;
		while (at < end && isBlank(text[at])) at++;
	}
	const found = keyAt(text, at, end);
	if (found) marks.push({ kind: "key", name: found.name, column: at - start, end: found.end });
	return marks;
}

const isBlank = (sign: string | undefined): boolean => sign === " " || sign === "\t" || sign === "\r";

/** What no plain key begins with. */
const indicators: ReadonlySet<string> = new Set("#[]{},&*!|>%@`");

/** A key with its colon, behind which there is a blank or nothing. */
function keyAt(text: string, at: number, end: number): { readonly name: string; readonly end: number } | undefined {
	const first = text[at] ?? "";
	if (at >= end || indicators.has(first)) return undefined;
	const isQuoted = first === '"' || first === "'";
	const closed = isQuoted ? endOfQuotes(text, at, end) : at;
	if (closed < 0) return undefined;
	for (let colon = text.indexOf(":", closed); colon >= 0 && colon < end; colon = text.indexOf(":", colon + 1)) {
		if (colon + 1 < end && !isBlank(text[colon + 1])) continue;
		const between = text.slice(closed, colon);
		if (isQuoted) return between.trim() === "" ? { name: text.slice(at + 1, closed - 1), end: colon + 1 } : undefined;
		const name = between.trimEnd();
		return name === "" || (name.includes("#") && /[ \t]#/.test(name)) ? undefined : { name, end: colon + 1 };
	}
	return undefined;
}

/** A text ends where something stands no deeper than what holds it. Brackets and quotes that nobody closes end where the next entry begins. */
function isOver({ kind, column }: Open, indent: number, isEmpty: boolean, marks: readonly Mark[]): boolean {
	if (isEmpty || indent > column) return false;
	return kind === "text" || marks.length > 0;
}

function openedIn(text: string, line: number, start: number, end: number, marks: readonly Mark[], indent: number): Open | undefined {
	const last = marks.at(-1);
	let at = last?.end ?? start + indent;
	// Tags and anchors stand before the value.
	for (let sign = text[at]; at < end && (sign === " " || sign === "\t" || sign === "&" || sign === "!"); sign = text[at])
		if (sign === "&" || sign === "!") while (at < end && !/\s/.test(text[at] ?? "")) at++;
		else at++;
	const column = last?.column ?? indent;
	const opened = { line, at, column };
	const sign = text[at];
	if (at >= end) return undefined;
	if (sign === "|" || sign === ">")
		return /^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(text.slice(at, Math.min(end, at + 500))) ? { kind: "text", ...opened } : undefined;
	if (sign === '"' || sign === "'") return closes(text, { kind: "quotes", ...opened }, end) ? undefined : { kind: "quotes", ...opened };
	if (sign === "[" || sign === "{") return closes(text, { kind: "brackets", ...opened }, end) ? undefined : { kind: "brackets", ...opened };
	return undefined;
}

/** Nobody looks further back for the beginning of what is open. */
const longest = 20_000;

function closes(text: string, { kind, at }: Open, end: number): boolean {
	if (end - at > longest) return true;
	if (kind === "quotes") return endOfQuotes(text, at, end) > 0;
	let depth = 0;
	for (let index = at; index < end; index++) {
		const sign = text[index];
		if (sign === '"' || sign === "'") {
			const closed = /[\s[{,:]/.test(text[index - 1] ?? " ") ? endOfQuotes(text, index, end) : index + 1;
			if (closed < 0) return false;
			index = closed - 1;
		} else if (sign === "#" && /\s/.test(text[index - 1] ?? "")) index = Math.min(end, (text.indexOf("\n", index) + 1 || end + 1) - 1);
		else if (sign === "[" || sign === "{") depth++;
		else if ((sign === "]" || sign === "}") && --depth === 0) return true;
	}
	return false;
}

/** Behind the closing one; -1 where there is none before `end`. */
export function endOfQuotes(text: string, at: number, end: number): number {
	const quote = text[at];
	for (let index = at + 1; index < end; index++) {
		if (quote === '"' && text[index] === "\\") index++;
		else if (text[index] === quote) {
			if (quote === "'" && text[index + 1] === "'") index++;
			else return index + 1;
		}
	}
	return -1;
}
