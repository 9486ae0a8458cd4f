/** Ranges of UTF-16 units, first and last of each, in order. */
export type Ranges = readonly (readonly [number, number])[];

export type Pattern =
	| { readonly kind: "set"; readonly ranges: Ranges }
	| { readonly kind: "all" | "any"; readonly parts: readonly Pattern[] }
	| { readonly kind: "repeat"; readonly part: Pattern; readonly least: number; readonly most: number }
	| { readonly kind: "start" | "end" | "boundary" | "inside" };

export type PatternProblem = {
	readonly kind: "badPattern" | "unsupportedPattern" | "longPattern";
	readonly at: number;
	readonly end: number;
	readonly detail: string;
};
export type ParsedPattern = { readonly pattern: Pattern; readonly problem?: never } | { readonly problem: PatternProblem; readonly pattern?: never };

const lastUnit = 0xffff;
/** Most repetitions that can be asked for by number. */
const mostRepeats = 200;
const deepest = 60;

/**
 * Reads a regular expression as JavaScript would, but for what cannot be matched in one pass over a line: what looks around, and what repeats a group's text.
 */
export function parsePattern(source: string, ignoresCase: boolean): ParsedPattern {
	const reader: Reader = { source, at: 0, ignoresCase, depth: 0, problem: undefined };
	const pattern = readAny(reader);
	if (reader.at < source.length) fail(reader, "badPattern", reader.at, reader.at + 1, source[reader.at] ?? "");
	return reader.problem ? { problem: reader.problem } : { pattern };
}

type Reader = { readonly source: string; at: number; readonly ignoresCase: boolean; depth: number; problem: PatternProblem | undefined };

const nothing: Pattern = { kind: "all", parts: [] };

/** The first problem counts, and ends the reading. */
function fail(reader: Reader, kind: PatternProblem["kind"], at: number, end: number, detail = ""): Pattern {
	reader.problem ??= { kind, at, end, detail };
	reader.at = reader.source.length;
	return nothing;
}

function readAny(reader: Reader): Pattern {
	const parts = [readAll(reader)];
	while (reader.source[reader.at] === "|") {
		reader.at++;
		parts.push(readAll(reader));
	}
	return parts.length === 1 && parts[0] ? parts[0] : { kind: "any", parts };
}

function readAll(reader: Reader): Pattern {
	const parts: Pattern[] = [];
	while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at] ?? "")) parts.push(readRepeated(reader));
	return parts.length === 1 && parts[0] ? parts[0] : { kind: "all", parts };
}

function readRepeated(reader: Reader): Pattern {
	let part = readAtom(reader);
	for (;;) {
		const start = reader.at;
		const match = /^(?:[*+?]|\{(\d+)(,)?(\d*)\})/.exec(reader.source.slice(start, start + 24));
		if (!match) return part;
		const [sign, from, comma, to] = match;
		reader.at += sign.length;
		const least = sign === "*" || sign === "?" ? 0 : sign === "+" ? 1 : Number(from);
		const most = sign === "?" ? 1 : sign === "*" || sign === "+" || (comma && !to) ? Infinity : comma ? Number(to) : Number(from);
		if (least > most) return fail(reader, "badPattern", start, reader.at, sign);
		if (least > mostRepeats || (most !== Infinity && most > mostRepeats)) return fail(reader, "longPattern", start, reader.at, sign);
		// Which of several matches is meant makes no difference here.
		if (reader.source[reader.at] === "?") reader.at++;
		part = { kind: "repeat", part, least, most };
	}
}

function readAtom(reader: Reader): Pattern {
	const { source, at } = reader;
	const character = source[reader.at++] ?? "";
	switch (character) {
		case "^":
			return { kind: "start" };
		case "$":
			return { kind: "end" };
		case ".":
			return { kind: "set", ranges: [[0, lastUnit]] };
		case "(":
			return readGroup(reader, at);
		case "[":
			return readClass(reader, at);
		case "\\":
			return readEscape(reader, at);
		case "*":
		case "+":
		case "?":
			return fail(reader, "badPattern", at, at + 1, character);
		default:
			return setOf(reader, [[character.charCodeAt(0), character.charCodeAt(0)]]);
	}
}

function readGroup(reader: Reader, start: number): Pattern {
	const kind = /^\?(?::|<[A-Za-z_$][\w$]*>|<?[=!]|.)/.exec(reader.source.slice(reader.at))?.[0] ?? "";
	if (kind !== "" && kind !== "?:" && !/^\?<\w/.test(kind)) return fail(reader, "unsupportedPattern", start, start + 1 + kind.length, `(${kind}`);
	reader.at += kind.length;
	if (++reader.depth > deepest) return fail(reader, "longPattern", start, start + 1, "(");
	const inner = readAny(reader);
	reader.depth--;
	if (reader.source[reader.at] !== ")") return fail(reader, "badPattern", start, start + 1, "(");
	reader.at++;
	return inner;
}

