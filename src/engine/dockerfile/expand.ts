import { lex, LexerError, notKnown } from "./lexer.ts";

/** The value of a variable; undefined where nothing sets it unless the build is told to, and `unknown` where the file does not tell its value. */
export type Lookup = (name: string) => string | undefined | typeof unknown;
export const unknown = Symbol("unknown");

export type Expansion = {
	/** Quotes and escapes taken off, variables replaced; undefined where a variable decides whose value the file does not tell, and where there is an error. */
	readonly text: string | undefined;
	/** Why BuildKit refuses the text, in its words. */
	readonly error: string | undefined;
};

/** Whether expanding the text may change it. */
export const mayExpand = (text: string): boolean => /["'$\\`]/.test(text);

/** A word to be shown, or looked at where its value is not known: its variables stay. */
export const withoutQuotes = (text: string): string => (/["']/.test(text) ? text.replaceAll(/["']/g, "") : text);

/**
 * Expands `$X`, `${X:-default}` and the other modifiers as BuildKit does in the instructions that allow it (not in RUN, CMD and ENTRYPOINT, whose shell does).
 * A variable that is not set counts as such only where the text says what to take in its place: elsewhere a build that sets it is meant.
 */
export function expand(text: string, lookup: Lookup, escape: "\\" | "`"): Expansion {
	if (!mayExpand(text)) return { text, error: undefined };
	const find = (name: string, hasFallback: boolean): string | undefined => {
		const value = lookup(name);
		return value === unknown || (value === undefined && !hasFallback) ? notKnown : value;
	};
	try {
		const expanded = lex(text, { escape, lookup: find }).text;
		return { text: expanded.includes(notKnown) ? undefined : expanded, error: undefined };
	} catch (error) {
		if (error instanceof LexerError) return { text: undefined, error: error.message };
		throw error;
	}
}
