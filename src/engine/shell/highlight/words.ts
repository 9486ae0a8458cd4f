import { deepest, match, type PieceKind, type Scan, take } from "./scan.ts";

/** By character codes: what may matter in a word besides being part of it. */
const special = new Uint8Array(128);
for (const character of "\0\t\n\r \"$&'();<>\\`|=}") special[character.charCodeAt(0)] = 1;

const isPlain = (code: number): boolean => code >= 128 || special[code] === 0;

/**
 * Takes a word up to where it ends: variables and substitutions as what they are, what is in quotes as a string, the rest as `kind`, or not at all. What follows
 * an `=` in an option is its value.
 */
export function scanWord(scan: Scan, kind: PieceKind | undefined, isEnd: (character: string) => boolean): void {
	const { text, end, escape } = scan;
	let from = scan.at;
	let shown = kind;
	while (scan.at < end && isPlain(text.charCodeAt(scan.at)) && text[scan.at] !== escape) scan.at++;
	if (scan.at >= end || isEnd(text[scan.at] ?? "")) {
		if (shown) take(scan, shown, from, scan.at);
		return;
	}
	const flush = (): void => {
		if (shown) take(scan, shown, from, scan.at);
		from = scan.at;
	};
	while (scan.at < end) {
		if (isPlain(text.charCodeAt(scan.at)) && text[scan.at] !== escape) {
			scan.at++;
			continue;
		}
		const character = text[scan.at] ?? "";
		if (isEnd(character)) break;
		if (character === escape) {
			// A word does not go on behind the end of its line unless the line end itself is escaped.
			flush();
			if (scanContinuation(scan)) from = scan.at;
			else scan.at += 2;
		} else if (character === "=" && shown === "parameter") {
			flush();
			take(scan, "operator", scan.at, ++scan.at);
			from = scan.at;
			shown = "string";
		} else if (character === "'" || character === '"' || character === "$" || (character === "`" && scan.readScript)) {
			flush();
			if (!scanSpecial(scan, character)) scan.at++;
			else from = scan.at;
		} else scan.at++;
	}
	scan.at = Math.min(scan.at, end);
	flush();
}

/** Takes an escape character that ends its line, and goes to the next. */
export function scanContinuation(scan: Scan): boolean {
	const lineEnd = scan.text[scan.at + 1] === "\r" ? scan.at + 2 : scan.at + 1;
	if (scan.text[lineEnd] !== "\n" || lineEnd >= scan.end) return false;
	take(scan, "macro", scan.at, scan.at + 1);
	scan.at = lineEnd + 1;
	return true;
}

/** Takes what quotes, a dollar or backquotes begin; false where a dollar begins nothing. */
function scanSpecial(scan: Scan, character: string): boolean {
	if (character === "'") scanSingleQuotes(scan, scan.at);
	else if (character === '"') scanDoubleQuotes(scan, scan.at);
	else if (character === "$") return scanDollar(scan, false);
	else return scanBackquotes(scan);
	return true;
}

function scanSingleQuotes(scan: Scan, start: number): void {
	const close = scan.text.indexOf("'", scan.at + 1);
	scan.at = close < 0 || close >= scan.end ? scan.end : close + 1;
	take(scan, "string", start, scan.at);
}

/** `$'…'`, in which the quote can be escaped. */
function scanAnsiQuotes(scan: Scan): void {
	const start = scan.at;
	scan.at += 2;
	while (scan.at < scan.end && scan.text[scan.at] !== "'") scan.at += scan.text[scan.at] === "\\" ? 2 : 1;
	scan.at = Math.min(scan.at + 1, scan.end);
	take(scan, "string", start, scan.at);
}

function scanDoubleQuotes(scan: Scan, start: number): void {
	scan.at++;
	scanText(scan, start, '"');
}

/** Takes text as a string, and what is expanded in it, up to a character that closes it and is part of it. */
function scanText(scan: Scan, start: number, closing: string): void {
	const { text, end, escape } = scan;
	let from = start;
	while (scan.at < end) {
		const character = text[scan.at] ?? "";
		if (character === closing) {
			scan.at++;
			break;
		}
		if (character === escape) scan.at += 2;
		else if (character === "$" || (character === "`" && scan.readScript)) {
			const before = scan.at;
			take(scan, "string", from, before);
			from = before;
			if (character === "$" ? scanDollar(scan, true) : scanBackquotes(scan)) from = scan.at;
			else scan.at++;
		} else scan.at++;
	}
	scan.at = Math.min(scan.at, end);
	take(scan, "string", from, scan.at);
}

