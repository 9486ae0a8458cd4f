import { lex, LexerError } from "./lexer.ts";

export type Expansion = {
	/** Quotes and escapes taken off, variables replaced; a variable without a value gives nothing. The text as it was where there is an error. */
	readonly text: string;
	/** The variables that `lookup` did not know, each once, in the order of their first use. */
	readonly missing: readonly string[];
	/** Every variable that was looked up, likewise. */
	readonly used: readonly string[];
	/** Why BuildKit refuses the text, in its words. */
	readonly error: string | undefined;
};

/** Expands `$X`, `${X:-default}` and the other modifiers as BuildKit does in the instructions that allow it (not in RUN, CMD and ENTRYPOINT, whose shell does). */
export function expand(text: string, lookup: (name: string) => string | undefined, escape: "\\" | "`"): Expansion {
	if (!/["'$\\`]/.test(text)) return { text, missing: [], used: [], error: undefined };
	const used = new Set<string>();
	const missing = new Set<string>();
	const note = (name: string): string | undefined => {
		const value = lookup(name);
		used.add(name);
		if (value === undefined) missing.add(name);
		return value;
	};
	try {
		return { text: lex(text, { escape, lookup: note }).text, missing: [...missing], used: [...used], error: undefined };
	} catch (error) {
		if (error instanceof LexerError) return { text, missing: [...missing], used: [...used], error: error.message };
		throw error;
	}
}
