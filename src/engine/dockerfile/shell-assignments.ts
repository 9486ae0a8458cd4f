import type { Range } from "../text/text.ts";

/** A word of a script that gives a variable a value, or another standing: `X=1`, `for X in`, `read X`, `export X`. */
export type Assignment = Range & { readonly name: string };

/**
 * The assignments in a stretch of a shell script, in order, told by what stands before each word, so that begun and broken scripts are read as far as they go.
 * An argument such as that of `make X=1` is none, and nor is that of `env X=1`, which the program alone sees that is started.
 */
export function assignmentsIn(text: string, from: number, to: number): readonly Assignment[] {
	const found: Assignment[] = [];
	/** Where each substitution and group that is open goes on when it is over. */
	const open: Standing[] = [];
	let isCommandExpected = true;
	let takesNames: Standing["takesNames"];
	token.lastIndex = from;
	for (let match = token.exec(text); match && match.index < to; match = token.exec(text)) {
		const [whole, operator, quoted, name, equals, plain] = match;
		const at = match.index;
		if (operator !== undefined) {
			if (operator === "(") open.push(begun);
			else if (operator === "$(") open.push({ isCommandExpected, takesNames });
			({ isCommandExpected, takesNames } = (operator === ")" ? open.pop() : undefined) ?? begun);
		} else if (name !== undefined && equals !== undefined) {
			if (isCommandExpected || takesNames === "all") found.push({ name, start: at, end: at + name.length });
			token.lastIndex = endOfValue(text, at + whole.length, to);
		} else if (quoted !== undefined) isCommandExpected = false;
		else if (name !== undefined || plain !== undefined) {
			if (takesNames !== undefined && name !== undefined) found.push({ name, start: at, end: at + name.length });
			if (takesNames === "one") takesNames = undefined;
			if (!isCommandExpected) continue;
			takesNames = declaring.has(whole) ? "all" : whole === "for" ? "one" : undefined;
			isCommandExpected = beginning.has(whole);
		}
	}
	return found;
}

/** Whether a command may come next, or which words behind one are names of variables. */
type Standing = { readonly isCommandExpected: boolean; readonly takesNames: "all" | "one" | undefined };

const begun: Standing = { isCommandExpected: true, takesNames: undefined };

/** An operator, a string, a name with or without what is assigned, any other word; comments are passed over. */
const token =
	/(?:^|(?<=\s))#[^\n]*|(\$\(|[;&|()\n`]|(?:^|(?<=\s))[{!](?=\s))|("(?:[^"\\]|\\[^])*"|'[^']*')|([A-Za-z_]\w*)(?:(\+?=)|(?=[\s;&|()`]|$))|((?:\\[^]|[^\s;&|()`"'\\])+)/g;
const declaring = new Set(["export", "local", "readonly", "declare", "typeset", "unset", "read"]);
const beginning = new Set(["then", "do", "else", "elif", "if", "while", "until", "time"]);

/** A value goes on to a blank or an operator outside quotes, or to a substitution, which is read like what stands around it. */
function endOfValue(text: string, from: number, to: number): number {
	value.lastIndex = from;
	return Math.min(to, from + (value.exec(text)?.[0].length ?? 0));
}

const value = /(?:"(?:[^"\\]|\\[^])*"|'[^']*'|\\[^]|\$(?!\()|[^\s;&|()`"'\\$])*/y;
