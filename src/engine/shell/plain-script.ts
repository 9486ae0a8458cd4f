import { isPlainCode } from "./simple-value.ts";
import type { ShellCommand } from "./shell-command.ts";

/** A simple command of a script, or commands in parentheses. Words are where they begin and end, one after the other; the end of one that is not its own value is negative. */
export type PlainCommand = {
	readonly joint: ShellCommand["joint"];
	readonly words: readonly number[];
	/** How many of the words are assignments before the program. */
	readonly assignments: number;
	readonly redirects: readonly PlainRedirect[];
	/** The scripts of `$(…)` and backquotes in its words, in the order of the text. */
	readonly substitutions: readonly PlainScript[];
	/** What stands in parentheses, where there are no words. */
	readonly body: PlainScript | undefined;
	/** What its failure does, as far as what comes after it in its script decides: `decides` and `counts`. */
	standing: number;
};

export type PlainScript = readonly PlainCommand[];
export type PlainRedirect = { readonly operator: string; readonly start: number; readonly end: number };

/** Bits: the status of the command may be its script's, and `set -e` may heed its failure. */
export const decides = 1;
export const counts = 2;

const none: readonly never[] = [];

/**
 * The commands of a script in which there are only simple ones and such in parentheses, one after the other or joined by `&&`, `||` and `|`, without here documents
 * and what runs in the background; undefined for all others. Nearly all scripts are of this kind, and need no tree.
 */
export function readPlainScript(text: string): PlainScript | undefined {
	top = 0;
	return readList({ text, at: 0, depth: 0, isInBackquotes: false, isPlain: true, substitutions: undefined }, end);
}

/** The words of the commands that are being read, the innermost last: lists that grow one by one take up more than they hold. */
const bounds: number[] = [];
let top = 0;

/** How far a text is read, and what was substituted in the command that is being read. */
type Reading = {
	readonly text: string;
	at: number;
	depth: number;
	isInBackquotes: boolean;
	/** Whether the word that was read is its own value. */
	isPlain: boolean;
	substitutions: PlainScript[] | undefined;
};

/** Deeper than anybody nests commands; without an end the stack would have one. */
const deepest = 100;

/** Reads commands up to the character that closes them, and steps over it. */
function readList(reading: Reading, closing: number): PlainScript | undefined {
	const { text } = reading;
	const commands: PlainCommand[] = [];
	let joint: ShellCommand["joint"] = "";
	const base = top;
	let redirects: PlainRedirect[] | undefined;
	let body: PlainScript | undefined;
	let assignments = 0;
	let { at } = reading;
	for (;;) {
		while (text.charCodeAt(at) === space || text.charCodeAt(at) === tab) at++;
		let code = at < text.length ? text.charCodeAt(at) : end;
		if (code === numberSign) {
			const lineEnd = text.indexOf("\n", at);
			at = lineEnd < 0 ? text.length : lineEnd;
			code = lineEnd < 0 ? end : lineFeed;
		}
		const following = text.charCodeAt(at + 1);
		const isRedirect = code === greater || code === less || (code === ampersand && following === greater);
		if (!isRedirect && (code === semicolon || code === ampersand || code === bar || code === lineFeed || code === closing || code === end)) {
			const isClosed = code === closing;
			if (code === end && !isClosed) return undefined;
			if (top === base && !body) {
				if (redirects || (!isClosed && code !== lineFeed)) return undefined;
				if (!isClosed) {
					at++;
					continue;
				}
				// A script may end behind a semicolon, but behind nothing else; only a whole one may be empty.
				if (joint !== ";" && (joint !== "" || code !== end)) return undefined;
			} else {
				if (redirects && !body && top === base + assignments * 2) return undefined;
				const { substitutions = none } = reading;
				const words = bounds.slice(base, top);
				top = base;
				commands.push({ joint, words, assignments, redirects: redirects ?? none, substitutions, body, standing: 0 });
			}
			if (isClosed) {
				reading.at = at + 1;
				return withStandings(commands);
			}
			const isDouble = code !== lineFeed && following === code;
			if (code === semicolon ? isDouble || following === ampersand : code === ampersand ? !isDouble : code === bar && following === ampersand) return undefined;
			joint = code === ampersand ? "&&" : code === bar ? (isDouble ? "||" : "|") : ";";
			at += isDouble ? 2 : 1;
			redirects = undefined;
			reading.substitutions = undefined;
			body = undefined;
			assignments = 0;
			continue;
		}
		if (isRedirect) {
			const redirect = readRedirect(reading, at);
			if (!redirect) return undefined;
			(redirects ??= []).push(redirect);
			at = redirect.end;
			continue;
		}
		// Behind parentheses there are no words.
		if (body) return undefined;
		if (code === open) {
			if (top > base || redirects || following === open) return undefined;
			body = readNested(reading, at + 1, close);
			if (!body) return undefined;
			({ at } = reading);
			continue;
		}
		const wordEnd = endOfWord(reading, at);
		if (wordEnd < 0) return undefined;
		const next = text.charCodeAt(wordEnd);
		if (next === greater || next === less) {
			const word = text.slice(at, wordEnd);
			if (word.startsWith("{")) return undefined;
			if (/^\d+$/.test(word)) {
				// A number that a redirect follows without a blank is its descriptor.
				at = wordEnd;
				continue;
			}
		}
		if (top === base + assignments * 2) {
			const kind = kindOfFirst(text, at, wordEnd);
			if (kind === "unknown") return undefined;
			if (kind === "assignment") assignments++;
		}
		bounds[top++] = at;
		bounds[top++] = reading.isPlain ? wordEnd : -wordEnd;
		at = wordEnd;
	}
}

