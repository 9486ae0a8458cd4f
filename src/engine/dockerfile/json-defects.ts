import type { Range } from "../text/text.ts";
import { type Message, say } from "../text/message.ts";

/** What keeps a text that is meant as a JSON array from being one. Offsets are those of the text. */
export type Defect = {
	readonly at: Range;
	readonly what: Message;
	/** Undefined where it is not plain how to mend it. */ readonly edits: readonly (Range & { readonly text: string })[] | undefined;
};

/** Whether a text that begins with "[" and is no JSON was meant as an array rather than as a shell's test, a pattern or a type of PowerShell's. */
export function isNearJson(text: string): boolean {
	if (isBrokenTest.test(text.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "_"))) return false;
	// `[Net.ServicePointManager]::X` is PowerShell.
	if (/^\[[^\s"'“”‘’]/.test(text)) return /^\[[^\]]*\]?\s*(?:#.*)?$/.test(text);
	if (!/^\[\s/.test(text)) return true;
	return /^\[\s+(?:(?:"[^"]*"|'[^']*'|[“”‘’][^“”‘’]*[”’])\s*(?:[,\]"'“”‘’]|#|$)|[\w./:@%+-]+\s*,)/.test(text);
}

/** An operator where a test has it, though a blank or the closing bracket is missing. */
const isBrokenTest = /^\[\s*(?:!\s|-[a-zA-Z]\s+[^\s,]|[^\s,]+\s+(?:[!=]?=|=~|[<>]|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))\s)/;

/** The array's defects in order, and where it ends (past its bracket). It has to begin with "[". */
export function findDefects(text: string): { readonly defects: readonly Defect[]; readonly end: number } {
	const defects: Defect[] = [];
	const note = (what: Message, start: number, end: number, edits: Defect["edits"]) => defects.push({ at: { start, end }, what, edits });
	let at = 1;
	let comma = -1;
	let itemEnd = 1;
	for (;;) {
		while (isBlank(text[at])) at++;
		const character = text[at];
		if (character === "]") {
			if (comma >= 0) note(say`a comma at the end is not JSON`, comma, comma + 1, [{ start: comma, end: comma + 1, text: "" }]);
			return { defects, end: at + 1 };
		}
		if (character === undefined) {
			const mended = comma >= 0 ? { start: comma, end: comma + 1, text: "]" } : { start: itemEnd, end: itemEnd, text: "]" };
			note(say`the bracket is not closed`, itemEnd - 1, itemEnd, [mended]);
			return { defects, end: text.length };
		}
		if (character === ",") {
			note(say`a comma without a string before it is not JSON`, at, at + 1, undefined);
			comma = -1;
			at++;
			continue;
		}
		if (comma < 0 && itemEnd > 1) note(say`a comma is missing`, itemEnd, Math.max(at, itemEnd + 1), [{ start: itemEnd, end: itemEnd, text: "," }]);
		at = readItem(text, at, note);
		itemEnd = at;
		while (isBlank(text[at])) at++;
		comma = text[at] === "," ? at++ : -1;
	}
}

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”", "”": "”", "‘": "’", "’": "’", "`": "`" };
const isBlank = (character: string | undefined): boolean => character === " " || character === "\t";

function readItem(text: string, start: number, note: (what: Message, start: number, end: number, edits: Defect["edits"]) => void): number {
	const quote = text[start] ?? "";
	const close = closing[quote];
	if (close === undefined) {
		let end = start;
		while (end < text.length && !/[\s,\]]/.test(text[end] ?? "")) end++;
		const isPlain = /^[\w./:@%+=-]+$/.test(text.slice(start, end));
		note(say`a string without quotes is not JSON`, start, end, isPlain ? [{ start, end, text: `"${text.slice(start, end)}"` }] : undefined);
		return Math.max(end, start + 1);
	}
	const edits: { start: number; end: number; text: string }[] = [];
	for (let at = start + 1; at < text.length; at++) {
		const character = text[at] ?? "";
		if (character === close) {
			if (close === '"') {
				if (edits.length > 0) note(say`a backslash in JSON has to be doubled`, edits[0]?.start ?? at, (edits[0]?.start ?? at) + 1, edits);
				return at + 1;
			}
			edits.push({ start, end: start + 1, text: '"' }, { start: at, end: at + 1, text: '"' });
			note(close === "'" ? say`single quotes are not JSON` : say`these quotes are not JSON`, start, at + 1, edits);
			return at + 1;
		}
		if (character === '"') edits.push({ start: at, end: at + 1, text: '\\"' });
		if (character !== "\\") continue;
		if (close === '"' && /["\\/bfnrtu]/.test(text[at + 1] ?? " ")) at++;
		else edits.push({ start: at, end: at + 1, text: "\\\\" });
	}
	note(say`the string's quote is not closed`, start, text.length, undefined);
	return text.length;
}
