import type { Range } from "../text/text.ts";
import { isBlank, isSpace, quoteAsGo, skipSpace, toUpperAsGo, trimSpaceEnd } from "./characters.ts";
import { readFlags } from "./flags.ts";
import { readJsonStrings } from "./json-form.ts";
import type { LogicalLine } from "./logical-line.ts";
import type { Draft, Flag, Instruction, SyntaxProblem, Word } from "./syntax.ts";

/** The lines of the file, from 1 and both included, that an instruction stands on. */
export type LineNumbers = { readonly startLine: number; readonly endLine: number };

/** What the parser of one kind of arguments makes of them. */
type Arguments = {
	readonly args: readonly Word[];
	readonly json?: boolean;
	readonly separator?: "=" | "";
	readonly error?: string;
	readonly trigger?: Instruction;
};

/** Reads the instruction in `within` of a joined line. Here documents are read afterwards, for they stand on the lines below. */
export function readInstruction(line: LogicalLine, within: Range, escape: string, lines: LineNumbers, depth = 0): Draft {
	const text = line.text;
	const start = skipSpace(text, within.start, within.end);
	const end = trimSpaceEnd(text, start, within.end);
	let keywordEnd = start;
	while (keywordEnd < end && !isBlank(text.charCodeAt(keywordEnd))) keywordEnd++;
	const written = text.slice(start, keywordEnd);
	const keyword = spellings.get(written) ?? toKeyword(written);
	let at = keywordEnd;
	while (at < end && isBlank(text.charCodeAt(at))) at++;

	let flags: readonly Flag[] = noFlags;
	if (text.charCodeAt(at) === dash && text.charCodeAt(at + 1) === dash && at < end) [flags, at] = readFlags(line, at, end, escape);
	const logicalArgs = { start: skipSpace(text, at, end), end };
	const read = readers[keyword] ?? nothing;
	const { args, json = false, separator = "", error, trigger } = read(line, logicalArgs, escape, keyword, depth);
	const range = line.toDocumentRange({ start, end });
	return {
		keyword,
		keywordRange: line.toDocumentRange({ start, end: keywordEnd }),
		range,
		fullRange: range,
		startLine: lines.startLine,
		endLine: lines.endLine,
		flags,
		args,
		argsRange: line.toDocumentRange(logicalArgs),
		json,
		separator,
		heredocs: noHeredocs,
		trigger,
		logical: line,
		logicalRange: { start, end },
		logicalArgs,
		error: error === undefined ? undefined : toProblem(error, lines.startLine, range),
	};
}

const dash = 45;
const noFlags: readonly Flag[] = [];
const noHeredocs: Instruction["heredocs"] = [];
const noLines: LineNumbers = { startLine: 0, endLine: 0 };

/** Some letters outside ASCII have capitals inside it; they make no keyword that Docker knows. */
function toKeyword(name: string): string {
	const keyword = toUpperAsGo(name);
	return keyword in readers && /[^\0-\x7f]/.test(name) ? name : keyword;
}

const toProblem = (message: string, line: number, at: Range): SyntaxProblem => ({ message, line, at });

type Reader = (line: LogicalLine, within: Range, escape: string, keyword: string, depth: number) => Arguments;

const nothing: Reader = () => ({ args: [] });

const wholeText: Reader = (line, within) => ({ args: within.start < within.end ? [toWord(line, within)] : [] });

const jsonOr =
	(otherwise: Reader): Reader =>
	(line, within, escape, keyword, depth) => {
		const found = readJsonStrings(line, within);
		if (found === "not strings") return { args: [], error: "when using JSON array syntax, arrays must be comprised of strings only" };
		return found ? { args: found, json: true } : otherwise(line, within, escape, keyword, depth);
	};

/** Words between blanks; quotes mean nothing here. */
const blankSeparated: Reader = (line, { start, end }) => {
	const args: Word[] = [];
	const text = line.text;
	for (let at = start; at < end;) {
		const from = at;
		while (at < end && !isBlank(text.charCodeAt(at))) at++;
		args.push(toWord(line, { start: from, end: at }));
		while (at < end && isBlank(text.charCodeAt(at))) at++;
	}
	return { args };
};

