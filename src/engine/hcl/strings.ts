import { say } from "../text/message.ts";
import { complain, lineEnd, type Scanner, skipBlanks, take, takeName } from "./scanner.ts";
import type { Expression, StringPart, Word } from "./syntax.ts";

/** Parses what stands in a hole, where line ends are blanks. */
export type ParseHole = (scanner: Scanner) => Expression;

/** From a quotation mark on, which is there. What does not end, ends with its line. */
export function parseString(scanner: Scanner, parse: ParseHole): Expression & { readonly kind: "string" } {
	const start = scanner.at++;
	const parts = parseParts(scanner, parse, { limit: scanner.text.length, isQuoted: true });
	const end = scanner.at;
	const isClosed = take(scanner, '"');
	if (!isClosed) complain(scanner, { start, end }, say`the closing quotation mark is missing`);
	return { kind: "string", parts, content: { start: start + 1, end }, isClosed, isHeredoc: false, start, end: scanner.at };
}

const heredoc = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

/** A here document that begins there, if one does. */
export function parseHeredoc(scanner: Scanner, parse: ParseHole): Expression | undefined {
	heredoc.lastIndex = scanner.at;
	const [opening, , word] = heredoc.exec(scanner.text) ?? [];
	if (opening === undefined || word === undefined) return undefined;
	const { text, at: start } = scanner;
	const from = start + opening.length;
	let lineStart = from;
	while (lineStart < text.length && text.slice(lineStart, lineEnd(text, lineStart)).trim() !== word) lineStart = lineEnd(text, lineStart) + 1;
	const end = Math.min(lineStart, text.length);
	if (lineStart >= text.length) complain(scanner, { start, end: start + opening.trimEnd().length }, say`the line ${word} that ends this is missing`);
	scanner.at = from;
	const parts = parseParts(scanner, parse, { limit: end, isQuoted: false });
	scanner.at = lineStart >= text.length ? text.length : lineEnd(text, lineStart);
	return { kind: "string", parts, content: { start: from, end }, isClosed: lineStart < text.length, isHeredoc: true, start, end: scanner.at };
}

/** The whole of a text that stands in no quotation marks, where line ends mean nothing. */
export const parseTemplate = (scanner: Scanner, parse: ParseHole): readonly StringPart[] =>
	parseParts(scanner, parse, { limit: scanner.text.length, isQuoted: false });

/** Up to the limit, or to the quotation mark or line end that ends a string in quotes. */
function parseParts(scanner: Scanner, parse: ParseHole, { limit, isQuoted }: { readonly limit: number; readonly isQuoted: boolean }): StringPart[] {
	const { text } = scanner;
	const parts: StringPart[] = [];
	let [from, value] = [scanner.at, ""];
	const open: { readonly at: number; readonly end: string }[] = [];
	const close = (): void => {
		if (scanner.at > from) parts.push({ kind: "text", value, start: from, end: scanner.at });
		value = "";
	};
	while (scanner.at < limit) {
		const character = text[scanner.at] ?? "";
		if (isQuoted && (character === '"' || character === "\n" || (character === "\r" && text[scanner.at + 1] === "\n"))) break;
		const next = text[scanner.at + 1] ?? "";
		if (isQuoted && character === "\\") {
			const [escape = "\\", code] = /^\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|[^\r\n])/.exec(text.slice(scanner.at, scanner.at + 10)) ?? [];
			if (code === undefined && !Object.hasOwn(escapes, next))
				complain(scanner, { start: scanner.at, end: scanner.at + escape.length }, say`there is no such escape`);
			value += code === undefined ? (escapes[next] ?? next) : String.fromCharCode(Number.parseInt(code, 16));
			scanner.at += escape.length;
		} else if ((character === "$" || character === "%") && next === character && text[scanner.at + 2] === "{") {
			value += `${character}{`;
			scanner.at += 3;
		} else if ((character === "$" || character === "%") && next === "{") {
			close();
			const at = scanner.at;
			parts.push(character === "$" ? parseHole(scanner, parse) : parseDirective(scanner, parse));
			const keyword = /^%\{~?[ \t]*([a-z]+)/.exec(text.slice(at, at + 20))?.[1] ?? "";
			if (keyword === "if" || keyword === "for") open.push({ at, end: `end${keyword}` });
			else if (keyword === open.at(-1)?.end) open.pop();
			from = scanner.at;
		} else {
			value += character;
			scanner.at++;
		}
	}
	close();
	for (const { at, end } of open.slice(-1)) complain(scanner, { start: at, end: at + 2 }, say`\`%{${end}}\` is missing behind this`);
	return parts;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

function parseHole(scanner: Scanner, parse: ParseHole): StringPart {
	const start = scanner.at;
	scanner.at += 2;
	take(scanner, "~");
	const value = parse(scanner);
	if (value.kind === "missing") complain(scanner, { start, end: start + 2 }, say`a value is missing behind this`);
	closeHole(scanner, start);
	return { kind: "hole", value, start, end: scanner.at };
}

function parseDirective(scanner: Scanner, parse: ParseHole): StringPart {
	const start = scanner.at;
	scanner.at += 2;
	take(scanner, "~");
	skipBlanks(scanner, { lines: true });
	const keyword = takeName(scanner)?.text;
	const names: Word[] = [];
	if (keyword === "for") {
		do {
			skipBlanks(scanner, { lines: true });
			const name = takeName(scanner);
			if (name && name.text !== "in") names.push(name);
			skipBlanks(scanner, { lines: true });
		} while (take(scanner, ","));
		take(scanner, "in");
	}
	const value = keyword === "if" || keyword === "for" ? parse(scanner) : undefined;
	closeHole(scanner, start);
	return { kind: "directive", names, value, start, end: scanner.at };
}

function closeHole(scanner: Scanner, start: number): void {
	skipBlanks(scanner, { lines: true });
	take(scanner, "~");
	if (take(scanner, "}")) return;
	complain(scanner, { start, end: start + 2 }, say`the closing brace is missing`);
	// On the same line there may be one further on.
	const end = lineEnd(scanner.text, start);
	const brace = scanner.text.indexOf("}", Math.min(scanner.at, end));
	if (scanner.at > end) scanner.at = end;
	if (brace >= 0 && brace < end) scanner.at = brace + 1;
}
