/** Searches a text from an offset up to another, and adds each of its words that stands there to `found`, once for all ranges between two calls of `begin`. */
export type WordSearch = { begin(): void; find(text: string, from: number, to: number, found: string[]): void };

/**
 * A search for many words at once, without quotes and backslashes in them; their small letters stand for capitals, too. It may find one of a single character that is
 * not there. A text is gone over once, however many words there are: two characters of each are looked for, and then the word. Quotes, backslashes and continuations
 * within a word are seen through.
 */
export function searchFor(words: readonly string[]): WordSearch {
	const tables: Tables = {
		words,
		offsets: words.map(rarestPair),
		pairs: new Uint8Array(pairCount),
		thirds: new Uint8Array(thirdCount),
		next: words.map(() => 0),
		singles: words.flatMap((word, index) => (word.length === 1 ? [index] : [])),
		bits: new Uint16Array(256),
		foundIn: words.map(() => 0),
		search: 0,
	};
	for (const [index, word] of words.entries()) {
		if (word.length === 1) continue;
		const at = tables.offsets[index] ?? 0;
		const [one, other] = [word.charCodeAt(at) | 32, word.charCodeAt(at + 1) | 32];
		const key = pairOf(one, other);
		if (word.length > 2) tables.thirds[thirdOf(key, word.charCodeAt(at + 2) | 32)] = 1;
		else for (let third = 0; third < 256; third++) tables.thirds[thirdOf(key, third | 32)] = 1;
		tables.next[index] = tables.pairs[key] ?? 0;
		tables.pairs[key] = index + 1;
	}
	for (const [bit, index] of tables.singles.entries()) tables.bits[words[index]?.charCodeAt(0) ?? 0] = 1 << bit;
	for (const [code, kind] of kinds.entries()) if (kind === quote) tables.bits[code] = quoteBit;
	return { begin: () => tables.search++, find: (text, from, to, found) => find(tables, text, from, to, found) };
}

type Tables = {
	readonly words: readonly string[];
	/** Where in each word the two characters stand. */
	readonly offsets: readonly number[];
	/** By two characters: the first of the words, counted from 1. */
	readonly pairs: Uint8Array;
	/** Whether a third may come behind two. */
	readonly thirds: Uint8Array;
	/** The word after each that is looked for at the same place. */
	readonly next: number[];
	/** Which words are of one character, at most fifteen, and their bits by their codes. */
	readonly singles: readonly number[];
	readonly bits: Uint16Array;
	/** The search in which each was found last. */
	readonly foundIn: number[];
	search: number;
};

function find(tables: Tables, text: string, from: number, to: number, found: string[]): void {
	// Nearly all of the time is spent here, where there is no branch that is taken often.
	const { pairs, thirds, bits } = tables;
	let before = 0;
	let seen = 0;
	for (let at = from; at < to; at++) {
		const code = text.charCodeAt(at);
		const small = code | 32;
		const key = pairOf(before, small);
		const pair = pairs[key] ?? 0;
		if (pair !== 0 && thirds[thirdOf(key, at + 1 < to ? text.charCodeAt(at + 1) | 32 : 0)] !== 0) takeThoseAt(tables, pair, text, at - 1, to, found);
		seen |= bits[code & 255] ?? 0;
		before = small;
	}
	if (seen === 0) return;
	for (let bit = 0; bit < tables.singles.length; bit++) if ((seen & (1 << bit)) !== 0) take(tables, tables.singles[bit] ?? 0, found);
	if ((seen & quoteBit) === 0 || !hidesWords(text, from, to)) return;
	const bare = text.slice(from, to).replace(/\\\r?\n|["'\\]/g, "");
	find(tables, bare, 0, bare.length, found);
}

function takeThoseAt(tables: Tables, first: number, text: string, at: number, to: number, found: string[]): void {
	const { words, offsets, next, foundIn, search } = tables;
	for (let each = first; each > 0; each = next[each - 1] ?? 0)
		if (foundIn[each - 1] !== search && standsAt(text, at - (offsets[each - 1] ?? 0), to, words[each - 1] ?? "")) take(tables, each - 1, found);
}

function take({ words, foundIn, search }: Tables, index: number, found: string[]): void {
	if (foundIn[index] === search) return;
	foundIn[index] = search;
	found.push(words[index] ?? "");
}

const quoteBit = 1 << 15;

// Keys are made of codes that are the same for a small letter and its capital. Two characters hardly ever share one; with a third they may.
const pairCount = 1 << 13;
const thirdCount = 1 << 14;
const pairOf = (one: number, other: number): number => ((one << 7) ^ other) & (pairCount - 1);
const thirdOf = (pair: number, third: number): number => ((pair << 3) ^ (third * 5)) & (thirdCount - 1);

/** The commoner in shell scripts the later. */
const commonness = "zqjxkvwybfghupmdcl_/.nrsaiote- ";

/** Where in a word the two characters begin that stand side by side least often. */
function rarestPair(word: string): number {
	let [rarest, least] = [0, Infinity];
	// A third character tells more.
	for (let at = 0; at + 1 < Math.max(word.length - 1, 2); at++) {
		const pair = (commonness.indexOf(word[at] ?? "") + 2) * (commonness.indexOf(word[at + 1] ?? "") + 2);
		if (pair < least) [rarest, least] = [at, pair];
	}
	return rarest;
}

function standsAt(text: string, start: number, to: number, word: string): boolean {
	if (start < 0 || start + word.length > to) return false;
	// From its end: of words that begin alike there are more.
	for (let index = word.length - 1; index >= 0; index--) {
		const code = text.charCodeAt(start + index);
		const wanted = word.charCodeAt(index);
		if (code !== wanted && !((code | 32) === wanted && wanted >= 97 && wanted <= 122)) return false;
	}
	return true;
}

/** By their codes, up to 255: of a word, a quote, or a line feed. */
const kinds = new Uint8Array(256);
const [ofWord, quote, feed] = [1, 2, 4];
for (let code = 0; code < 128; code++) if (/[\w-]/.test(String.fromCharCode(code))) kinds[code] = ofWord;
for (const character of ["'", '"', "\\"]) kinds[character.charCodeAt(0)] = quote;
kinds[10] = feed;
/** Four characters one after the other, three bits each: a word that goes on behind a quote, or on the next line. */
const [quoted, continued] = [(ofWord << 6) | (quote << 3) | ofWord, (ofWord << 9) | (quote << 6) | (feed << 3) | ofWord];

/** Whether quotes or continuations stand within words. */
function hidesWords(text: string, from: number, to: number): boolean {
	let last = 0;
	for (let at = from; at < to; at++) {
		last = (last << 3) | (kinds[text.charCodeAt(at) & 255] ?? 0);
		if ((last & 0o777) === quoted || (last & 0o7777) === continued) return true;
	}
	return false;
}
