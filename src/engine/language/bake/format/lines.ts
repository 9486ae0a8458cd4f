import type { Token } from "../../../hcl/tokens.ts";

/** A line's tokens, without the one that ends it. Here documents, and comments over several lines, make one line of the lines that they are on. */
export type HclLine = {
	readonly tokens: readonly Token[];
	/** The index of the `=` behind which the line has the whole value, so that it may stand below another; -1 where there is none. */
	readonly equals: number;
	/** Whether it ends with a comment, behind something else, that goes up to the line's end by itself. */
	readonly hasComment: boolean;
	/** How many brackets are open in it, in levels. */
	readonly level: number;
};

/** By the token: +1 for what opens a bracket or a hole, -1 for what closes one. */
export function bracketOf({ kind, text }: Token): number {
	if (kind === "hole") return 1;
	if (kind === "close-hole") return -1;
	if (kind !== "mark") return 0;
	return text === "(" || text === "[" || text === "{" ? 1 : text === ")" || text === "]" || text === "}" ? -1 : 0;
}

const sum = (tokens: readonly Token[]): number => tokens.reduce((total, token) => total + bracketOf(token), 0);

/** All lines, empty ones too. What a line opens is one level for the lines after it, however many brackets that are; what closes it ends it for its own line. */
export function linesOf(tokens: readonly Token[]): readonly HclLine[] {
	const lines: HclLine[] = [];
	const levels: number[] = [];
	for (const own of splitAtLineEnds(tokens)) {
		const change = sum(own);
		close(levels, -change);
		lines.push({ tokens: own, equals: equalsIn(own), hasComment: own.length > 1 && isLineComment(own.at(-1)), level: levels.length });
		if (change > 0) levels.push(change);
	}
	return lines;
}

const isLineComment = (token: Token | undefined): boolean => token?.kind === "comment" && !token.text.startsWith("/*");

function splitAtLineEnds(tokens: readonly Token[]): readonly (readonly Token[])[] {
	const lines: Token[][] = [[]];
	for (const token of tokens) {
		if (token.kind === "newline") lines.push([]);
		else lines.at(-1)?.push(token);
	}
	return lines;
}

function close(levels: number[], count: number): void {
	for (let left = count; left > 0 && levels.length > 0;) {
		const last = levels.pop() ?? 0;
		if (last > left) levels.push(last - left);
		left -= last;
	}
}

function equalsIn(tokens: readonly Token[]): number {
	const index = tokens.findIndex(({ kind, text }, at) => at > 0 && kind === "mark" && text === "=");
	return index > 0 && sum(tokens.slice(index)) === 0 ? index : -1;
}
