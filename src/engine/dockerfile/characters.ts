/** White space as Go's `unicode.IsSpace` sees it, and so BuildKit; unlike JavaScript's it has U+0085 and lacks U+FEFF. */
export function isSpace(code: number): boolean {
	if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
	if (code < 0x1680) return code === 0x85 || code === 0xa0;
	return code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** What separates a keyword from its arguments, and arguments from each other: a smaller set than `isSpace`, as in BuildKit. */
export const isBlank = (code: number): boolean => code === 32 || code === 9 || (code >= 11 && code <= 13);

/** The first offset in [from, to) that holds no white space, or `to`. */
export function skipSpace(text: string, from: number, to: number): number {
	while (from < to && isSpace(text.charCodeAt(from))) from++;
	return from;
}

/** The end of [from, to) without the white space at its end. */
export function trimSpaceEnd(text: string, from: number, to: number): number {
	while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
	return to;
}

/** Each letter by itself, as Go's `strings.ToUpper` has it: "ß" stays. */
export function toUpperAsGo(text: string): string {
	const upper = text.toUpperCase();
	if (upper.length === text.length) return upper;
	return [...text].map((letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter)).join("");
}

/** A text in double quotes as Go's `%q` writes it, for messages that have to equal BuildKit's. */
export function quoteAsGo(text: string): string {
	let quoted = '"';
	for (const character of text) {
		const escape = escapes[character];
		if (escape) quoted += escape;
		else if (character === " " || printable.test(character)) quoted += character;
		else {
			const code = character.codePointAt(0) ?? 0;
			if (code < 0x80) quoted += `\\x${code.toString(16).padStart(2, "0")}`;
			else quoted += code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
		}
	}
	return `${quoted}"`;
}

const escapes: Record<string, string> = {
	'"': '\\"',
	"\\": "\\\\",
	"\x07": "\\a",
	"\b": "\\b",
	"\f": "\\f",
	"\n": "\\n",
	"\r": "\\r",
	"\t": "\\t",
	"\v": "\\v",
};
const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;