const digits: Ranges = [[0x30, 0x39]];
export const wordUnits: Ranges = [
	[0x30, 0x39],
	[0x41, 0x5a],
	[0x5f, 0x5f],
	[0x61, 0x7a],
];
const spaces: Ranges = [
	[0x09, 0x0d],
	[0x20, 0x20],
	[0xa0, 0xa0],
	[0x1680, 0x1680],
	[0x2000, 0x200a],
	[0x2028, 0x2029],
	[0x202f, 0x202f],
	[0x205f, 0x205f],
	[0x3000, 0x3000],
	[0xfeff, 0xfeff],
];
const named: Readonly<Record<string, Ranges>> = { d: digits, w: wordUnits, s: spaces, D: without(digits), W: without(wordUnits), S: without(spaces) };
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };

function readEscape(reader: Reader, start: number): Pattern {
	const character = reader.source[reader.at];
	if (character === "b" || character === "B") {
		reader.at++;
		return { kind: character === "b" ? "boundary" : "inside" };
	}
	return setOf(reader, escaped(reader, start));
}

/** What a backslash says, in a class and outside. */
function escaped(reader: Reader, start: number): Ranges {
	const character = reader.source[reader.at++];
	if (character === undefined) {
		fail(reader, "badPattern", start, start + 1, "\\");
		return [];
	}
	const ranges = named[character];
	if (ranges) return ranges;
	const control = controls[character];
	if (control !== undefined) return [[control, control]];
	if (/[1-9kpP]/.test(character)) {
		fail(reader, "unsupportedPattern", start, reader.at, `\\${character}`);
		return [];
	}
	const code =
		character === "x" || character === "u" ? /^(?:\{([\da-fA-F]{1,4})\}|([\da-fA-F]{4})|([\da-fA-F]{2}))/.exec(reader.source.slice(reader.at)) : null;
	if (code) {
		const text = code[1] ?? code[2] ?? code[3] ?? "";
		const used = character === "x" && code[2] ? text.slice(0, 2) : text;
		reader.at += code[1] === undefined ? used.length : code[0].length;
		const unit = Number.parseInt(used, 16);
		return [[unit, unit]];
	}
	const unit = character.charCodeAt(0);
	return [[unit, unit]];
}

function readClass(reader: Reader, start: number): Pattern {
	const { source } = reader;
	const isNegated = source[reader.at] === "^";
	if (isNegated) reader.at++;
	const ranges: (readonly [number, number])[] = [];
	while (source[reader.at] !== "]") {
		if (reader.at >= source.length) return fail(reader, "badPattern", start, start + 1, "[");
		const at = reader.at;
		const first = readMember(reader);
		const [single] = first;
		if (source[reader.at] !== "-" || source[reader.at + 1] === "]" || first.length !== 1 || !single || single[0] !== single[1]) {
			ranges.push(...first);
			continue;
		}
		reader.at++;
		const [last] = readMember(reader);
		if (!last || last[0] < single[0]) return fail(reader, "badPattern", at, reader.at, source.slice(at, reader.at));
		ranges.push([single[0], last[1]]);
	}
	reader.at++;
	const set = inBothCases(reader, inOrder(ranges));
	return { kind: "set", ranges: isNegated ? without(set) : set };
}

function readMember(reader: Reader): Ranges {
	const start = reader.at;
	const character = reader.source[reader.at++] ?? "";
	if (character !== "\\") return [[character.charCodeAt(0), character.charCodeAt(0)]];
	if (reader.source[reader.at] === "b") {
		reader.at++;
		return [[8, 8]];
	}
	return escaped(reader, start);
}

const setOf = (reader: Reader, ranges: Ranges): Pattern => ({ kind: "set", ranges: inBothCases(reader, ranges) });

function inBothCases({ ignoresCase }: Reader, ranges: Ranges): Ranges {
	if (!ignoresCase) return ranges;
	const more: (readonly [number, number])[] = [...ranges];
	for (const [first, last] of ranges) {
		if (last - first > 500) {
			more.push([0x41, 0x5a], [0x61, 0x7a]);
			continue;
		}
		for (let unit = first; unit <= last; unit++) {
			const character = String.fromCharCode(unit);
			for (const other of [character.toLowerCase(), character.toUpperCase()]) {
				if (other.length === 1 && other !== character) more.push([other.charCodeAt(0), other.charCodeAt(0)]);
			}
		}
	}
	return inOrder(more);
}

function inOrder(ranges: Ranges): Ranges {
	const all: [number, number][] = [];
	for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
		const before = all.at(-1);
		if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
		else all.push([first, last]);
	}
	return all;
}

function without(ranges: Ranges): Ranges {
	const rest: [number, number][] = [];
	let next = 0;
	for (const [first, last] of ranges) {
		if (first > next) rest.push([next, first - 1]);
		next = last + 1;
	}
	if (next <= lastUnit) rest.push([next, lastUnit]);
	return rest;
}
