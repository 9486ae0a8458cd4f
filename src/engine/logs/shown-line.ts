import { createCells, type Cells } from "./cells.ts";
import { addSpan, type Span } from "./spans.ts";
import { applySgr, type Style } from "./style.ts";

/** A line as it is shown: `text` has nothing that could steer a terminal or turn text around. `style` is the one that goes on in the next line. */
export type ShownLine = { readonly text: string; readonly spans: readonly Span[]; readonly style: Style };

/** Control characters but for the tab, and characters that reorder or hide text: none of them is shown as it is. With `u`, halves of characters are only those that lack the other. */
const unusual = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/u;

/**
 * Either a sequence (CSI; OSC and the like, which end with BEL or ST; the two-character ones) or one character. A sequence that has no end is not one: its first
 * character is shown, and what follows is text. No part of the pattern can match in two ways, so it takes time in proportion to the text.
 */
const tokens =
	/(?:\x1b\[|\x9b)([0-?]*)[ -/]*([@-~])|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\|\x9c)|\x1b(?:[ -/]+[0-~]|[0-OQ-WYZ\\`-~])|[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

/** What has more of them in one line is made to harm; the rest of it is not shown. */
const mostTokens = 50_000;

/** The line, given without its end, as a terminal would leave it; `style` is that of the end of the line before. Takes time in proportion to its length. */
export function showLine(raw: string, style: Style = 0): ShownLine {
	if (style === 0 && !unusual.test(raw)) return { text: raw, spans: none, style };
	let length = raw.length;
	while (raw.charCodeAt(length - 1) === 13) length--;
	const line = length === raw.length ? raw : raw.slice(0, length);

	let text = "";
	let current = style;
	const spans: Span[] = [];
	// Once the cursor has gone back, what is written stands in place of what was there.
	let cells: Cells | undefined;
	const write = (piece: string): void => {
		if (piece === "") return;
		if (cells) return cells.write(piece, current);
		if (current !== 0) addSpan(spans, text.length, text.length + piece.length, current);
		text += piece;
	};
	const back = (): Cells => (cells ??= createCells(text, spans));

	let [at, count] = [0, 0];
	for (const { 0: token, 1: parameters = "", 2: final, index } of line.matchAll(tokens)) {
		write(line.slice(at, index));
		at = index + token.length;
		if (++count > mostTokens) {
			at = line.length;
			write("…");
			break;
		}
		if (final === "m") current = /^[\d;:]*$/.test(parameters) ? applySgr(current, parameters) : current;
		else if (final !== undefined) move(final, parameters, cells ?? (text === "" || !movers.has(final) ? undefined : back()));
		else if (token === "\r") {
			if (text !== "" || cells) back().go(0);
		} else if (token === "\b") {
			if (text !== "" || cells) back().move(-1);
		} else if (token.length === 1 || (token.length === 2 && !token.startsWith("\x1b"))) write(pictureOf(token, index === 0));
	}
	write(line.slice(at));
	return cells ? { ...cells.read(), style: current } : { text, spans, style: current };
}

const none: readonly Span[] = [];

/** What moves the cursor within a line, or clears parts of it. What would leave the line does nothing. */
const movers = new Set(["K", "C", "D", "G", "`", "X", "P"]);

function move(final: string, parameters: string, cells: Cells | undefined): void {
	if (!cells) return;
	const count = Number(/^\d{1,6}$/.exec(parameters)?.[0] ?? 0);
	if (final === "K") cells.clear(count);
	else if (final === "C") cells.move(Math.max(count, 1));
	else if (final === "D") cells.move(-Math.max(count, 1));
	else if (final === "G" || final === "`") cells.go(Math.max(count, 1) - 1);
}

/** What stands in place of a character that cannot be shown. */
function pictureOf(character: string, isFirst: boolean): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	if (code === 0x7f) return "\u2421";
	// A mark of the byte order, which is none of the text.
	if (code === 0xfeff && isFirst) return "";
	if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
	return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}
