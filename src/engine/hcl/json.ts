import { say } from "../text/message.ts";
import { complain, createScanner, here, lineEnd, mostDepth, type Scanner, take } from "./scanner.ts";
import { type ParseHole, parseTemplate } from "./strings.ts";
import { constantOf, type Entry, type Expression, type HclFile, type StringPart } from "./syntax.ts";

/** Reads a file in JSON by the letter; what is wrong it names, and goes on. Values are HCL's, and so is what strings compute, where it is said how that is parsed. */
export function parseJson(text: string, parseHole?: ParseHole): { readonly root: Expression } & Pick<HclFile, "problems"> {
	const scanner: JsonScanner = { ...createScanner(text), parseHole };
	const root = parseValue(scanner);
	skip(scanner);
	if (root.kind === "missing" && text.trim() !== "") complain(scanner, here(scanner), say`this is no JSON`);
	else if (scanner.at < text.length) complain(scanner, here(scanner), say`nothing may follow here`);
	return { root, problems: scanner.problems };
}

type JsonScanner = Scanner & { readonly parseHole: ParseHole | undefined };

/** White space, and comments, of which JSON has none. */
function skip(scanner: JsonScanner): void {
	const { text } = scanner;
	for (;;) {
		while (/[ \t\r\n]/.test(text[scanner.at] ?? "")) scanner.at++;
		const start = scanner.at;
		const isBlock = text.startsWith("/*", start);
		if (!isBlock && !text.startsWith("//", start) && text[start] !== "#") return;
		const close = isBlock ? text.indexOf("*/", start + 2) : lineEnd(text, start);
		scanner.at = close < 0 ? text.length : isBlock ? close + 2 : close;
		const end = text[scanner.at - 1] === "\r" ? scanner.at - 1 : scanner.at;
		complain(scanner, { start, end }, say`JSON has no comments`);
	}
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const word = /[\p{ID_Start}_$\d.+-][\p{ID_Continue}$.-]*/uy;

/** What begins there, white space before it left out. Where nothing does, it is missing, and who asks tells so. */
function parseValue(scanner: JsonScanner): Expression {
	skip(scanner);
	const { text, at: start } = scanner;
	const character = text[start];
	if (character === '"') return parseString(scanner);
	if (character === "{" || character === "[") {
		if (scanner.depth >= mostDepth) {
			complain(scanner, here(scanner), say`this is nested too deep`);
			scanner.at = text.length;
			return missingAt(start);
		}
		scanner.depth++;
		const value = character === "{" ? parseObject(scanner) : parseList(scanner);
		scanner.depth--;
		return value;
	}
	const digits = find(scanner, number);
	if (digits !== undefined) return { kind: "literal", value: Number(digits), start, end: scanner.at };
	const found = character === "'" ? takeSingleQuoted(scanner) : find(scanner, word);
	if (found === "true" || found === "false") return { kind: "literal", value: found === "true", start, end: scanner.at };
	if (found === "null") return { kind: "literal", value: null, start, end: scanner.at };
	if (found === undefined) return missingAt(start);
	complain(scanner, { start, end: scanner.at }, say`in JSON this has to stand in quotation marks`);
	const content = character === "'" ? { start: start + 1, end: start + 1 + found.length } : { start, end: scanner.at };
	return { kind: "string", parts: [{ kind: "text", value: found, ...content }], content, isClosed: true, isHeredoc: false, start, end: scanner.at };
}

const missingAt = (at: number): Expression => ({ kind: "missing", start: at, end: at });

function find(scanner: JsonScanner, pattern: RegExp): string | undefined {
	pattern.lastIndex = scanner.at;
	const found = pattern.exec(scanner.text)?.[0];
	scanner.at += found?.length ?? 0;
	return found;
}

function takeSingleQuoted(scanner: JsonScanner): string {
	const start = scanner.at;
	const close = scanner.text.indexOf("'", start + 1);
	scanner.at = close < 0 || close > lineEnd(scanner.text, start) ? lineEnd(scanner.text, start) : close + 1;
	return scanner.text.slice(start + 1, scanner.at - 1);
}

function parseList(scanner: JsonScanner): Expression {
	const start = scanner.at++;
	const items: Expression[] = [];
	const isClosed = parseItems(scanner, "]", () => {
		const item = parseValue(scanner);
		if (item.kind !== "missing") items.push(item);
		return item.kind !== "missing";
	});
	return { kind: "list", items, isClosed, start, end: scanner.at };
}

function parseObject(scanner: JsonScanner): Expression {
	const start = scanner.at++;
	const entries: Entry[] = [];
	const isClosed = parseItems(scanner, "}", () => {
		const entry = parseEntry(scanner);
		if (entry) entries.push(entry);
		return entry !== undefined;
	});
	return { kind: "object", entries, isClosed, start, end: scanner.at };
}

function parseEntry(scanner: JsonScanner): Entry | undefined {
	const key = parseValue(scanner);
	const constant = constantOf(key);
	const name = key.kind === "string" ? { text: constant ?? scanner.text.slice(key.content.start, key.content.end), ...key.content } : undefined;
	if (!name) return undefined;
	skip(scanner);
	const hasSign = take(scanner, ":");
	if (!hasSign) complain(scanner, here(scanner), say`\`:\` is missing here`);
	const value = hasSign || take(scanner, "=") ? parseValue(scanner) : undefined;
	if (value?.kind === "missing") complain(scanner, here(scanner), say`a value is missing here`);
	return { key, name: { text: name.text, start: name.start, end: name.end }, value, start: key.start, end: Math.max(key.end, value?.end ?? 0) };
}

/** Up to the bracket; false where it is not there. */
function parseItems(scanner: JsonScanner, close: "]" | "}", parse: () => boolean): boolean {
	let comma: number | undefined;
	for (;;) {
		skip(scanner);
		const at = scanner.at;
		if (take(scanner, close)) {
			if (comma !== undefined) complainBefore(scanner, comma);
			return true;
		}
		if (scanner.text[at] === ",") {
			complain(scanner, here(scanner), say`a value is missing here`);
			scanner.at++;
			continue;
		}
		if (!parse()) break;
		skip(scanner);
		comma = scanner.text[scanner.at] === "," ? scanner.at : undefined;
		if (take(scanner, ",") || scanner.text[scanner.at] === close) continue;
		if (!/["[{\w-]/.test(scanner.text[scanner.at] ?? "")) break;
		complain(scanner, here(scanner), say`a comma is missing before this`);
	}
	complain(scanner, here(scanner), say`the closing \`${close}\` is missing`);
	return false;
}

/** Problems are told in order, and what comes after the comma may have been told already. */
function complainBefore(scanner: JsonScanner, comma: number): void {
	if ((scanner.problems.at(-1)?.at.start ?? -1) < comma) complain(scanner, { start: comma, end: comma + 1 }, say`in JSON no comma stands behind the last`);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", '"': '"', "\\": "\\", "/": "/" };

/** What the escapes mean is a template, as in HCL. */
function parseString(scanner: JsonScanner): Expression & { readonly kind: "string" } {
	const { text } = scanner;
	const start = scanner.at++;
	let value = "";
	const offsets: number[] = [];
	const take = (written: string, length: number): void => {
		for (let index = 0; index < written.length; index++) offsets.push(scanner.at);
		value += written;
		scanner.at += length;
	};
	while (scanner.at < text.length && !/["\r\n]/.test(text[scanner.at] ?? "")) {
		const character = text[scanner.at] ?? "";
		if (character < " ") complain(scanner, { start: scanner.at, end: scanner.at + 1 }, say`in JSON this character has to be written as an escape`);
		if (character !== "\\") take(character, 1);
		else {
			const code = /^\\u([\da-fA-F]{4})/.exec(text.slice(scanner.at, scanner.at + 6))?.[1];
			const known = code === undefined ? escapes[text[scanner.at + 1] ?? ""] : String.fromCharCode(Number.parseInt(code, 16));
			if (known === undefined) complain(scanner, { start: scanner.at, end: scanner.at + 1 }, say`JSON has no such escape`);
			if (known === undefined) take(character, 1);
			else take(known, code === undefined ? 2 : 6);
		}
	}
	const end = scanner.at;
	offsets.push(end);
	const isClosed = text[scanner.at] === '"';
	if (isClosed) scanner.at++;
	else complain(scanner, { start, end }, say`the closing quotation mark is missing`);
	return { kind: "string", parts: partsOf(scanner, value, offsets), content: { start: start + 1, end }, isClosed, isHeredoc: false, start, end: scanner.at };
}

/** The parts of a string whose text is `value`, of which each character stands at an offset of the file. */
function partsOf(scanner: JsonScanner, value: string, offsets: readonly number[]): readonly StringPart[] {
	if (value === "") return [];
	if (!scanner.parseHole || !/[$%]\{/.test(value)) return [{ kind: "text", value, start: offsets[0] ?? 0, end: offsets.at(-1) ?? 0 }];
	const inner: Scanner = { ...createScanner(value), depth: scanner.depth };
	const parts = moved(parseTemplate(inner, scanner.parseHole), offsets) as readonly StringPart[];
	for (const { at, message } of inner.problems) complain(scanner, moved(at, offsets) as typeof at, message);
	return parts;
}

/** The same with offsets in the file. */
function moved(tree: unknown, offsets: readonly number[]): unknown {
	if (Array.isArray(tree)) return tree.map((each) => moved(each, offsets));
	if (typeof tree !== "object" || tree === null) return tree;
	return Object.fromEntries(
		Object.entries(tree).map(([key, value]: [string, unknown]) => [key, isPlace(key, value) ? (offsets[value] ?? offsets.at(-1) ?? 0) : moved(value, offsets)]),
	);
}

const isPlace = (key: string, value: unknown): value is number => typeof value === "number" && (key === "start" || key === "end" || key === "open");
