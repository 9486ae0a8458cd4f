import type { ArgumentPlace } from "../../format-options.ts";
import { isBlank, type Line, type Snippet } from "./snippet.ts";
import type { ShellToken } from "./shell-tokens.ts";

/** How deep each line of an instruction stands; undefined for the first, and where the white space before a line means something. `tabWidth` says how wide a tab is in the text as it is. */
export function levelsOf(snippet: Snippet, place: ArgumentPlace, tabWidth: number): readonly (number | undefined)[] {
	return new Levels(snippet, place, tabWidth).read();
}

type Lists = { readonly statements: ReadonlyMap<number, number>; readonly firstOf: ReadonlyMap<number, number> };

class Levels {
	readonly #snippet: Snippet;
	readonly #place: ArgumentPlace;
	/** The columns by which lines are indented. */
	readonly #columns: readonly number[];
	readonly #levels: (number | undefined)[];
	/** By line, the token of the script with which it begins. */
	readonly #firstTokens: readonly (ShellToken | undefined)[];
	/** The line on which each token of the script begins. */
	readonly #lineOfToken: readonly number[];
	/** By the line that something hangs on, how deep the lines were that hang there, the last of them last. */
	readonly #hanging = new Map<string, number[]>();

	constructor(snippet: Snippet, place: ArgumentPlace, tabWidth: number) {
		const { lines, tokens = [], text } = snippet;
		this.#snippet = snippet;
		this.#place = place;
		this.#columns = lines.map(({ lineStart, start }) => columnsOf(text, lineStart, start, tabWidth));
		this.#levels = lines.map(() => undefined);
		const byStart = new Map(tokens.map((token) => [token.start, token]));
		this.#firstTokens = lines.map((line) => (line.kind === "content" && line.end > line.start ? byStart.get(line.start) : undefined));
		let line = 0;
		this.#lineOfToken = tokens.map(({ start }) => {
			while ((lines[line + 1]?.lineStart ?? Infinity) <= start) line++;
			return line;
		});
	}

	read(): readonly (number | undefined)[] {
		const { lines } = this.#snippet;
		const isFree = this.#freeLines();
		for (const [index, line] of lines.entries()) {
			if (index === 0 || line.kind !== "content" || line.end === line.start || !isFree[index]) continue;
			const token = this.#firstTokens[index];
			this.#levels[index] = token ? this.#levelInScript(token, index, isFree) : this.#levelOfArgument(index, isFree);
		}
		let below: number | undefined;
		let isBelowFree = true;
		for (let index = lines.length - 1; index > 0; index--) {
			const line = lines[index];
			if (line?.kind === "content" && line.end > line.start) [below, isBelowFree] = [this.#levels[index], isFree[index] === true];
			// Below the last of its lines, an instruction has nothing but comments.
			else if (isBelowFree && line?.kind !== "blank" && (line?.kind === "comment" || isFree[index])) this.#levels[index] = below ?? 1;
		}
		return this.#levels;
	}

	/** Of the lines those before which there may be more or less white space. */
	#freeLines(): readonly boolean[] {
		const { lines, words, tokens = [], text, inner } = this.#snippet;
		const pieces = [...words, ...tokens].sort((one, other) => one.start - other.start);
		let next = 0;
		let before: Line | undefined;
		let last: (typeof pieces)[number] | undefined;
		return lines.map((line) => {
			if (line.kind !== "content") return false;
			while ((pieces[next]?.start ?? Infinity) < line.lineStart) {
				const piece = pieces[next++];
				if (piece && (last === undefined || piece.end > last.end)) last = piece;
			}
			const isInside = last !== undefined && last.end > line.lineStart;
			const isApart = isBlank(text[line.lineStart]) || (before !== undefined && before.contentEnd > before.lineStart && isBlank(text[before.contentEnd - 1]));
			const isControl = [last, pieces[next]].some((piece) => piece !== undefined && "kind" in piece && piece.kind === "control");
			if (before === undefined || line.contentEnd > line.lineStart) before = line;
			return !isInside && (isApart || isControl || inner.json);
		});
	}

	#levelInScript(token: ShellToken, index: number, isFree: readonly boolean[]): number {
		const inDepth = 1 + token.depth;
		if (token.role === "statement") return inDepth;
		if (token.role === "list") return inDepth + this.#shiftOfList(token, isFree);
		const anchor = this.#lineOfToken[token.role === "pipe" ? token.pipeline : token.command] ?? 0;
		if (anchor > 0 && !isFree[anchor]) return inDepth;
		const level = anchor > 0 ? (this.#levels[anchor] ?? inDepth) : inDepth;
		this.#others ??= this.#readOthers(isFree);
		switch (this.#place) {
			case "flush":
				return level;
			case "hang":
				// Where nothing but arguments follows, they need not be told from anything.
				return anchor > 0 || this.#others.size > 0 ? level + 1 : level;
			case "keep": {
				if (anchor > 0) return level + this.#deeper(`${anchor}`, this.#columns[anchor] ?? 0, index);
				const beside = this.#others.get(token.depth);
				if (beside !== undefined) return level + this.#deeper(`0 ${token.depth}`, beside, index);
				if (token.depth > 0) return level;
				return level - 1 + this.#deeper("0", this.#leastColumns(isFree, "script") - 1, index);
			}
		}
	}

	/** How far the lines are indented at least that go on with other commands, by how deep they are in the script. */
	#others: Map<number, number> | undefined;

	#readOthers(isFree: readonly boolean[]): Map<number, number> {
		const others = new Map<number, number>();
		for (const [index, token] of this.#firstTokens.entries()) {
			if (!token || index === 0 || !isFree[index] || (token.role !== "statement" && token.role !== "list")) continue;
			others.set(token.depth, Math.min(others.get(token.depth) ?? Infinity, this.#columns[index] ?? 0));
		}
		return others;
	}

	/** By how many levels the commands of an `&&` list stand below its beginning, where that has a line of its own. */
	#shiftOfList({ statement, depth }: ShellToken, isFree: readonly boolean[]): number {
		const first = this.#lineOfToken[statement] ?? 0;
		if (first === 0 || !isFree[first] || this.#place === "flush" || !this.#isAtBeginning(statement, first)) return 0;
		this.#lists ??= this.#readLists(isFree);
		if (this.#place === "hang") return (this.#lists.statements.get(depth) ?? 0) > 1 ? 1 : 0;
		return (this.#columns[this.#lists.firstOf.get(statement) ?? -1] ?? 0) > (this.#columns[first] ?? 0) ? 1 : 0;
	}

	#isAtBeginning(token: number, line: number): boolean {
		const first = this.#firstTokens[line];
		const { tokens = [] } = this.#snippet;
		return first !== undefined && (first === tokens[token] || (first.kind === "control" && first === tokens[token - 1]));
	}

	/** How many lines begin a statement, by depth, and the first line that goes on with a list, by its statement. */
	#lists: Lists | undefined;

	#readLists(isFree: readonly boolean[]): Lists {
		const statements = new Map<number, number>();
		const firstOf = new Map<number, number>();
		for (const [index, token] of this.#firstTokens.entries()) {
			if (!token || index === 0 || !isFree[index]) continue;
			if (token.role === "statement") statements.set(token.depth, (statements.get(token.depth) ?? 0) + 1);
			if (token.role === "list" && !firstOf.has(token.statement)) firstOf.set(token.statement, index);
		}
		return { statements, firstOf };
	}

	/** How many levels deeper the line is than what it hangs on, which is indented by so many columns. */
	#deeper(key: string, columns: number, index: number): number {
		const stack = this.#hanging.get(key) ?? [columns];
		this.#hanging.set(key, stack);
		const own = this.#columns[index] ?? 0;
		while (stack.length > 1 && (stack.at(-1) ?? 0) >= own) stack.pop();
		if (own > (stack.at(-1) ?? 0)) stack.push(own);
		return stack.length - 1;
	}

	/** A line that begins with a flag or with an argument of an instruction that runs nothing. */
	#levelOfArgument(index: number, isFree: readonly boolean[]): number {
		const { lines, text, inner } = this.#snippet;
		const start = lines[index]?.start ?? 0;
		if (inner.json && start >= inner.argsRange.start) {
			const bracket = lines.findLastIndex(({ lineStart }) => lineStart <= inner.argsRange.start);
			if (index === bracket) return 1;
			return (bracket > 0 ? 2 : 1) - (text[start] === "]" ? 1 : 0);
		}
		if (this.#place !== "keep") return 1;
		return this.#deeper("arguments", this.#leastColumns(isFree, "arguments") - 1, index);
	}

	/** How far the lines are indented at least that begin with words of a script, or with others. */
	#leastColumns(isFree: readonly boolean[], of: "script" | "arguments"): number {
		const known = this.#least.get(of);
		if (known !== undefined) return known;
		let least = Infinity;
		for (const [index, { kind, start, end }] of this.#snippet.lines.entries())
			if (index > 0 && end > start && kind === "content" && isFree[index] && (this.#firstTokens[index] === undefined) === (of === "arguments"))
				least = Math.min(least, this.#columns[index] ?? 0);
		this.#least.set(of, least);
		return least;
	}

	readonly #least = new Map<string, number>();
}

/** How far a line is indented, where tabs go on to the next multiple of their width. */
function columnsOf(text: string, from: number, to: number, tabWidth: number): number {
	let columns = 0;
	for (let at = from; at < to; at++) columns = text[at] === "\t" ? (Math.floor(columns / tabWidth) + 1) * tabWidth : columns + 1;
	return columns;
}
