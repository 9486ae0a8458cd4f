import type { Range } from "../text/text.ts";
import { isBlank, isSpace, quoteAsGo, skipSpace, toUpperAsGo, trimSpaceEnd } from "./characters.ts";
import { readFlags } from "./flags.ts";
import { readJsonStrings } from "./json-form.ts";
import type { LogicalLine } from "./logical-line.ts";
import type { Draft, Flag, Instruction, SyntaxProblem, Word } from "./syntax.ts";

/** What the parser of one kind of arguments makes of them. */
type Arguments = {
	readonly args: readonly Word[];
	readonly json: boolean;
	readonly separator: "=" | "";
	readonly error: string | undefined;
	readonly trigger: Instruction | undefined;
};

const withWords = (args: readonly Word[], json = false): Arguments => ({ args, json, separator: "", error: undefined, trigger: undefined });
const withError = (error: string): Arguments => ({ args: noWords, json: false, separator: "", error, trigger: undefined });

/**
 * Reads the instruction between two offsets of a joined line, whose lines in the file are counted from 1, both included. Here documents are read afterwards, for
 * they stand on the lines below.
 */
export function readInstruction(line: LogicalLine, from: number, to: number, escape: string, startLine: number, endLine: number, depth = 0): Draft {
	const text = line.text;
	const start = skipSpace(text, from, to);
	const end = trimSpaceEnd(text, start, to);
	let keywordEnd = start;
	while (keywordEnd < end && !isBlank(text.charCodeAt(keywordEnd))) keywordEnd++;
	const { keyword, read } = kindOf(text.slice(start, keywordEnd));
	let at = keywordEnd;
	while (at < end && isBlank(text.charCodeAt(at))) at++;

	let flags: readonly Flag[] = noFlags;
	if (text.charCodeAt(at) === dash && text.charCodeAt(at + 1) === dash && at < end) [flags, at] = readFlags(line, at, end, escape);
	const argsStart = skipSpace(text, at, end);
	const { args, json, separator, error, trigger } = read(line, argsStart, end, escape, keyword, depth);
	const range = line.rangeAt(start, end);
	return {
		keyword,
		keywordRange: line.rangeAt(start, keywordEnd),
		range,
		fullRange: range,
		startLine,
		endLine,
		flags,
		args,
		argsRange: line.rangeAt(argsStart, end),
		json,
		separator,
		heredocs: noHeredocs,
		trigger,
		logical: line,
		logicalRange: { start, end },
		logicalArgs: { start: argsStart, end },
		error: error === undefined ? undefined : toProblem(error, startLine, range),
	};
}

const dash = 45;
const noWords: readonly Word[] = [];
const noFlags: readonly Flag[] = [];
const noHeredocs: Instruction["heredocs"] = [];

const toProblem = (message: string, line: number, at: Range): SyntaxProblem => ({ message, line, at });

type Reader = (line: LogicalLine, start: number, end: number, escape: string, keyword: string, depth: number) => Arguments;

const nothing: Reader = () => withWords(noWords);

const wholeText: Reader = (line, start, end) => withWords(start < end ? [toWord(line, start, end)] : noWords);

const jsonOr =
	(otherwise: Reader): Reader =>
	(line, start, end, escape, keyword, depth) => {
		const found = readJsonStrings(line, start, end);
		if (found === "not strings") return withError("when using JSON array syntax, arrays must be comprised of strings only");
		return found ? withWords(found, true) : otherwise(line, start, end, escape, keyword, depth);
	};

/** Words between blanks; quotes mean nothing here. */
const blankSeparated: Reader = (line, start, end) => {
	const args: Word[] = [];
	const text = line.text;
	for (let at = start; at < end;) {
		const from = at;
		while (at < end && !isBlank(text.charCodeAt(at))) at++;
		args.push(toWord(line, from, at));
		while (at < end && isBlank(text.charCodeAt(at))) at++;
	}
	return withWords(args);
};

const quotedWords: Reader = (line, start, end, escape) => withWords(readWords(line, start, end, escape));

/** `NAME=value …`, or the old `NAME value`, which the first word decides. */
const namesAndValues: Reader = (line, start, end, escape, keyword) => {
	const words = readWords(line, start, end, escape);
	const [first] = words;
	if (!first) return withWords(noWords);
	if (!first.text.includes("=")) return nameAndRest(line, start, end, keyword);
	const args: Word[] = [];
	let error: string | undefined;
	for (const { text, from, to } of words) {
		const equals = text.indexOf("=");
		if (equals < 0) {
			error = `Syntax error - can't find = in ${quoteAsGo(text)}. Must be of the form: name=value`;
			break;
		}
		args.push(line.wordAt(text.slice(0, equals), from, from + equals), line.wordAt(text.slice(equals + 1), from + equals + 1, to));
	}
	return { args, json: false, separator: "=", error, trigger: undefined };
};

