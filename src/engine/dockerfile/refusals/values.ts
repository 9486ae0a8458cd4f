import { fact } from "../../text/fact.ts";
import { type Message, say } from "../../text/message.ts";
import type { Range } from "../../text/text.ts";
import { mayExpand } from "../expand.ts";
import { globalArguments, platformArguments } from "../global-scope.ts";
import { lex, LexerError, notKnown } from "../lexer.ts";
import { unknown } from "../expand.ts";
import { type Scope, scopeBefore } from "../variables.ts";
import type { Dockerfile, Instruction } from "../syntax.ts";
import type { Found } from "./refusal.ts";

/** The value of a variable: undefined where it is certain that nothing sets it, `notKnown` where an argument of the build or the base image may. */
export type Values = (name: string) => string | undefined;

export type Expanded = {
	/** Undefined where the file does not tell, and where there is an error. */
	readonly text: string | undefined;
	/** The words it falls into, for EXPOSE; undefined as the text is. */
	readonly words: readonly string[] | undefined;
	/** Why BuildKit refuses it, in its words. */
	readonly error: string | undefined;
};

/** Expands as BuildKit does. `inHeredoc` is the body of a here document, where quotes mean nothing and the backslash always escapes. */
export function expandExactly(text: string, values: Values, escape: "\\" | "`", inHeredoc = false): Expanded {
	if (!mayExpand(text))
		return { text, words: /\s/.test(text) ? lex(text, { escape, lookup: values }).words.map((word) => word.text) : [text], error: undefined };
	try {
		const { text: expanded, words } = lex(text, { escape: inHeredoc ? "\\" : escape, lookup: values, ignoreQuotes: inHeredoc });
		return expanded.includes(notKnown) ? nothing : { text: expanded, words: words.map((word) => word.text), error: undefined };
	} catch (error) {
		if (error instanceof LexerError) return { ...nothing, error: error.message };
		throw error;
	}
}

const nothing: Expanded = { text: undefined, words: undefined, error: undefined };

/** Whether expanding surely succeeds: quotes are closed, and variables have no modifiers. Each character has one reading, so that a failure costs no more. */
export const isPlain = (text: string): boolean => !mayExpand(text) || plain.test(text);
const plain = /^(?:[^"'$\\`]|\$(?:\w|\{\w+\})|'[^']*'|"(?:[^"$\\`]|\$(?:\w|\{\w+\}))*")*$/;

/** What the instruction's words find. */
export function valuesAt(file: Dockerfile, instruction: Instruction): Values {
	if (instruction.keyword === "FROM") return (name) => globalValues(file).known.get(name);
	// Most words have no variable in them.
	let scope: Scope | undefined;
	return (name) => {
		scope ??= scopeBefore(file, instruction);
		if (scope.get(name)?.isUnset) return notKnown;
		const value = scope.lookup(name);
		return value === unknown ? notKnown : value;
	};
}

export type GlobalValues = {
	readonly known: ReadonlyMap<string, string>;
	/** As a build without arguments has it. */
	readonly withoutArguments: ReadonlyMap<string, string>;
	/** Arguments without a default. */
	readonly unset: ReadonlySet<string>;
};

/** What FROM finds: the arguments before the first, whose defaults count, and those that BuildKit sets. */
export const globalValues = fact((file: Dockerfile): GlobalValues => {
	const known = new Map<string, string>(platformArguments.map((name) => [name, notKnown]));
	const withoutArguments = new Map(known);
	const unset = new Set<string>();
	for (const { name, value } of globalArguments(file)) {
		if (value) {
			known.set(name, expandExactly(value.text, (each) => known.get(each), file.escape).text ?? notKnown);
			withoutArguments.set(name, expandExactly(value.text, (each) => withoutArguments.get(each), file.escape).text ?? notKnown);
		} else {
			known.set(name, notKnown);
			unset.add(name);
		}
	}
	return { known, withoutArguments, unset };
});

/** The word's error, if it has one. */
export function* findExpansionError(file: Dockerfile, values: Values, text: string, at: Range, inHeredoc = false): Generator<Found> {
	if (isPlain(text)) return;
	const { error } = expandExactly(text, values, file.escape, inHeredoc);
	if (error !== undefined) yield { at, kind: "substitution", what: whatIsWrong(error), said: error };
}

export function whatIsWrong(error: string): Message {
	const modifier = /unsupported modifier \((.*)\) in substitution$/s.exec(error)?.[1];
	if (modifier !== undefined) return modifier === "\ufffd" ? say`a \`\${\` is not closed` : say`a variable cannot be changed with \`${modifier}\` here`;
	if (error.includes("matching single-quote")) return say`a single quote is not closed`;
	if (error.includes("matching double-quote")) return say`a double quote is not closed`;
	if (/missing '/.test(error)) return say`a \`\${\` is not closed`;
	if (error.includes("bad substitution")) return say`there is no name in \`\${\``;
	if (error.includes("invalid pattern")) return say`a substitution's pattern is invalid`;
	return say`a variable that has to have a value has none`;
}
