import type { Range } from "../../text/text.ts";

/** A key of a mapping and the plain value on its line, which may be empty. The path ends with the key's own name. */
export type Entry = { readonly path: readonly string[]; readonly key: Range; readonly value: Range };

/** What may be written at a place: a key of the mapping at the path, the value of the key that the path ends with, or an item of its list. */
export type Place = { readonly path: readonly string[]; readonly expects: "key" | "value" | "item" };

/** A plain item of the list that the path ends with. */
export type Item = { readonly path: readonly string[]; readonly item: Range };

export type Scan = {
	/** In order. */
	readonly entries: readonly Entry[];
	/** In order. */
	readonly items: readonly Item[];
	/** What may be written where the scan stopped; undefined in a comment and behind what is complete. */
	readonly place: Place | undefined;
};

/**
 * Reads as much of a `.hullwright.yaml` as can be told from indentation, brackets and colons. A YAML parser refuses what is only half typed, and half typed is
 * what a file is when somebody wants to know what can stand there.
 */
export function scan(text: string, stop = text.length): Scan {
	const scanner = new Scanner(text);
	for (let start = text.startsWith("\uFEFF") ? 1 : 0; start <= stop;) {
		const feed = text.indexOf("\n", start);
		const next = feed < 0 ? text.length + 1 : feed + 1;
		scanner.line(start, Math.min(next - 1, stop));
		start = next;
	}
	return { entries: scanner.entries, items: scanner.items, place: scanner.place };
}

/** More than our keys nest. */
const deepest = 8;

/** A key is longer in no file that means something. */
const longestKey = 300;

const blockKey = /^(?:"([^"]*)"|'([^']*)'|([^\s'"{}[\],#&*!|>%@`-][^:#]*?))[ \t]*:(?=\s|$)/;
const flowToken = /[{}[\],]|:(?=[\s,{}[\]]|$)|"[^"]*"?|'[^']*'?|[^\s{}[\],:"']+|:|\s+/gy;

type Flow = { readonly isMapping: boolean; readonly path: readonly string[]; key: string | undefined; expectsValue: boolean };

class Scanner {
	readonly entries: Entry[] = [];
	readonly items: Item[] = [];
	place: Place | undefined = undefined;
	readonly #text: string;
	/** The keys that lead to the line, by their columns. */
	#open: readonly { readonly column: number; readonly name: string }[] = [];
	#flow: Flow[] = [];
	#flowColumn = -1;

	constructor(text: string) {
		this.#text = text;
	}