const quotedWords: Reader = (line, within, escape) => ({ args: readWords(line, within, escape) });

/** `NAME=value …`, or the old `NAME value`, which the first word decides. */
const namesAndValues: Reader = (line, within, escape, keyword) => {
	const words = readWords(line, within, escape);
	const [first] = words;
	if (!first) return { args: [] };
	if (!first.text.includes("=")) return nameAndRest(line, within, keyword);
	const args: Word[] = [];
	for (const word of words) {
		const equals = word.text.indexOf("=");
		if (equals < 0) return { args, separator: "=", error: `Syntax error - can't find = in ${quoteAsGo(word.text)}. Must be of the form: name=value` };
		const { from, to } = word;
		args.push(line.wordAt(word.text.slice(0, equals), from, from + equals), line.wordAt(word.text.slice(equals + 1), from + equals + 1, to));
	}
	return { args, separator: "=" };
};

function nameAndRest(line: LogicalLine, { start, end }: Range, keyword: string): Arguments {
	let at = start;
	while (at < end && !isBlank(line.text.charCodeAt(at))) at++;
	if (at === end) return { args: [], error: `${keyword} must have two arguments` };
	const name = toWord(line, { start, end: at });
	while (at < end && isBlank(line.text.charCodeAt(at))) at++;
	return { args: [name, toWord(line, { start: at, end })] };
}

const healthcheck: Reader = (line, within, escape, keyword, depth) => {
	let typeEnd = within.start;
	while (typeEnd < within.end && !isSpace(line.text.charCodeAt(typeEnd))) typeEnd++;
	if (typeEnd === within.start) return { args: [] };
	const type = toWord(line, { start: within.start, end: typeEnd });
	const command = jsonOr(wholeText)(line, { start: skipSpace(line.text, typeEnd, within.end), end: within.end }, escape, keyword, depth);
	return { ...command, args: [type, ...command.args] };
};

/** An ONBUILD in an ONBUILD Docker refuses in the end. It is read none the less, but not so deep that the stack overflows. */
const deepest = 100;

const onbuild: Reader = (line, within, escape, _, depth) => {
	if (within.start === within.end || depth === deepest) return { args: [] };
	const trigger = readInstruction(line, within, escape, noLines, depth + 1);
	return trigger.error ? { args: [], trigger, error: trigger.error.message } : { args: [], trigger };
};

const readers: Readonly<Record<string, Reader>> = {
	__proto__: null as never,
	ADD: jsonOr(blankSeparated),
	ARG: quotedWords,
	CMD: jsonOr(wholeText),
	COPY: jsonOr(blankSeparated),
	ENTRYPOINT: jsonOr(wholeText),
	ENV: namesAndValues,
	EXPOSE: blankSeparated,
	FROM: blankSeparated,
	HEALTHCHECK: healthcheck,
	LABEL: namesAndValues,
	MAINTAINER: wholeText,
	ONBUILD: onbuild,
	RUN: jsonOr(wholeText),
	SHELL: jsonOr(wholeText),
	STOPSIGNAL: wholeText,
	USER: wholeText,
	VOLUME: jsonOr(blankSeparated),
	WORKDIR: wholeText,
};

/** Every keyword that Docker knows, in capitals. */
export const keywords: ReadonlySet<string> = new Set(Object.keys(readers));

/** The usual ways to write them. */
const spellings: ReadonlyMap<string, string> = new Map(
	[...keywords].flatMap((keyword) => [keyword, keyword.toLowerCase()].map((written) => [written, keyword])),
);

const toWord = (line: LogicalLine, { start, end }: Range): Word => line.wordAt(line.text.slice(start, end), start, end);

/** Words between white space, with quotes and escapes kept. `from` and `to` are offsets in the joined line. */
function readWords(line: LogicalLine, { start, end }: Range, escape: string): readonly (Word & { readonly from: number; readonly to: number })[] {
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
		const { start: first, end: last } = line.toDocumentRange({ start: from, end: Math.min(at, end) });
		words.push({ text: text.slice(from, to), from, to: Math.min(at, end), start: first, end: last });
	}
	return words;
}

const singleQuote = 39;
const doubleQuote = 34;