/** The commands in parentheses or backquotes; what was substituted in the command around them is kept. */
function readNested(reading: Reading, at: number, closing: number): PlainScript | undefined {
	const { substitutions } = reading;
	if (reading.depth === deepest) return undefined;
	reading.at = at;
	reading.depth++;
	reading.substitutions = undefined;
	const commands = readList(reading, closing);
	reading.depth--;
	reading.substitutions = substitutions;
	return commands;
}

function withStandings(commands: readonly PlainCommand[]): PlainScript {
	let isLastStatement = true;
	let isLast = true;
	let isBeforeOr = false;
	let isPiped = false;
	for (let index = commands.length - 1; index >= 0; index--) {
		const command = commands[index] as PlainCommand;
		if (!isBeforeOr && !isPiped) command.standing = (isLastStatement ? decides : 0) | (isLast ? counts : 0);
		const { joint } = command;
		isPiped = joint === "|";
		if (joint === ";") {
			isLastStatement = false;
			isLast = true;
			isBeforeOr = false;
		} else if (joint !== "|") {
			isLast = false;
			isBeforeOr ||= joint === "||";
		}
	}
	return commands;
}

const end = -1;
const tab = 9;
const lineFeed = 10;
const space = 32;
const doubleQuote = 34;
const numberSign = 35;
const dollar = 36;
const ampersand = 38;
const singleQuote = 39;
const semicolon = 59;
const open = 40;
const close = 41;
const less = 60;
const greater = 62;
const backslash = 92;
const backquote = 96;
const openBrace = 123;
const bar = 124;

/** By their codes: 0 is part of a word, 1 ends it, 2 is looked at more closely, and 3 is part of a word that is not its own value. */
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) if (!isPlainCode(code)) classes[code] = 3;
for (const character of "\t\n ;&|<>)") classes[character.charCodeAt(0)] = 1;
for (const character of "\r\0(`\"'\\$") classes[character.charCodeAt(0)] = 2;

/** -1 where there is something in the word that is not for this reader. */
function endOfWord(reading: Reading, start: number): number {
	const { text } = reading;
	let at = start;
	while (at < text.length && classes[text.charCodeAt(at)] === 0) at++;
	let isPlain = true;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		const kind = code < 128 ? classes[code] : 3;
		if (kind === 1) break;
		if (kind === 0) {
			at++;
			continue;
		}
		isPlain = false;
		if (kind === 3) at++;
		else if (code === singleQuote) {
			at = text.indexOf("'", at + 1) + 1;
			if (at === 0) return -1;
		} else if (code === doubleQuote) {
			at = endOfQuotes(reading, at + 1);
			if (at < 0) return -1;
		} else if (code === dollar) {
			at = afterDollar(reading, at, false);
			if (at < 0) return -1;
		} else if (code === backquote) {
			if (reading.isInBackquotes) break;
			at = afterBackquotes(reading, at, false);
			if (at < 0) return -1;
		} else if (code === backslash && at + 1 < text.length && text.charCodeAt(at + 1) >= space) at += 2;
		else return -1;
	}
	reading.isPlain = isPlain;
	return at > start ? at : -1;
}

