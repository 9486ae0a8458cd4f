import { character, isEnd } from "../../../yaml/characters.ts";
import type { Edit } from "../../../text/text.ts";
import { countBelow } from "../../../text/search.ts";
import type { Atom } from "./parts.ts";
import { skipBlanks } from "./lines.ts";

type Piece = Atom["kind"] | "property" | "open list" | "close list" | "open mapping" | "close mapping" | "comma" | "colon" | "other";

/** What is to be changed of the blanks between two places of a line. */
export type Spacing = {
	readonly edits: readonly Edit[];
	/** Whether a text goes on in the next line, so that it counts how this one ends. */
	readonly isOpen: boolean;
};

/** One blank between what stands in a line, none in the brackets of a list and before what ends or separates; before a comment what is there. */
export function spacesBetween(
	text: string,
	atoms: readonly Atom[],
	{ from, end, isInBrackets }: { from: number; end: number; isInBrackets: boolean },
): Spacing {
	const edits: Edit[] = [];
	let next = countBelow(atoms, from, ({ start }) => start);
	let [before, depth, at]: [Piece | undefined, number, number] = [undefined, isInBrackets ? 1 : 0, from];
	while (at < end) {
		const start = skipBlanks(text, at, end);
		if (start === end) break;
		const atom = atoms[next];
		const isAtom = atom?.start === start;
		const piece = isAtom ? atom.kind : pieceAt(text.charCodeAt(start));
		const blanks = before === undefined ? undefined : blanksBetween(before, piece, start > at);
		if (blanks !== undefined && text.slice(at, start) !== blanks) edits.push({ start: at, end: start, text: blanks });
		if (isAtom) next++;
		if (isAtom && atom.end > end) return { edits, isOpen: true };
		if (piece === "open list" || piece === "open mapping") depth++;
		else if (piece === "close list" || piece === "close mapping") depth--;
		at = isAtom ? atom.end : piece === "property" ? endOfProperty(text, start, depth > 0) : piece === "other" ? endOfOther(text, start) : start + 1;
		before = piece;
	}
	return { edits, isOpen: false };
}

function pieceAt(code: number): Piece {
	switch (code) {
		case character.openBracket:
			return "open list";
		case character.closeBracket:
			return "close list";
		case character.openBrace:
			return "open mapping";
		case character.closeBrace:
			return "close mapping";
		case character.comma:
			return "comma";
		case character.colon:
			return "colon";
		case character.ampersand:
		case character.bang:
			return "property";
		default:
			return "other";
	}
}

/** Undefined for as many as there are. */
function blanksBetween(before: Piece, piece: Piece, isApart: boolean): string | undefined {
	const one = isApart ? " " : "";
	// Names go on up to the next blank, whatever it is that stands there.
	const isName = before === "alias" || before === "property";
	if (piece === "comment") return undefined;
	// Without the blank Compose takes the colon for part of the name.
	if (before === "colon" && (piece === "comma" || piece === "close list")) return one;
	if (before === "open list" || piece === "close list") return isName ? one : "";
	if (before === "open mapping" && piece === "close mapping") return "";
	if (piece === "comma" || piece === "colon") return isName || before === "open mapping" || before === "comma" || before === "other" ? one : "";
	if (piece === "close mapping" || before === "open mapping") return one;
	return before === "comma" || before === "colon" ? " " : one;
}

function endOfProperty(text: string, start: number, isInBrackets: boolean): number {
	if (text.charAt(start + 1) === "<") return text.indexOf(">", start) + 1 || start + 1;
	let at = start + 1;
	for (let code = text.charCodeAt(at); !isEnd(code) && !(isInBrackets && pieceAt(code) !== "other" && isSeparator(code)); code = text.charCodeAt(at)) at++;
	return at;
}

const isSeparator = (code: number): boolean => code !== character.colon && code !== character.ampersand && code !== character.bang;

/** `-`, or the marker of a document. */
function endOfOther(text: string, start: number): number {
	let at = start;
	while (!isEnd(text.charCodeAt(at))) at++;
	return at;
}
