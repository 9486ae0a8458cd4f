import { type Message, say } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import { type Lookup, substitute } from "./template.ts";

/** A variable of a file such as `.env`. */
export type EnvEntry = Range & {
	readonly name: string;
	/** What it comes to; undefined where only the name stands there, and nothing outside gives it a value. */
	readonly value: string | undefined;
	readonly nameRange: Range;
	/** With its quotes; empty where nothing is written. */
	readonly valueRange: Range;
};

export type EnvFile = {
	/** In order; of a name that stands there twice the last counts. */
	readonly entries: readonly EnvEntry[];
	/** Where Compose stops reading, which makes it refuse the file. */
	readonly error: { readonly at: Range; readonly message: Message } | undefined;
};

/**
 * Reads a file of variables as Compose does: https://github.com/compose-spec/compose-go/tree/v2.14.0/dotenv. `outside` counts over the file's own variables where one
 * is used in a value, and those over what `earlier` files have; nothing is executed, `$(…)` is text.
 */
export function readEnvFile(text: string, outside: Lookup, earlier: Lookup = () => undefined): EnvFile {
	const entries: EnvEntry[] = [];
	const own = new Map<string, string>();
	const lookup: Lookup = (name) => outside(name) ?? own.get(name) ?? earlier(name);
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	const failed = (start: number, end: number, message: Message): EnvFile => ({ entries, error: { at: { start, end: Math.max(end, start + 1) }, message } });

	for (;;) {
		at = statementStart(text, at);
		if (at >= text.length) return { entries, error: undefined };
		const exported = /^export[\t\n\v\f\r ]+/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
		const start = at + (exported > 0 ? skipBlanks(text, at + "export".length) - at : 0);
		const end = endOfName(text, start);
		if (end.isWrong) return failed(end.at, end.at + 1, say`a name of a variable cannot hold \`${text[end.at] ?? ""}\``);
		const name = text.slice(start, end.at).trimEnd();
		const nameRange = { start, end: start + name.length };
		if (name.includes(" ")) return failed(nameRange.start, nameRange.end, say`a name of a variable cannot hold a blank`);
		const mark = text[end.at];
		const valueStart = skipBlanks(text, Math.min(end.at + 1, text.length));
		if (mark === "\n") {
			const value = lookupOutside(outside, name);
			if (value !== undefined) own.set(name, value);
			entries.push({ name, value, nameRange, valueRange: { start: nameRange.end, end: nameRange.end }, start: at, end: nameRange.end });
			at = valueStart;
			continue;
		}
		const read = readValue(text, valueStart);
		if ("unterminated" in read) return failed(valueStart, read.unterminated, say`the quote that opens this value is not closed`);
		const replaced = read.expands ? substitute(read.value, lookup) : { text: read.value, error: undefined };
		if (replaced.error) {
			const { error } = replaced;
			return failed(
				valueStart,
				read.end,
				error.kind === "invalid"
					? say`a \`$\` stands here that begins no variable; \`$$\` means it as it is`
					: error.reason === ""
						? say`\`${error.name}\` has to have a value, and has none`
						: say`\`${error.name}\` has to have a value, and has none: ${error.reason}`,
			);
		}
		own.set(name, replaced.text);
		entries.push({ name, value: replaced.text, nameRange, valueRange: { start: valueStart, end: read.end }, start: at, end: read.end });
		at = read.next;
	}
}

const lookupOutside = (outside: Lookup, name: string): string | undefined => (name === "" ? undefined : outside(name));

function statementStart(text: string, from: number): number {
	let at = from;
	for (;;) {
		while (at < text.length && /\s/.test(text[at] ?? "")) at++;
		if (text[at] !== "#") return at;
		const feed = text.indexOf("\n", at);
		if (feed < 0) return text.length;
		at = feed;
	}
}

const isBlank = (character: string | undefined): boolean => character !== undefined && /[\t\v\f\r \u0085\u00A0]/.test(character);

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (isBlank(text[at])) at++;
	return at;
}

/** Where the name ends: at `=`, `:` or the line's end, which in a file's last line nothing marks; or at a character that no name has. */
function endOfName(text: string, start: number): { readonly at: number; readonly isWrong: boolean } {
	for (let at = start; at < text.length; at++) {
		const character = text[at] ?? "";
		if (character === "=" || character === ":" || character === "\n") return { at, isWrong: false };
		if (!isBlank(character) && !/[\p{L}\p{N}_.[\]-]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) return { at, isWrong: true };
		if ((text.codePointAt(at) ?? 0) > 0xffff) at++;
	}
	return { at: text.length, isWrong: false };
}

type ReadValue = { readonly value: string; readonly expands: boolean; readonly end: number; readonly next: number } | { readonly unterminated: number };

function readValue(text: string, start: number): ReadValue {
	const quote = text[start];
	const feed = text.indexOf("\n", start);
	const lineEnd = feed < 0 ? text.length : feed;
	if (quote !== "'" && quote !== '"') {
		const line = text.slice(start, lineEnd);
		const comment = line.indexOf(" #");
		const value = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
		return { value, expands: true, end: start + value.length, next: Math.min(lineEnd + 1, text.length) };
	}
	let value = "";
	let isEscaped = false;
	for (let at = start + 1; at < text.length; at++) {
		const character = text[at] ?? "";
		if (character === quote && !isEscaped) return { value: quote === '"' ? unescaped(value) : value, expands: quote === '"', end: at + 1, next: at + 1 };
		if (character === "\\" && !isEscaped) {
			isEscaped = true;
			continue;
		}
		value += isEscaped && character !== quote ? `\\${character}` : character;
		isEscaped = false;
	}
	return { unterminated: lineEnd };
}

const escapes: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", '"': '"', "\\": "\\", $: "$$" };

function unescaped(value: string): string {
	return value.replace(/\\(?:([abcfnrtv$"\\])|0(\d{0,3}))/g, (whole: string, letter: string | undefined, octal: string | undefined) => {
		if (letter !== undefined) return escapes[letter] ?? whole;
		return octal !== undefined && /^[0-3][0-7]{2}$/.test(octal) ? String.fromCharCode(Number.parseInt(octal, 8)) : whole;
	});
}

/** Reads a file in the format `raw`, which is that of `docker run --env-file`: values are as they are written, quotes included. */
export function readRawEnvFile(text: string, outside: Lookup): EnvFile {
	const entries: EnvEntry[] = [];
	let start = text.startsWith("\uFEFF") ? 1 : 0;
	for (const line of text.slice(start).split("\n")) {
		const [from, next] = [start, start + line.length + 1];
		start = next;
		const own = line.replace(/\r$/, "").trimStart();
		if (own === "" || own.startsWith("#")) continue;
		const begin = from + line.indexOf(own);
		const equals = own.indexOf("=");
		const name = equals < 0 ? own : own.slice(0, equals);
		const nameRange = { start: begin, end: begin + name.length };
		if (name === "") return { entries, error: { at: { start: begin, end: begin + own.length }, message: say`no name of a variable stands before the \`=\`` } };
		if (/[ \t]/.test(name)) return { entries, error: { at: nameRange, message: say`a name of a variable cannot hold a blank` } };
		const valueRange = { start: equals < 0 ? nameRange.end : nameRange.end + 1, end: begin + own.length };
		entries.push({ name, value: equals < 0 ? outside(name) : own.slice(equals + 1), nameRange, valueRange, start: begin, end: begin + own.length });
	}
	return { entries, error: undefined };
}
