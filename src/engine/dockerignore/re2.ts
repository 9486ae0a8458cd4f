import { all, any, character as literal, edge, type Expression, one, repeat, sourceOfCharacter } from "../text/automaton.ts";

/**
 * A regular expression in Go's syntax as data; undefined where Go takes it for none. Only what may come of a pattern in a `.dockerignore` is read:
 * literals, sets, escapes, anchors, and stars behind a set or a dot.
 */
export function readExpression(expression: string): Expression | undefined {
	const alternatives: Expression[][] = [[]];
	const characters = Array.from(expression);
	/** Whether what stands last may be repeated. */
	let isRepeatable = false;
	for (let at = 0; at < characters.length;) {
		const parts = alternatives.at(-1) ?? [];
		const character = characters[at] as string;
		const rest = characters.slice(at, at + 12).join("");
		const count = character === "{" ? /^\{(\d+)(?:(,)(\d*))?\}/.exec(rest) : null;
		if (count || character === "*") {
			const last = parts.pop();
			const [least, comma, most = ""] = count ? [Number(count[1]), count[2], count[3]] : [0, ",", ""];
			const upTo = comma === undefined ? least : most === "" ? Infinity : Number(most);
			if (!last || !isRepeatable || upTo < least || Math.max(least, upTo === Infinity ? 0 : upTo) > mostRepeats) return undefined;
			parts.push(repeat(last, least, upTo));
			isRepeatable = false;
			at += count?.[0].length ?? 1;
		} else if (rest.startsWith("(.*/)?")) {
			parts.push(repeat(all([repeat(one(anyInLine), 0, Infinity), literal("/")]), 0, 1));
			isRepeatable = false;
			at += 6;
		} else if (character === "|") {
			alternatives.push([]);
			isRepeatable = false;
			at++;
		} else {
			const read = readOne(characters, at);
			if (!read) return undefined;
			parts.push(read.expression);
			isRepeatable = true;
			at = read.end;
		}
	}
	return any(alternatives.map(all));
}

/** Go refuses more. */
const mostRepeats = 1000;
const anyInLine = "[^\\n]";

function readOne(characters: readonly string[], at: number): { readonly expression: Expression; readonly end: number } | undefined {
	const character = characters[at] as string;
	if (character === "^" || character === "$") return { expression: edge(character), end: at + 1 };
	if (character === ".") return { expression: one(anyInLine), end: at + 1 };
	if (character !== "[" && character !== "\\") return { expression: literal(character), end: at + 1 };
	const read = character === "[" ? readSet(characters, at + 1) : readEscape(characters, at + 1);
	return read && { expression: read.isEdge ? edge(read.made) : one(read.made), end: read.end };
}

/** What something is in JavaScript, where it ends, and the character where it is a single one. */
type Read = { readonly made: string; readonly end: number; readonly single?: string; readonly isEdge?: true };

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
	if (character === "A" || character === "z") return { made: character === "A" ? "^" : "$", end: at + 1, isEdge: true };
	if (character === "b" || character === "B") return { made: `\\${character}`, end: at + 1, isEdge: true };
	const group = readClass(characters, at);
	if (group) return { made: `[${group.made}]`, end: group.end };
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

const single = (character: string, end: number): Read => ({ made: sourceOfCharacter(character), single: character, end });

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
