import { type Edit, insert, replace } from "../text/text.ts";
import { lex, LexerError } from "./lexer.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";

/** The edits that make `name=value` of an ENV or LABEL in the old form, with the value that Docker makes of it now; undefined where that is not certain. */
export function toPair({ text, escape }: Dockerfile, { logical, logicalArgs }: Instruction, name: Word, value: Word): readonly Edit[] | undefined {
	const between = { start: name.end, end: value.start };
	const first = logicalArgs.end - value.text.length;
	if (!/^[ \t]+$/.test(text.slice(between.start, between.end)) || logical.text.slice(first, logicalArgs.end) !== value.text) return undefined;
	if (!/^[\w.-]+$/.test(name.text)) return undefined;
	// What means nothing but itself stays what it is.
	if (/^[\w./:@%+,-]+$/.test(value.text)) return [replace(between, "=")];
	const inserted = isOneWord(value.text) ? [] : quoted(value.text, escape);
	if (!inserted) return undefined;
	const edits: Edit[] = [replace(between, "=")];
	let made = "";
	let done = 0;
	for (const { at, remove, add } of inserted) {
		made += value.text.slice(done, at) + add;
		done = at + remove;
		const offset = at < value.text.length ? logical.toDocument(first + at) : value.end;
		edits.push(remove > 0 ? { start: offset, end: offset + remove, text: add } : insert(offset, add));
	}
	made += value.text.slice(done);
	const known = valueOf(value.text, escape);
	return known !== undefined && valueOf(made, escape) === known && (inserted.length > 0 || isOneWord(made)) ? joined(edits) : undefined;
}

type Insertion = { readonly at: number; readonly remove: number; readonly add: string };

/** Plain characters, variables without modifiers and whole quotes: what the new form takes for one word, too. */
const isOneWord = (text: string): boolean => /^(?:[^\s"'\\`$]|\$\w+|\$\{\w+\}|"[^"\\`]*"|'[^'\\`]*')+$/.test(text);

/** Double quotes around the whole, single ones within kept, and what double quotes would give a meaning escaped. */
function quoted(text: string, escape: string): readonly Insertion[] | undefined {
	// One pair of quotes around all of it will do as it is.
	if (/^"(?:[^"\\`]|\\["\\$])*"$/.test(text) && escape === "\\") return [];
	const insertions: Insertion[] = [{ at: 0, remove: 0, add: '"' }];
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? "";
		if (character === "\\" || character === "`") return undefined;
		if (character === quote || (!quote && (character === '"' || character === "'"))) {
			quote = quote ? "" : character;
			insertions.push({ at, remove: 1, add: "" });
		} else if (character === '"' || (character === "$" && quote === "'")) insertions.push({ at, remove: 0, add: escape });
	}
	insertions.push({ at: text.length, remove: 0, add: '"' });
	return quote ? undefined : insertions;
}

/** The value with the variables in it by their names; undefined where Docker refuses it. */
function valueOf(text: string, escape: "\\" | "`"): string | undefined {
	try {
		return lex(text, { escape, lookup: (name) => `\u0001${name}\u0002` }).text;
	} catch (error) {
		if (error instanceof LexerError) return undefined;
		throw error;
	}
}

/** Edits that touch each other as one. */
function joined(edits: readonly Edit[]): readonly Edit[] {
	const all: Edit[] = [];
	for (const edit of edits) {
		const last = all.at(-1);
		if (last && last.end === edit.start) all[all.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
		else all.push(edit);
	}
	return all;
}
