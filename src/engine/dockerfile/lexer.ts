import { isSpace, quoteAsGo } from "./characters.ts";
import { isDear, removePrefix, removeSuffix, replaceMatches } from "./pattern.ts";

/** A word in the source that was lexed; the offsets are those of the characters it came from. */
export type LexedWord = { readonly text: string; readonly start: number; readonly end: number };

export type LexerOptions = {
	readonly escape: "\\" | "`";
	/** The value of a variable, undefined where it is not set, or `notKnown`. `hasFallback` where the text says what to do without a value, as in `${X:-default}`. */
	readonly lookup: (name: string, hasFallback: boolean) => string | undefined;
	/** Keep quotes, and escapes, in the result. */
	readonly keepQuotes?: boolean;
	readonly keepEscapes?: boolean;
	/** Leave `$X` as it stands where X is not set, rather than put nothing. */
	readonly keepUnset?: boolean;
	/** Take quotes for characters like any other, as in the body of a here document. */
	readonly ignoreQuotes?: boolean;
};

/** A value that only the build knows. It stands in the result wherever the result depends on it. Unicode gives this character to nobody. */
export const notKnown = "\uffff";

/** Of a value that is longer nothing is said. In UTF-16 units. */
const longest = 100_000;

export type Lexed = { readonly text: string; readonly words: readonly LexedWord[] };

/**
 * Splits words and expands variables as BuildKit's shell lexer does, which is a little like a shell and in places not.
 * Throws `LexerError` with BuildKit's message where BuildKit refuses the text; callers turn it into data.
 */
export function lex(source: string, options: LexerOptions): Lexed {
	try {
		return new Lexer(source, options).run("", options.keepEscapes ?? false);
	} catch (error) {
		if (error instanceof LexerError) throw new LexerError(`failed to process ${quoteAsGo(source)}: ${error.message}`);
		throw error;
	}
}

export class LexerError extends Error {}

const deepest = 200;

class Lexer {
	readonly #source: string;
	readonly #options: LexerOptions;
	#keepEscapes: boolean;
	#at: number;
	#words: Words | undefined;
	#depth = 0;

	constructor(source: string, options: LexerOptions) {
		this.#source = source;
		this.#options = options;
		this.#keepEscapes = options.keepEscapes ?? false;
		this.#at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
	}