const nameAfterDollar = /\$(?:[A-Za-z_]\w*|[0-9@*#?$!-])/y;
const nameOfDocker = /\$\w+/y;
const nameInBraces = /\$\{[!#]?(?:[A-Za-z_]\w*(?:\[[^\]\s}]*\])?|\d+|[@*?$!#-])?/y;
const modifier = /:?[-=?+]|##?|%%?|\/[/#%]?|\^\^?|,,?|:|@[A-Za-z]?/y;

/** Takes a variable, a substitution or a calculation; false where the dollar is only a dollar. */
function scanDollar(scan: Scan, isQuoted: boolean): boolean {
	const next = scan.text[scan.at + 1];
	if (next === "{") return scanBraces(scan);
	if (scan.readScript && next === "(") return scan.text[scan.at + 2] === "(" ? scanArithmetic(scan, "$((") : scanSubstitution(scan, "$(");
	if (scan.readScript && !isQuoted && next === "'") {
		scanAnsiQuotes(scan);
		return true;
	}
	const name = match(scan, scan.readScript ? nameAfterDollar : nameOfDocker);
	if (!name) return false;
	take(scan, "variable", scan.at, (scan.at += name.length));
	return true;
}

function scanBraces(scan: Scan): boolean {
	if (scan.depth >= deepest) return false;
	const { text, end } = scan;
	const start = scan.at;
	scan.at += match(scan, nameInBraces)?.length ?? 2;
	if (text[scan.at] === "}" && scan.at < end) {
		take(scan, "variable", start, ++scan.at);
		return true;
	}
	take(scan, "variable", start, Math.min(scan.at, end));
	const operator = match(scan, modifier);
	if (operator) take(scan, "operator", scan.at, (scan.at += operator.length));
	scan.depth++;
	scanWord(scan, "string", isBraceOrLine);
	scan.depth--;
	if (text[scan.at] === "}" && scan.at < end) take(scan, "variable", scan.at, ++scan.at);
	return true;
}

const isBraceOrLine = (character: string): boolean => character === "}" || character === "\n";

/** Takes `$(…)` or `<(…)`. */
export function scanSubstitution(scan: Scan, opening: string): boolean {
	if (scan.depth >= deepest) return false;
	take(scan, "operator", scan.at, (scan.at += opening.length));
	scan.depth++;
	scan.readScript?.(scan, ")");
	scan.depth--;
	if (scan.text[scan.at] === ")" && scan.at < scan.end) take(scan, "operator", scan.at, ++scan.at);
	return true;
}

function scanBackquotes(scan: Scan): boolean {
	if (scan.isInBackquotes || scan.depth >= deepest) return false;
	take(scan, "operator", scan.at, ++scan.at);
	scan.depth++;
	scan.isInBackquotes = true;
	scan.readScript?.(scan, "`");
	scan.isInBackquotes = false;
	scan.depth--;
	if (scan.text[scan.at] === "`" && scan.at < scan.end) take(scan, "operator", scan.at, ++scan.at);
	return true;
}

const arithmetic = /[A-Za-z_]\w*|\d\w*|[-+*/%<>=!&|^~?:,]+/y;

/** Takes `$((…))` or `((…))`. */
export function scanArithmetic(scan: Scan, opening: string): boolean {
	const { text, end } = scan;
	if (scan.depth >= deepest) return false;
	take(scan, "operator", scan.at, (scan.at += opening.length));
	scan.depth++;
	let open = 2;
	while (scan.at < end && open > 0 && text[scan.at] !== "\n") {
		const character = text[scan.at];
		const piece = match(scan, arithmetic);
		if (piece) {
			const kind = /^[A-Za-z_]/.test(piece) ? "variable" : /^\d/.test(piece) ? "number" : "operator";
			take(scan, kind, scan.at, (scan.at += piece.length));
		} else if (character === "$" && scanDollar(scan, true)) continue;
		else {
			if (character === "(") open++;
			if (character === ")") open--;
			if (character === ")" && open === 1 && text[scan.at + 1] === ")") {
				take(scan, "operator", scan.at, Math.min(scan.at + 2, end));
				scan.at++;
				open = 0;
			}
			scan.at++;
		}
	}
	scan.at = Math.min(scan.at, end);
	scan.depth--;
	return true;
}

/** Takes what is expanded in the body of a here document; all else there is text. */
export function scanExpansions(scan: Scan): void {
	while (scan.at < scan.end) {
		const character = scan.text[scan.at];
		if (character === scan.escape) scan.at += 2;
		else if (character === "$" && scanDollar(scan, true)) continue;
		else if (character === "`" && scan.readScript && scanBackquotes(scan)) continue;
		else scan.at++;
	}
	scan.at = Math.min(scan.at, scan.end);
}
