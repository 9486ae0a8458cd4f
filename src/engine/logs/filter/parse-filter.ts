import { toValue, type FieldValue } from "../fields/field.ts";
import { levelOfWord } from "../level.ts";
import type { Filter, FilterProblem, Operator } from "./filter.ts";
import { createTest, type LineTest } from "./machine.ts";
import { parsePattern } from "./pattern.ts";

export type ParsedFilter = { readonly filter: Filter; readonly problem?: never } | { readonly problem: FilterProblem; readonly filter?: never };

/** `text "a text" /pattern/i field>=400 -left-out !left-out (a OR b)`; what stands side by side has to hold together. An empty filter holds for everything. */
export function parseFilter(text: string): ParsedFilter {
	const reader: Reader = { text, at: 0, problem: undefined };
	const filter = readAny(reader);
	skipBlanks(reader);
	if (reader.at < text.length) fail(reader, "extraParenthesis", reader.at, reader.at + 1);
	return reader.problem ? { problem: reader.problem } : { filter };
}

type Reader = { readonly text: string; at: number; problem: FilterProblem | undefined };

const everything: Filter = { kind: "all", parts: [] };

/** The first problem counts, and ends the reading. */
function fail(reader: Reader, kind: FilterProblem["kind"], start: number, end: number, detail = ""): Filter {
	reader.problem ??= { kind, start, end, detail };
	reader.at = reader.text.length;
	return everything;
}

function skipBlanks(reader: Reader): void {
	while (/\s/.test(reader.text[reader.at] ?? "")) reader.at++;
}

/** A word on its own, such as OR, with what may stand behind it. */
function takeWord(reader: Reader, pattern: RegExp): boolean {
	skipBlanks(reader);
	const match = pattern.exec(reader.text.slice(reader.at, reader.at + 8));
	if (match) reader.at += match[0].trimEnd().length;
	return match !== null;
}

function readAny(reader: Reader): Filter {
	const parts = [readAll(reader)];
	for (;;) {
		const start = reader.at;
		if (!takeWord(reader, /^(?:OR(?=[\s()]|$)|\|\|)/)) break;
		if (isNothing(parts.at(-1))) return fail(reader, "missingTerm", start, reader.at, "OR");
		const [before, next] = [reader.at, readAll(reader)];
		if (isNothing(next)) return fail(reader, "missingTerm", start, before, "OR");
		parts.push(next);
	}
	return parts.length === 1 && parts[0] ? parts[0] : { kind: "any", parts };
}

const isNothing = (filter: Filter | undefined): boolean => filter?.kind === "all" && filter.parts.length === 0;

function readAll(reader: Reader): Filter {
	const parts: Filter[] = [];
	for (;;) {
		skipBlanks(reader);
		const rest = reader.text.slice(reader.at, reader.at + 3);
		if (rest === "" || rest.startsWith(")") || /^(?:OR(?:[\s()]|$)|\|\|)/.test(rest)) break;
		if (takeWord(reader, /^(?:AND(?=[\s()]|$)|&&)/)) continue;
		parts.push(readOne(reader));
	}
	return parts.length === 1 && parts[0] ? parts[0] : { kind: "all", parts };
}