	/** Reads up to `stop`, or to the end where it is empty. */
	run(stop: string, keepEscapes: boolean): Lexed {
		// BuildKit has no such limit, but a larger stack.
		if (this.#depth === deepest) throw new LexerError("too many substitutions in each other");
		this.#depth++;
		const [outer, outerWords] = [this.#keepEscapes, this.#words];
		const words = new Words();
		// BuildKit's levels share a buffer, so that the part of the word before a modifier is lost: `<<${X:-a}` opens no here document.
		outerWords?.clear();
		this.#keepEscapes = keepEscapes;
		this.#words = words;
		try {
			return this.#read(stop, words);
		} finally {
			this.#depth--;
			this.#keepEscapes = outer;
			this.#words = outerWords;
		}
	}

	/** Values that double from one variable to the next would fill the memory. */
	#find(name: string, hasFallback: boolean): string | undefined {
		const value = this.#options.lookup(name, hasFallback);
		return value !== undefined && value.length > longest ? notKnown : value;
	}

	#read(stop: string, words: Words): Lexed {
		let text = "";
		while (this.#at < this.#source.length) {
			const start = this.#at;
			const character = this.#peek();
			if (stop && character === stop) {
				this.#at++;
				return { text, words: words.finish() };
			}
			if (character === "<" || ((character === "'" || character === '"') && !this.#options.ignoreQuotes)) {
				const piece = character === "'" ? this.#singleQuoted() : character === '"' ? this.#doubleQuoted() : this.#lessThan();
				text += piece;
				words.append(piece, start, this.#at);
			} else if (character === "$") {
				const value = this.#variable();
				text += value;
				for (const each of value) words.add(each, start, this.#at);
			} else if (character === this.#options.escape) {
				this.#at++;
				if (this.#keepEscapes) {
					text += character;
					words.append(character, start, this.#at);
				}
				if (this.#at >= this.#source.length) break;
				const escaped = this.#next();
				text += escaped;
				words.append(escaped, start, this.#at);
			} else {
				this.#next();
				text += character;
				words.add(character, start, this.#at);
			}
		}
		if (stop) throw new LexerError(`unexpected end of statement while looking for matching ${stop}`);
		return { text, words: words.finish() };
	}

	#singleQuoted(): string {
		const close = this.#source.indexOf("'", this.#at + 1);
		if (close < 0) {
			this.#at = this.#source.length;
			throw new LexerError("unexpected end of statement while looking for matching single-quote");
		}
		const inner = this.#source.slice(this.#at + 1, close);
		this.#at = close + 1;
		return this.#options.keepQuotes ? `'${inner}'` : inner;
	}

	#doubleQuoted(): string {
		this.#at++;
		let inner = "";
		for (;;) {
			const character = this.#peek();
			if (character === "") throw new LexerError("unexpected end of statement while looking for matching double-quote");
			if (character === '"') break;
			if (character === "$") {
				inner += this.#variable();
				continue;
			}
			this.#next();
			if (character === this.#options.escape) {
				if (this.#keepEscapes) inner += character;
				const escaped = this.#peek();
				if (escaped === "") continue;
				inner += escaped === '"' || escaped === "$" || escaped === this.#options.escape ? this.#next() : character;
			} else {
				inner += character;
			}
		}
		this.#at++;
		return this.#options.keepQuotes ? `"${inner}"` : inner;
	}

	/** `<`, or `<<` with the white space after it, which belongs to a here document's word. */
	#lessThan(): string {
		const start = this.#at++;
		if (this.#peek() !== "<") return "<";
		this.#at++;
		while (/[\t\r ]/.test(this.#peek())) this.#at++;
		return this.#source.slice(start, this.#at);
	}

	#variable(): string {
		this.#at++;
		if (this.#peek() !== "{") {
			const name = this.#name();
			if (name === "") return "$";
			return this.#find(name, false) ?? (this.#options.keepUnset ? `$${name}` : "");
		}
		this.#at++;
		const first = this.#peek();
		if (first === "") throw new LexerError("syntax error: missing '}'");
		if (first === "{" || first === "}" || first === ":") throw new LexerError("syntax error: bad substitution");
		const name = this.#name();
		const modifier = this.#next() || "\ufffd";
		switch (modifier) {
			case "}":
				return this.#find(name, false) ?? (this.#options.keepUnset ? `\${${name}}` : "");
			case ":":
				return this.#modified(name, this.#next() || "\ufffd", true);
			case "+":
			case "-":
			case "?":
			case "#":
			case "%":
				return this.#modified(name, modifier, false);
			case "/":
				return this.#replaced(name);
			default:
				throw new LexerError(`unsupported modifier (${modifier}) in substitution`);
		}
	}

	#modified(name: string, modifier: string, emptyIsUnset: boolean): string {
		const isPattern = modifier === "#" || modifier === "%";
		const written = emptyIsUnset ? `:${modifier}` : modifier;
		if (emptyIsUnset && isPattern) throw new LexerError(`unsupported modifier (${written}) in substitution`);
		const word = this.#upTo("}", isPattern, "}").text;
		const value = this.#find(name, !isPattern);
		if (value === undefined && this.#options.keepUnset) return `\${${name}${written}${word}}`;
		if (!"+-?#%".includes(modifier)) throw new LexerError(`unsupported modifier (${written}) in substitution`);
		if (value === notKnown) return value;
		const isSet = value !== undefined && !(emptyIsUnset && value === "");
		switch (modifier) {
			case "-":
				return isSet ? value : word;
			case "+":
				return isSet ? word : "";
			case "?":
				if (isSet) return value;
				throw new LexerError(`${name}: ${word || `is not allowed to be ${value === undefined ? "unset" : "empty"}`}`);
			default: {
				const isGreedy = word.startsWith(modifier);
				const pattern = isGreedy ? word.slice(1) : word;
				if (isDear(value ?? "", pattern, true)) return notKnown;
				return this.#matching(pattern, () => (modifier === "#" ? removePrefix : removeSuffix)(value ?? "", pattern, isGreedy));
			}
		}
	}

	#replaced(name: string): string {
		const isEvery = this.#peek() === "/";
		if (isEvery) this.#at++;
		const pattern = this.#upTo("/", true, "/' in ${}").text;
		const replacement = this.#upTo("}", true, "}").text;
		const value = this.#find(name, false);
		if (value === notKnown) return value;
		if (value === undefined && this.#options.keepUnset) return `\${${name}/${pattern}/${replacement}}`;
		if (isDear(value ?? "", pattern, false)) return notKnown;
		return this.#matching(pattern, () => replaceMatches(value ?? "", pattern, replacement, isEvery));
	}

	#upTo(stop: string, keepEscapes: boolean, missing: string): Lexed {
		try {
			return this.run(stop, keepEscapes);
		} catch (error) {
			if (error instanceof LexerError && this.#at >= this.#source.length)
				throw new LexerError(`syntax error: missing '${missing}${missing.length === 1 ? "'" : ""}`);
			throw error;
		}
	}

	#matching(pattern: string, match: () => string): string {
		try {
			return match();
		} catch (error) {
			throw new LexerError(`invalid pattern (${pattern}) in substitution: ${error instanceof Error ? error.message : String(error)}`);
		}
	}

	#name(): string {
		const rest = this.#source.slice(this.#at, this.#at + 256);
		const name = (/^\p{Nd}+/u.exec(rest) ?? /^[@*#?\-$!]/.exec(rest) ?? /^[\p{L}\p{Nd}_]*/u.exec(rest))?.[0] ?? "";
		this.#at += name.length;
		return name;
	}

	/** The character at the cursor, a surrogate pair as one; empty at the end. */
	#peek(): string {
		const code = this.#source.codePointAt(this.#at);
		return code === undefined ? "" : String.fromCodePoint(code);
	}

	#next(): string {
		const character = this.#peek();
		this.#at += character.length;
		return character;
	}
}

/** Collects words: white space ends one unless it was quoted or escaped. */
class Words {
	readonly #words: LexedWord[] = [];
	#text = "";
	#start = 0;
	#end = 0;

	/** A character that separates words if it is white space. */
	add(character: string, start: number, end: number): void {
		if (!isSpace(character.charCodeAt(0))) this.append(character, start, end);
		else if (this.#text) this.#close();
	}

	/** A piece that belongs to the word whatever is in it. */
	append(piece: string, start: number, end: number): void {
		if (this.#text === "") this.#start = start;
		this.#text += piece;
		this.#end = end;
	}

	/** Forgets the word that is being read. */
	clear(): void {
		this.#text = "";
	}

	finish(): readonly LexedWord[] {
		if (this.#text) this.#close();
		return this.#words;
	}

	#close(): void {
		this.#words.push({ text: this.#text, start: this.#start, end: this.#end });
		this.#text = "";
	}
}