function endOfQuotes(reading: Reading, start: number): number {
	const { text } = reading;
	let at = start;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === doubleQuote) return at + 1;
		if (code === backslash) at += 2;
		else if (code === dollar) {
			at = afterDollar(reading, at, true);
			if (at < 0) return -1;
		} else if (code === backquote) {
			at = reading.isInBackquotes ? -1 : afterBackquotes(reading, at, true);
			if (at < 0) return -1;
		} else if (code === 0) return -1;
		else at++;
	}
	return -1;
}

/** Of `$name` only the dollar is stepped over; `${…}` is read where it holds neither quotes nor braces, and `$(…)` where a script such as this is in it. */
function afterDollar(reading: Reading, start: number, isQuoted: boolean): number {
	const { text } = reading;
	const next = text.charCodeAt(start + 1);
	if (next === openBrace) {
		variable.lastIndex = start;
		return variable.test(text) ? variable.lastIndex : -1;
	}
	if (next === open && text.charCodeAt(start + 2) !== open) {
		const script = readNested(reading, start + 2, close);
		if (!script) return -1;
		(reading.substitutions ??= []).push(script);
		return reading.at;
	}
	// A process's number takes the second dollar of `$$(`.
	if (next === dollar && text.charCodeAt(start + 2) === open) return -1;
	if (next === open || next === 91 || (!isQuoted && (next === singleQuote || next === doubleQuote))) return -1;
	return start + 1;
}

/** Where something is escaped in them, the script is not what stands there. */
function afterBackquotes(reading: Reading, start: number, isQuoted: boolean): number {
	const { text } = reading;
	const last = text.indexOf("`", start + 1);
	const content = last < 0 ? "\\" : text.slice(start + 1, last);
	if (content.includes("\\") || (isQuoted && content.includes('"'))) return -1;
	reading.isInBackquotes = true;
	const script = readNested(reading, start + 1, backquote);
	reading.isInBackquotes = false;
	if (!script || reading.at !== last + 1) return -1;
	(reading.substitutions ??= []).push(script);
	return reading.at;
}

const variable = /\$\{\w+(?::?[-=?+][\w./:@%, -]*)?\}/y;

function readRedirect(reading: Reading, start: number): PlainRedirect | undefined {
	const { text } = reading;
	redirect.lastIndex = start;
	const [all = "", operator = ""] = redirect.exec(text) ?? [];
	const from = start + all.length;
	const to = operator ? endOfWord(reading, from) : -1;
	return to > from && text.charCodeAt(from) !== numberSign ? { operator, start: from, end: to } : undefined;
}

/** Followed by what it is about; `<<`, `<(` and their like are not read here. */
const redirect = /(&>>?|>>|>&|>\||>|<>|<&|<(?!<))[ \t]*(?=[^\s;&|<>()])/y;

/** Words that mean something to the shell itself where a command begins. */
const reserved = new Set("if then elif else fi for while until do done case esac select function time coproc in { } ! [[ ]]".split(" "));
/** How long they are, as bits, by the code of their first character. */
const reservedLengths = new Uint16Array(128);
for (const word of reserved) reservedLengths[word.charCodeAt(0)] = (reservedLengths[word.charCodeAt(0)] ?? 0) | (1 << word.length);

/** What the first word of a command is, after its assignments. */
function kindOfFirst(text: string, start: number, wordEnd: number): "program" | "assignment" | "unknown" {
	const first = text.charCodeAt(start);
	let at = start;
	if (isNameCode(first) && !isDigit(first)) while (at < wordEnd && isNameCode(text.charCodeAt(at))) at++;
	if (at > start && at < wordEnd) {
		const code = text.charCodeAt(at);
		if (code === 61) return "assignment";
		if (code === 91 || (code === 43 && text.charCodeAt(at + 1) === 61)) return "unknown";
	}
	const length = wordEnd - start;
	return length < 9 && ((reservedLengths[first] ?? 0) & (1 << length)) !== 0 && reserved.has(text.slice(start, wordEnd)) ? "unknown" : "program";
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isNameCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code);
