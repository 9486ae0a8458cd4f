/** Behind what closes it; -1 where nothing does. */
export function endOfBackquotes(text: string, at: number, end: number): number {
	for (; at < end; at++) {
		if (text[at] === "\\") at++;
		else if (text[at] === "`") return at + 1;
	}
	return -1;
}

export function endOfAnsi(text: string, at: number, end: number): number {
	for (; at < end; at++) {
		if (text[at] === "\\") at++;
		else if (text[at] === "'") return at + 1;
	}
	return -1;
}

export const endOfBraces = (text: string, at: number, end: number): number => endOf(text, at, end, "}");
export const endOfParentheses = (text: string, at: number, end: number): number => endOf(text, at, end, ")");

/** Deeper than anybody nests. */
export const deepest = 100;

/** Behind the character that closes it, with quotes and what is nested in it stepped over. */
function endOf(text: string, at: number, end: number, closing: ")" | "}", depth = 0): number {
	if (depth > deepest) return -1;
	let isQuoted = false;
	for (; at >= 0 && at < end;) {
		const character = text[at] ?? "";
		if (character === "\\") at += 2;
		else if (character === '"') {
			isQuoted = !isQuoted;
			at++;
		} else if (!isQuoted && character === "'") at = text.indexOf("'", at + 1) + 1 || end + 1;
		else if (character === "`") at = endOfBackquotes(text, at + 1, end);
		else if (character === "$" && text[at + 1] === "{") at = endOf(text, at + 2, end, "}", depth + 1);
		else if (character === "$" && text[at + 1] === "(") at = endOf(text, at + 2, end, ")", depth + 1);
		else if (!isQuoted && character === "(" && closing === ")") at = endOf(text, at + 1, end, ")", depth + 1);
		else if (!isQuoted && character === closing) return at + 1;
		else at++;
	}
	return -1;
}

/** Behind the `))` of an arithmetic expression; -1 where it is none, as in `$((a); b)`. */
export function endOfArithmetic(text: string, at: number, end: number): number {
	const inner = endOf(text, at, end, ")");
	return inner > 0 && inner < end && text[inner] === ")" ? inner + 1 : -1;
}