function nameAndRest(line: LogicalLine, start: number, end: number, keyword: string): Arguments {
	let at = start;
	while (at < end && !isBlank(line.text.charCodeAt(at))) at++;
	if (at === end) return withError(`${keyword} must have two arguments`);
	const name = toWord(line, start, at);
	while (at < end && isBlank(line.text.charCodeAt(at))) at++;
	return withWords([name, toWord(line, at, end)]);
}

const command = jsonOr(wholeText);

const healthcheck: Reader = (line, start, end, escape, keyword, depth) => {
	let typeEnd = start;
	while (typeEnd < end && !isSpace(line.text.charCodeAt(typeEnd))) typeEnd++;
	if (typeEnd === start) return withWords(noWords);
	const type = toWord(line, start, typeEnd);
	const { args, json, error } = command(line, skipSpace(line.text, typeEnd, end), end, escape, keyword, depth);
	return { args: [type, ...args], json, separator: "", error, trigger: undefined };
};

/** An ONBUILD in an ONBUILD Docker refuses in the end. It is read none the less, but not so deep that the stack overflows. */
const deepest = 100;

const onbuild: Reader = (line, start, end, escape, _, depth) => {
	if (start === end || depth === deepest) return withWords(noWords);
	const trigger = readInstruction(line, start, end, escape, 0, 0, depth + 1);
	return { args: noWords, json: false, separator: "", error: trigger.error?.message, trigger };
};

const readers: Readonly<Record<string, Reader>> = {
	__proto__: null as never,
	ADD: jsonOr(blankSeparated),
	ARG: quotedWords,
	CMD: command,
	COPY: jsonOr(blankSeparated),
	ENTRYPOINT: command,
	ENV: namesAndValues,
	EXPOSE: blankSeparated,
	FROM: blankSeparated,
	HEALTHCHECK: healthcheck,
	LABEL: namesAndValues,
	MAINTAINER: wholeText,
	ONBUILD: onbuild,
	RUN: command,
	SHELL: command,
	STOPSIGNAL: wholeText,
	USER: wholeText,
	VOLUME: jsonOr(blankSeparated),
	WORKDIR: wholeText,
};

/** Every keyword that Docker knows, in capitals. */
export const keywords: ReadonlySet<string> = new Set(Object.keys(readers));

type KeywordKind = { readonly keyword: string; readonly read: Reader };

/** By the usual ways to write a keyword. */
const kinds: ReadonlyMap<string, KeywordKind> = new Map(
	Object.entries(readers).flatMap(([keyword, read]) => [keyword, keyword.toLowerCase()].map((written) => [written, { keyword, read }])),
);

const kindOf = (written: string): KeywordKind => kinds.get(written) ?? unusualKind(written);

/** Some letters outside ASCII have capitals inside it; they make no keyword that Docker knows. */
function unusualKind(written: string): KeywordKind {
	const keyword = toUpperAsGo(written);
	const known = kinds.get(keyword);
	if (!known) return { keyword, read: nothing };
	return /[^\0-\x7f]/.test(written) ? { keyword: written, read: nothing } : known;
}

const toWord = (line: LogicalLine, start: number, end: number): Word => line.wordAt(line.text.slice(start, end), start, end);

/** Words between white space, with quotes and escapes kept. `from` and `to` are offsets in the joined line. */
function readWords(line: LogicalLine, start: number, end: number, escape: string): readonly (Word & { readonly from: number; readonly to: number })[] {
	const text = line.text;
	const escapeCode = escape.charCodeAt(0);
	const words: (Word & { readonly from: number; readonly to: number })[] = [];
	for (let at = skipSpace(text, start, end); at < end; at = skipSpace(text, at, end)) {
		const from = at;
		let quote = 0;
		let to = end;
		for (; at < end; at++) {
			const code = text.charCodeAt(at);
			if (quote === 0 && isSpace(code)) break;
			if (code === escapeCode && quote !== singleQuote) {
				at++;
				if (at === end) to = end - 1; // An escape character at the very end is dropped.
			} else if (quote === 0 && (code === singleQuote || code === doubleQuote)) quote = code;
			else if (code === quote) quote = 0;
		}
		to = Math.min(at, to);
		if (to <= from) continue;
		const { start: first, end: last } = line.rangeAt(from, Math.min(at, end));
		words.push({ text: text.slice(from, to), from, to: Math.min(at, end), start: first, end: last });
	}
	return words;
}

const singleQuote = 39;
const doubleQuote = 34;
