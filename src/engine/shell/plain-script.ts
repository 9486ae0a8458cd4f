import type { ShellCommand } from "./shell-command.ts";

/** A simple command of a script. Words are where they begin and end, one after the other. */
export type PlainCommand = {
	readonly joint: ShellCommand["joint"];
	readonly words: readonly number[];
	/** How many of the words are assignments before the program. */
	readonly assignments: number;
	readonly redirects: readonly PlainRedirect[];
};

export type PlainRedirect = { readonly operator: string; readonly start: number; readonly end: number };

const none: readonly PlainRedirect[] = [];

/**
 * The commands of a script in which there are only simple ones, one after the other or joined by `&&`, `||` and `|`, without substitutions, here documents and what
 * runs in the background; undefined for all others. Most scripts are of this kind, and need no tree.
 */
export function readPlainScript(text: string): readonly PlainCommand[] | undefined {
	const commands: PlainCommand[] = [];
	let joint: ShellCommand["joint"] = "";
	let words: number[] = [];
	let redirects: PlainRedirect[] | undefined;
	let assignments = 0;
	let at = 0;
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
		if (!isRedirect && (code === semicolon || code === ampersand || code === bar || code === lineFeed || code === end)) {
			if (words.length === 0) {
				if (redirects || (code !== end && code !== lineFeed)) return undefined;
				// A script may end behind a semicolon, but behind nothing else.
				if (code === end) return joint === ";" || joint === "" ? commands : undefined;
				at++;
				continue;
			}
			if (redirects && words.length === assignments * 2) return undefined;
			commands.push({ joint, words, assignments, redirects: redirects ?? none });
			if (code === end) return commands;
			const isDouble = code !== lineFeed && following === code;
			if (code === semicolon ? isDouble || following === ampersand : code === ampersand ? !isDouble : code === bar && following === ampersand) return undefined;
			joint = code === ampersand ? "&&" : code === bar ? (isDouble ? "||" : "|") : ";";
			at += isDouble ? 2 : 1;
			words = [];
			redirects = undefined;
			assignments = 0;
			continue;
		}
		if (isRedirect) {
			const redirect = readRedirect(text, at);
			if (!redirect) return undefined;
			(redirects ??= []).push(redirect);
			at = redirect.end;
			continue;
		}
		const wordEnd = endOfWord(text, at);
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
		if (words.length === assignments * 2) {
			const kind = kindOfFirst(text, at, wordEnd);
			if (kind === "unknown") return undefined;
			if (kind === "assignment") assignments++;
		}
		words.push(at, wordEnd);
		at = wordEnd;
	}
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
const less = 60;
const greater = 62;
const backslash = 92;
const backquote = 96;
const openBrace = 123;
const bar = 124;

/** By their codes: 0 is part of a word, 1 ends it, and 2 is looked at more closely. */
const classes = new Uint8Array(128);
for (const character of "\t\n ;&|<>") classes[character.charCodeAt(0)] = 1;
for (const character of "\r\0()`\"'\\$") classes[character.charCodeAt(0)] = 2;

/** -1 where there is something in the word that is not for this reader. */
function endOfWord(text: string, start: number): number {
	let at = start;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		const kind = code < 128 ? classes[code] : 0;
		if (kind === 0) at++;
		else if (kind === 1) return at;
		else if (code === singleQuote) {
			at = text.indexOf("'", at + 1) + 1;
			if (at === 0) return -1;
		} else if (code === doubleQuote) {
			at = endOfQuotes(text, at + 1);
			if (at < 0) return -1;
		} else if (code === dollar) {
			at = afterDollar(text, at, false);
			if (at < 0) return -1;
		} else if (code === backslash && at + 1 < text.length && text.charCodeAt(at + 1) >= space) at += 2;
		else return -1;
	}
	return at;
}

function endOfQuotes(text: string, start: number): number {
	let at = start;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code === doubleQuote) return at + 1;
		if (code === backslash) at += 2;
		else if (code === dollar) {
			at = afterDollar(text, at, true);
			if (at < 0) return -1;
		} else if (code === backquote || code === 0) return -1;
		else at++;
	}
	return -1;
}

/** Of `$name` only the dollar is stepped over; `${…}` is read where it holds neither quotes nor braces. */
function afterDollar(text: string, start: number, isQuoted: boolean): number {
	const next = text.charCodeAt(start + 1);
	if (next === openBrace) {
		variable.lastIndex = start;
		return variable.test(text) ? variable.lastIndex : -1;
	}
	if (next === 40 || next === 91 || (!isQuoted && (next === singleQuote || next === doubleQuote))) return -1;
	return start + 1;
}

const variable = /\$\{\w+(?::?[-=?+][\w./:@%, -]*)?\}/y;

function readRedirect(text: string, start: number): PlainRedirect | undefined {
	redirect.lastIndex = start;
	const [all = "", operator = ""] = redirect.exec(text) ?? [];
	const from = start + all.length;
	const to = operator ? endOfWord(text, from) : -1;
	return to > from && text.charCodeAt(from) !== numberSign ? { operator, start: from, end: to } : undefined;
}

/** Followed by what it is about; `<<`, `<(` and their like are not read here. */
const redirect = /(&>>?|>>|>&|>\||>|<>|<&|<(?!<))[ \t]*(?=[^\s;&|<>()])/y;

/** Words that mean something to the shell itself where a command begins. */
const reserved = new Set("if then elif else fi for while until do done case esac select function time coproc in { } ! [[ ]]".split(" "));

/** What the first word of a command is, after its assignments. */
function kindOfFirst(text: string, start: number, wordEnd: number): "program" | "assignment" | "unknown" {
	name.lastIndex = start;
	if (name.test(text) && name.lastIndex < wordEnd) {
		const code = text.charCodeAt(name.lastIndex);
		if (code === 61) return "assignment";
		if (code === 91 || (code === 43 && text.charCodeAt(name.lastIndex + 1) === 61)) return "unknown";
	}
	return wordEnd - start < 9 && reserved.has(text.slice(start, wordEnd)) ? "unknown" : "program";
}

const name = /[A-Za-z_]\w*/y;
