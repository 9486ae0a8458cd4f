/**
 * A regular expression as data. `one` is a character, and `edge` a place between two, in JavaScript's syntax with the flag `u`: `[^/]`, `\u{61}`, `^`.
 * It is looked for anywhere in a text, as a RegExp does.
 */
export type Expression =
	| { readonly type: "one"; readonly source: string }
	| { readonly type: "edge"; readonly source: string }
	| { readonly type: "all"; readonly parts: readonly Expression[] }
	| { readonly type: "any"; readonly parts: readonly Expression[] }
	| { readonly type: "repeat"; readonly part: Expression; readonly least: number; readonly most: number };

/** The character itself. */
export const character = (text: string): Expression => ({ type: "one", source: sourceOfCharacter(text) });

/** JavaScript minds an escape that it does not know. */
export const sourceOfCharacter = (text: string): string => `\\u{${(text.codePointAt(0) ?? 0).toString(16)}}`;

export const one = (source: string): Expression => ({ type: "one", source });
export const edge = (source: string): Expression => ({ type: "edge", source });
export const all = (parts: readonly Expression[]): Expression => ({ type: "all", parts });
export const any = (parts: readonly Expression[]): Expression => ({ type: "any", parts });
export const repeat = (part: Expression, least: number, most: number): Expression => ({ type: "repeat", part, least, most });

/**
 * Whether a text has the expression in it. A RegExp tries all ways to share a text among several repetitions, which need not end; with more than two of them each
 * character is read once, by all that may come next. Undefined where the expression is none.
 */
export function toTest(expression: Expression): ((text: string) => boolean) | undefined {
	try {
		if (countOpen(expression) < 3) {
			const made = new RegExp(sourceOf(expression), "u");
			return (text) => made.test(text);
		}
		const states = statesOf(expression);
		return states && ((text) => isFound(states, text));
	} catch {
		// Only a set in which a range runs backwards, or parts in parts without end, come here.
		return undefined;
	}
}

/** How many parts may be of several lengths. */
function countOpen(expression: Expression): number {
	switch (expression.type) {
		case "all":
		case "any":
			return expression.parts.reduce((sum, part) => sum + countOpen(part), 0);
		case "repeat":
			return countOpen(expression.part) * Math.min(expression.most, 3) + (expression.most > expression.least && expression.most > 1 ? 1 : 0);
		default:
			return 0;
	}
}

function sourceOf(expression: Expression): string {
	switch (expression.type) {
		case "all":
			return expression.parts.map(sourceOf).join("");
		case "any":
			return `(?:${expression.parts.map(sourceOf).join("|")})`;
		case "repeat":
			return `(?:${sourceOf(expression.part)}){${expression.least},${expression.most === Infinity ? "" : expression.most}}`;
		default:
			return expression.source;
	}
}

/** `next` are states that follow without a character where there is no pattern, and the one behind the character or the edge where there is. */
type State = { readonly pattern: RegExp | undefined; readonly isEdge: boolean; next: readonly number[] };
type States = { readonly list: readonly State[]; readonly first: number; readonly last: number };

/** More than any pattern needs that somebody has written. */
const mostStates = 20_000;

function statesOf(expression: Expression): States | undefined {
	const list: State[] = [];
	const patterns = new Map<string, RegExp>();
	const add = (next: readonly number[], source?: string, isEdge = false): number => {
		let pattern: RegExp | undefined;
		if (source !== undefined) {
			// An edge is asked at a place in the text, and a character by itself.
			const key = isEdge ? source : `^${source}`;
			pattern = patterns.get(key) ?? new RegExp(isEdge ? source : `^${source}$`, isEdge ? "uy" : "u");
			patterns.set(key, pattern);
		}
		return list.push({ pattern, isEdge, next }) - 1;
	};
	/** The state in which the expression begins that ends in the given one; undefined where there are too many. */
	const build = (each: Expression, end: number): number | undefined => {
		if (list.length > mostStates) return undefined;
		switch (each.type) {
			case "one":
			case "edge":
				return add([end], each.source, each.type === "edge");
			case "all":
				return each.parts.reduceRight<number | undefined>((next, part) => (next === undefined ? next : build(part, next)), end);
			case "any": {
				const starts = each.parts.map((part) => build(part, end));
				return starts.every((start) => start !== undefined) ? add(starts) : undefined;
			}
			case "repeat": {
				let next: number | undefined = end;
				if (each.most === Infinity) {
					const loop = add([end]);
					const start = build(each.part, loop);
					if (start === undefined) return undefined;
					(list[loop] as State).next = [start, end];
					next = loop;
				}
				for (let count = each.most === Infinity ? each.least : each.most; count > 0 && next !== undefined; count--) {
					const start = build(each.part, next);
					next = start === undefined || count <= each.least ? start : add([start, end]);
				}
				return next;
			}
		}
	};
	const last = add([]);
	const first = build(expression, last);
	return first === undefined ? undefined : { list, first, last };
}

function isFound({ list, first, last }: States, text: string): boolean {
	/** For each state the place up to which it has been entered. */
	const entered = new Int32Array(list.length).fill(-1);
	let now: number[] = [];
	for (let at = 0; ;) {
		const waiting = [...now, first];
		now = [];
		while (waiting.length > 0) {
			const index = waiting.pop() as number;
			if (entered[index] === at) continue;
			entered[index] = at;
			if (index === last) return true;
			const { pattern, isEdge, next } = list[index] as State;
			if (!pattern) waiting.push(...next);
			else if (!isEdge) now.push(index);
			else {
				pattern.lastIndex = at;
				if (pattern.test(text)) waiting.push(...next);
			}
		}
		if (at >= text.length) return false;
		const read = String.fromCodePoint(text.codePointAt(at) ?? 0);
		const following: number[] = [];
		for (const index of now) {
			const { pattern, next } = list[index] as State;
			if (pattern?.test(read)) following.push(...next);
		}
		now = following;
		at += read.length;
	}
}
