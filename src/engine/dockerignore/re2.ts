/**
 * A regular expression in Go's syntax as one of JavaScript's; undefined where Go takes it for none. Only what may come of a pattern in a `.dockerignore` is read:
 * literals, sets, escapes, anchors, and stars behind a set or a dot.
 */
export function toJavaScript(expression: string): RegExp | undefined {
	let made = "";
	const characters = Array.from(expression);
	let at = 0;
	while (at < characters.length) {
		const rest = characters.slice(at, at + 6).join("");
		const character = characters[at] as string;
		if (rest === "(.*/)?") {
			made += "(?:[^\\n]*/)?";
			at += 6;
		} else if (rest.startsWith(".*")) {
			made += "[^\\n]*";
			at += 2;
		} else if (character === "[" || character === "\\") {
			const read = character === "[" ? readSet(characters, at + 1) : readEscape(characters, at + 1);
			if (!read) return undefined;
			made += read.made;
			at = read.end;
		} else {
			// A star is one that stands behind a set, and a brace is itself where no count is in it.
			const count = character === "{" ? /^\{\d+(?:,\d*)?\}/.exec(characters.slice(at, at + 12).join(""))?.[0] : undefined;
			made += count ?? (/[*^$|]/.test(character) ? character : escaped(character));
			at += count?.length ?? 1;
		}
	}
	try {
		return new RegExp(made, "u");
	} catch {
		return undefined;
	}
}

/** What something is in JavaScript, where it ends, and the character where it is a single one. */
type Read = { readonly made: string; readonly end: number; readonly single?: string };

/** JavaScript minds an escape that it does not know. */
const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

const classes: Readonly<Record<string, string>> = {
	d: "0-9",
	s: "\\t\\n\\f\\r ",
	w: "0-9A-Za-z_",
};
const controls: Readonly<Record<string, string>> = { a: "\x07", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
const named: Readonly<Record<string, string>> = {
	alnum: "0-9A-Za-z",
	alpha: "A-Za-z",
	ascii: "\\x00-\\x7F",
	blank: "\\t ",
	cntrl: "\\x00-\\x1F\\x7F",
	digit: "0-9",
	graph: "!-~",
	lower: "a-z",
	print: " -~",
	punct: "!-\\/:-@\\[-`\\{-~",
	space: "\\t\\n\\v\\f\\r ",
	upper: "A-Z",
	word: "0-9A-Za-z_",
	xdigit: "0-9A-Fa-f",
};

function readEscape(characters: readonly string[], at: number): Read | undefined {
	const character = characters[at] ?? "";
	if (character === "A" || character === "z") return { made: character === "A" ? "^" : "$", end: at + 1 };
	if (character === "b" || character === "B") return { made: `\\${character}`, end: at + 1 };
	const group = readClass(characters, at);
	if (group) return { made: group.made.startsWith("\\") ? group.made : `[${group.made}]`, end: group.end };
	return readCharacter(characters, at);
}

/** Behind a backslash: `d`, `W`, `pL`. */
function readClass(characters: readonly string[], at: number): Read | undefined {
	const character = characters[at] ?? "";
	const content = classes[character.toLowerCase()];
	if (content !== undefined) return { made: character === character.toLowerCase() ? content : `\\${character}`, end: at + 1 };
	const category = characters[at + 1] ?? "";
	return /^[pP]$/.test(character) && /^[CLMNPSZ]$/i.test(category) ? { made: `\\${character}{${category.toUpperCase()}}`, end: at + 2 } : undefined;
}

/** Behind a backslash: a character that has a meaning of its own, or none. */
function readCharacter(characters: readonly string[], at: number): Read | undefined {
	const character = characters[at] ?? "";
	const control = controls[character];
	if (control !== undefined) return single(control, at + 1);
	if (/^[0-7]$/.test(character)) {
		const digits = /^[0-7]{1,3}/.exec(characters.slice(at, at + 3).join(""))?.[0] ?? "";
		return character === "0" || digits.length > 1 ? single(String.fromCodePoint(Number.parseInt(digits, 8)), at + digits.length) : undefined;
	}
	if (character === "x") {
		const digits = characters.slice(at + 1, at + 3).join("");
		return /^[\da-fA-F]{2}$/.test(digits) ? single(String.fromCodePoint(Number.parseInt(digits, 16)), at + 3) : undefined;
	}
	return /^[!-/:-@[-`{-~\0-\x20\x7F]$/.test(character) ? single(character, at + 1) : undefined;
}

const single = (character: string, end: number): Read => ({ made: escaped(character), single: character, end });

/** Behind a `[`. */
function readSet(characters: readonly string[], from: number): Read | undefined {
	let at = from;
	let made = "[";
	if (characters[at] === "^") {
		made += "^";
		at++;
	}
	for (let isFirst = true; isFirst || characters[at] !== "]"; isFirst = false) {
		if (at >= characters.length) return undefined;
		if (characters[at] === "[" && characters[at + 1] === ":") {
			const end = characters.findIndex((character, index) => index > at + 1 && character === ":" && characters[index + 1] === "]");
			if (end > 0) {
				const content = named[characters.slice(at + 2, end).join("")];
				if (content === undefined) return undefined;
				made += content;
				at = end + 2;
				continue;
			}
		}
		const group = characters[at] === "\\" ? readClass(characters, at + 1) : undefined;
		if (group) {
			made += group.made;
			at = group.end;
			continue;
		}
		const low = inSet(characters, at);
		if (!low) return undefined;
		made += low.made;
		at = low.end;
		if (characters[at] !== "-" || characters[at + 1] === undefined || characters[at + 1] === "]") continue;
		const high = inSet(characters, at + 1);
		if (!high || codeOf(high) < codeOf(low)) return undefined;
		made += `-${high.made}`;
		at = high.end;
	}
	return { made: `${made}]`, end: at + 1 };
}

function inSet(characters: readonly string[], at: number): Read | undefined {
	const character = characters[at];
	if (character === undefined) return undefined;
	return character === "\\" ? readCharacter(characters, at + 1) : single(character, at + 1);
}

const codeOf = ({ single = "" }: Read): number => single.codePointAt(0) ?? 0;