function readOne(reader: Reader): Filter {
	const start = reader.at;
	if (takeWord(reader, /^(?:NOT(?=[\s(])|[-!](?=[^\s=~]))/)) {
		skipBlanks(reader);
		if (reader.at >= reader.text.length) return fail(reader, "missingTerm", start, reader.at, "NOT");
		return { kind: "not", part: readOne(reader) };
	}
	const character = reader.text[reader.at];
	if (character === "(") {
		reader.at++;
		const inner = readAny(reader);
		skipBlanks(reader);
		if (reader.text[reader.at] !== ")") return fail(reader, "unclosedParenthesis", start, start + 1);
		reader.at++;
		return inner;
	}
	const field = readField(reader);
	if (field) return field;
	if (character === '"') return { kind: "text", text: readQuoted(reader) };
	if (character === "/" && isPattern(reader)) return { kind: "pattern", test: readPattern(reader) };
	const word = /^[^\s()]+/.exec(reader.text.slice(reader.at))?.[0] ?? "";
	if (word === "") return fail(reader, "extraParenthesis", reader.at, reader.at + 1);
	reader.at += word.length;
	return { kind: "text", text: word };
}

function readQuoted(reader: Reader): string {
	const start = reader.at;
	let text = "";
	for (reader.at++; reader.at < reader.text.length; reader.at++) {
		const character = reader.text[reader.at] ?? "";
		if (character === '"') {
			reader.at++;
			return text;
		}
		// Of what a backslash may stand before, only these two need it.
		if (character === "\\" && /["\\]/.test(reader.text[reader.at + 1] ?? "")) reader.at++;
		text += reader.text[reader.at] ?? "";
	}
	fail(reader, "unclosedQuote", start, reader.text.length);
	return "";
}

/** A word may begin with a slash as well, as paths do: a pattern has another, behind which it ends. */
const isPattern = (reader: Reader): boolean => endOfPattern(reader) >= 0 || !/^\/[\w.@-]+(?:\/[\w.@:-]*)*(?:[\s)]|$)/.test(reader.text.slice(reader.at));

function endOfPattern({ text, at }: Reader): number {
	let isInClass = false;
	for (let index = at + 1; index < text.length; index++) {
		const character = text[index];
		if (character === "\\") index++;
		else if (character === "[") isInClass = true;
		else if (character === "]") isInClass = false;
		else if (character === "/" && !isInClass && /^i?(?:[\s)]|$)/.test(text.slice(index + 1, index + 12))) return index;
	}
	return -1;
}

function readPattern(reader: Reader): LineTest {
	const start = reader.at;
	const end = endOfPattern(reader);
	if (end < 0) return failPattern(reader, "unclosedPattern", start, reader.text.length);
	const flags = reader.text[end + 1] === "i" ? "i" : "";
	reader.at = end + 1 + flags.length;
	return compile(reader, reader.text.slice(start + 1, end), flags === "i", start + 1);
}

function failPattern(reader: Reader, kind: FilterProblem["kind"], start: number, end: number, detail = ""): LineTest {
	fail(reader, kind, start, end, detail);
	return never;
}

const never: LineTest = { test: () => false, find: () => [] };

function compile(reader: Reader, source: string, ignoresCase: boolean, start: number): LineTest {
	const { pattern, problem: found } = parsePattern(source, ignoresCase);
	if (found) return failPattern(reader, found.kind, start + found.at, start + Math.max(found.at + 1, found.end), found.detail);
	const test = createTest(pattern);
	return test ?? failPattern(reader, "longPattern", start, start + source.length);
}

const fieldStart = /^([A-Za-z_@$\u0080-\uffff][\w.@/$\u0080-\uffff-]*|"(?:[^"\\]|\\.)+")(>=|<=|!=|!~|==|=~|=|>|<|~)/;

/** A field's name as a filter takes it: in quotes where it has blanks and the like. */
export const filterName = (path: string): string => (fieldStart.exec(`${path}=`)?.[1] === path && !path.startsWith('"') ? path : quoted(path));

/** A value as a filter takes it. */
export const filterValue = (value: FieldValue): string =>
	typeof value === "string" && !/^[\w./:-]+$/.test(value) ? quoted(value.slice(0, 200)) : String(value);

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

function readField(reader: Reader): Filter | undefined {
	const match = fieldStart.exec(reader.text.slice(reader.at, reader.at + 200));
	if (!match) return undefined;
	const [whole, written = "", sign = ""] = match;
	const name = written.startsWith('"') ? written.slice(1, -1).replace(/\\(["\\])/g, "$1") : written;
	const start = reader.at;
	reader.at += whole.length;
	const operator = (sign === "==" ? "=" : sign === "=~" ? "~" : sign) as Operator;
	const at = reader.at;
	const character = reader.text[at];
	if (operator === "~" || operator === "!~") {
		if (character === "/" && endOfPattern(reader) >= 0) {
			return { kind: "field", name, operator, value: "", text: "", test: readPattern(reader) };
		}
		const source = character === '"' ? readQuoted(reader) : takeBare(reader, /^(?:\\.|\[(?:\\.|[^\]])*\]|\((?:[^()]*)\)|[^\s()])+/);
		if (source === "") return fail(reader, "missingValue", start, reader.at, whole);
		return { kind: "field", name, operator, value: "", text: source, test: compile(reader, source, true, character === '"' ? at + 1 : at) };
	}
	const isQuoted = character === '"';
	const text = isQuoted ? readQuoted(reader) : takeBare(reader, /^[^\s()]+/);
	if (text === "" && !isQuoted) return fail(reader, "missingValue", start, reader.at, whole);
	if (name === "level" && text !== "*" && !levelOfWord(text)) return fail(reader, "unknownLevel", at, reader.at, text);
	const stars = !isQuoted && text.includes("*") && text !== "*" && (operator === "=" || operator === "!=");
	const test = stars ? compile(reader, `^${text.replace(/[\\^$.|?+()[\]{}]/g, "\\$&").replaceAll("*", ".*")}$`, true, at) : undefined;
	return { kind: "field", name, operator, value: isQuoted ? text : toValue(text), text, test };
}

function takeBare(reader: Reader, pattern: RegExp): string {
	const found = pattern.exec(reader.text.slice(reader.at))?.[0] ?? "";
	reader.at += found.length;
	return found;
}