	line(start: number, lineEnd: number): void {
		const line = this.#text.slice(start, lineEnd);
		const comment = commentIn(line);
		const end = comment < 0 ? lineEnd : start + comment;
		const indentation = /^ */.exec(line)?.[0].length ?? 0;
		// A bracket that nobody closed ends at the latest where a line stands no further in than the key before it.
		if (indentation <= this.#flowColumn && /[^\s}\]]/.test(this.#text.charAt(start + indentation))) this.#flow = [];
		if (this.#flow.length > 0) this.#readFlow(start, end);
		else this.#readBlock(start, indentation, end);
		if (comment >= 0) this.place = undefined;
	}

	#readBlock(start: number, indentation: number, end: number): void {
		const rest = this.#text.slice(start + indentation, Math.min(end, start + indentation + longestKey));
		const isItem = /^-(?:\s|$)/.test(rest);
		if (rest.trim() === "" || isItem) {
			this.place = { path: this.#above(isItem ? indentation + 1 : indentation), expects: isItem ? "item" : "key" };
			const item = trimmed(this.#text, start + indentation + 1, end);
			if (isItem && item.end > item.start) this.items.push({ path: this.place.path, item: unquoted(this.#text, item) });
			return;
		}
		if (/^[{[]/.test(rest)) {
			this.#open = this.#open.filter(({ column }) => column < indentation);
			this.#flowColumn = -1;
			this.#readFlow(start + indentation, end);
			return;
		}
		const match = blockKey.exec(rest);
		const name = match?.[1] ?? match?.[2] ?? match?.[3];
		if (!match || name === undefined) {
			this.place = { path: this.#above(indentation), expects: "key" };
			return;
		}
		const at = start + indentation;
		const path = [...this.#above(indentation), name];
		this.#open = [...this.#open.filter(({ column }) => column < indentation), { column: indentation, name }].slice(0, deepest);
		const value = trimmed(this.#text, at + match[0].length, end);
		const key = match[3] === undefined ? { start: at + 1, end: at + 1 + name.length } : { start: at, end: at + name.length };
		this.entries.push({ path, key, value });
		this.place = { path, expects: "value" };
		if (/^[{[]/.test(this.#text.slice(value.start, value.end))) {
			this.#flowColumn = indentation;
			this.#readFlow(value.start, end);
		} else if (/\s$/.test(this.#text.slice(value.start, end))) this.place = undefined;
	}

	#readFlow(start: number, end: number): void {
		const text = this.#text.slice(start, end);
		flowToken.lastIndex = 0;
		for (let match = flowToken.exec(text); match; match = flowToken.exec(text)) {
			const [token] = match;
			if (/\S/.test(token)) this.#take(token, start + match.index);
		}
		const top = this.#flow.at(-1);
		if (!top) this.place = undefined;
		else if (!top.isMapping) this.place = { path: top.path, expects: "item" };
		else this.place = top.expectsValue ? { path: under(top), expects: "value" } : { path: top.path, expects: "key" };
	}

	#take(token: string, at: number): void {
		const top = this.#flow.at(-1);
		if (token === "{" || token === "[") {
			const path = top ? under(top) : this.#open.map(({ name }) => name);
			this.#flow.push({ isMapping: token === "{", path, key: undefined, expectsValue: false });
		} else if (token === "}" || token === "]") this.#flow.pop();
		else if (!top?.isMapping) {
			if (top && /[^,:]/.test(token)) this.items.push({ path: top.path, item: unquoted(this.#text, { start: at, end: at + token.length }) });
		} else if (token === ",") [top.key, top.expectsValue] = [undefined, false];
		else if (token === ":") top.expectsValue = top.key !== undefined;
		else if (top.expectsValue) this.#setValue({ start: at, end: at + token.length });
		else {
			const quotes = /^["']/.test(token) ? 1 : 0;
			const key = { start: at + quotes, end: at + token.length - quotes };
			top.key = this.#text.slice(key.start, key.end);
			this.entries.push({ path: under(top), key, value: { start: key.end, end: key.end } });
		}
	}

	#setValue(value: Range): void {
		const last = this.entries.pop();
		if (last) this.entries.push({ ...last, value });
	}

	#above(column: number): readonly string[] {
		return this.#open.filter((each) => each.column < column).map(({ name }) => name);
	}
}

const under = ({ path, key }: Flow): readonly string[] => (key === undefined || path.length === deepest ? path : [...path, key]);

/** Where the line's comment begins, or -1. */
function commentIn(line: string): number {
	if (!line.includes("#")) return -1;
	let quote = "";
	for (let at = 0; at < line.length; at++) {
		const character = line.charAt(at);
		if (quote) quote = character === quote ? "" : quote;
		else if (character === "#" && (at === 0 || /\s/.test(line.charAt(at - 1)))) return at;
		// An apostrophe within a word is no quote.
		else if (/["']/.test(character) && /^$|[\s{[,:-]/.test(line.charAt(at - 1))) quote = character;
	}
	return -1;
}

const unquoted = (text: string, { start, end }: Range): Range =>
	/^(["'])[^]*\1$/.test(text.slice(start, end)) && end - start > 1 ? { start: start + 1, end: end - 1 } : { start, end };

function trimmed(text: string, from: number, to: number): Range {
	let [start, end] = [from, to];
	while (start < end && /\s/.test(text.charAt(start))) start++;
	while (end > start && /\s/.test(text.charAt(end - 1))) end--;
	return { start, end };
}
