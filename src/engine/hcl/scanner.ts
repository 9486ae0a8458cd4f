import { say } from "../text/message.ts";
import type { Range } from "../text/text.ts";
import type { HclProblem, Word } from "./syntax.ts";

/** Where the parser is in a text, and what it has met. */
export type Scanner = {
	readonly text: string;
	at: number;
	/** How many expressions and blocks it is in. */
	depth: number;
	readonly problems: HclProblem[];
	readonly comments: Range[];
};

export const createScanner = (text: string): Scanner => ({ text, at: text.startsWith("\uFEFF") ? 1 : 0, depth: 0, problems: [], comments: [] });

/** More in one another nobody writes, and a parser that calls itself for each comes to an end of its stack. */
export const mostDepth = 200;
const mostProblems = 100;

export function complain(scanner: Scanner, at: Range, message: HclProblem["message"]): void {
	if (scanner.problems.length < mostProblems && (scanner.problems.at(-1)?.at.start ?? -1) < at.start) scanner.problems.push({ at, message });
}

/** What stands there, as a range that can be seen: the character, or an empty one at a line's end. */
export const here = ({ text, at }: Scanner): Range => ({ start: at, end: at < text.length && !/[\r\n]/.test(text[at] ?? "") ? at + 1 : at });

/** Goes on to what is neither blank nor comment; past line ends only where they mean nothing. */
export function skipBlanks(scanner: Scanner, { lines }: { readonly lines: boolean }): void {
	const { text } = scanner;
	for (;;) {
		const character = text.charCodeAt(scanner.at);
		if (character === 32 || character === 9 || character === 13 || (lines && character === 10)) scanner.at++;
		else if (character === 35 || (character === 47 && text.charCodeAt(scanner.at + 1) === 47)) {
			const start = scanner.at;
			scanner.at = lineEnd(text, start);
			scanner.comments.push({ start, end: text[scanner.at - 1] === "\r" ? scanner.at - 1 : scanner.at });
		} else if (character === 47 && text.charCodeAt(scanner.at + 1) === 42) {
			const end = text.indexOf("*/", scanner.at + 2);
			if (end < 0) complain(scanner, { start: scanner.at, end: scanner.at + 2 }, say`this comment does not end`);
			scanner.comments.push({ start: scanner.at, end: end < 0 ? text.length : end + 2 });
			scanner.at = end < 0 ? text.length : end + 2;
		} else return;
	}
}

export function lineEnd(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}

export function skipLine(scanner: Scanner): void {
	scanner.at = lineEnd(scanner.text, scanner.at);
}

/** Takes the text where it stands there. */
export function take(scanner: Scanner, text: string): boolean {
	if (!scanner.text.startsWith(text, scanner.at)) return false;
	scanner.at += text.length;
	return true;
}

const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** A name that begins there, if one does; with `::` where functions are parted so. */
export function takeName(scanner: Scanner): Word | undefined {
	name.lastIndex = scanner.at;
	const found = name.exec(scanner.text)?.[0];
	if (found === undefined) return undefined;
	const start = scanner.at;
	scanner.at += found.length;
	return { text: found, start, end: scanner.at };
}
