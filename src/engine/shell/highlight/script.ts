import { remember } from "../../text/remember.ts";
import { findWrapper, isShell, type Wrapper } from "../wrappers.ts";
import { beginScan, deepest, match, type OpenedHeredoc, type PieceKind, type Scan, take } from "./scan.ts";
import { scanArithmetic, scanContinuation, scanExpansions, scanSubstitution, scanWord } from "./words.ts";

/** What a list of commands is in the middle of. */
type Place = {
	/** Whether a command begins with the next word. */
	isCommand: boolean;
	/** What the next word is where it is no argument. */
	expected: "target" | "loop variable" | "in" | "function" | "subject" | undefined;
	/** The program whose arguments are read, without its folder. */
	program: string | undefined;
	wrapper: Wrapping | undefined;
	/** Whether the words are those of `[[ … ]]`. */
	isTest: boolean;
	/** For each `case` around it, the innermost last, whether a pattern is next. */
	readonly cases: boolean[];
};

/** What is still to come before the program that another one starts. */
type Wrapping = { readonly wrapper: Wrapper; readonly name: string; operands: number; hasSubcommand: boolean; takesNext: boolean };

/** Takes the commands of a script up to `closing`, which is left there, or to the end of what is scanned. */
function scanScript(scan: Scan, closing: ")" | "`" | ""): void {
	const place: Place = { isCommand: true, expected: undefined, program: undefined, wrapper: undefined, isTest: false, cases: [] };
	const { text, end } = scan;
	while (scan.at < end) {
		const character = text[scan.at] ?? "";
		if (character === " " || character === "\t" || character === "\r") scan.at++;
		else if (character === "\n") {
			scan.at++;
			if (scan.heredocs.length > 0) scanBodies(scan);
			beginCommand(place);
		} else if (character === "\\" && scanContinuation(scan)) continue;
		else if (character === "#") scanComment(scan);
		else if (character === closing && !(closing === ")" && place.cases.at(-1))) return;
		else if (!scanOperator(scan, place, character)) scanShellWord(scan, place);
	}
}

function beginCommand(place: Place): void {
	place.isCommand = true;
	place.expected = undefined;
	place.program = undefined;
	place.wrapper = undefined;
	place.isTest = false;
}

function scanComment(scan: Scan): void {
	const lineEnd = scan.text.indexOf("\n", scan.at);
	const start = scan.at;
	scan.at = lineEnd < 0 ? scan.end : Math.min(lineEnd, scan.end);
	take(scan, "comment", start, scan.text[scan.at - 1] === "\r" ? scan.at - 1 : scan.at);
}

const redirect = /\d*(?:<<<|<<-?|[<>]&(?:\d+-?|-)?|<>|>>|>\||[<>])|&>>?/y;
const operator = /&&|\|\||;;&|;;|;&|\|&|[;&|()]/y;

function scanOperator(scan: Scan, place: Place, character: string): boolean {
	const isDigit = character >= "0" && character <= "9";
	if (!isDigit && !"<>&;|()".includes(character)) return false;
	if (place.isTest && !isDigit && character !== ";") {
		take(scan, "operator", scan.at, ++scan.at);
		return true;
	}
	if ((character === "<" || character === ">") && scan.text[scan.at + 1] === "(" && scanSubstitution(scan, `${character}(`)) return true;
	const redirected = match(scan, redirect);
	if (redirected) {
		take(scan, "operator", scan.at, (scan.at += redirected.length));
		if (redirected.endsWith("<<") || redirected.endsWith("<<-")) scanDelimiter(scan, place, redirected.endsWith("-"));
		else if (!/&(?:\d+-?|-)$/.test(redirected)) place.expected = "target";
		return true;
	}
	const found = isDigit ? undefined : match(scan, operator);
	if (!found) return false;
	if (found === "(" && (place.isCommand || place.expected === "loop variable") && !place.cases.at(-1)) {
		if (scan.text[scan.at + 1] === "(" && scanArithmetic(scan, "((")) place.isCommand = false;
		else if (scanSubstitution(scan, "(")) place.isCommand = false;
		else scan.at++;
		return true;
	}
	take(scan, "operator", scan.at, (scan.at += found.length));
	if (found === ")" && place.cases.at(-1)) place.cases[place.cases.length - 1] = false;
	else if (found.startsWith(";;") || found === ";&") {
		if (place.cases.length > 0) place.cases[place.cases.length - 1] = true;
	} else if (place.cases.at(-1)) return true;
	beginCommand(place);
	return true;
}

const delimiter = /[ \t]*(?:\\.|'[^'\n]*'|"[^"\n]*"|[^\s;&|<>()'"\\])+/y;

function scanDelimiter(scan: Scan, { program }: Place, chomp: boolean): void {
	const found = match(scan, delimiter);
	if (!found) return;
	const word = found.trimStart();
	take(scan, "label", scan.at + found.length - word.length, (scan.at += found.length));
	scan.heredocs.push({ name: word.replaceAll(/\\(.)|['"]/g, "$1"), chomp, expand: !/['"\\]/.test(word), command: program });
}

/** The bodies of the here documents that the line before has opened. */
function scanBodies(scan: Scan): void {
	const { text, end } = scan;
	const opened = scan.heredocs;
	scan.heredocs = [];
	for (const heredoc of opened) {
		const start = scan.at;
		let lineStart = start;
		let lineEnd = start;
		for (; lineStart < end; lineStart = lineEnd + 1) {
			lineEnd = text.indexOf("\n", lineStart);
			if (lineEnd < 0 || lineEnd > end) lineEnd = end;
			const line = text.slice(lineStart, lineEnd).replace(/\r$/, "");
			if ((heredoc.chomp ? line.replace(/^\t+/, "") : line) === heredoc.name) break;
		}
		scanBody(scan, heredoc, Math.min(lineStart, end));
		if (lineStart < end)
			take(scan, "label", text[lineStart] === "\t" ? lineEnd - heredoc.name.length : lineStart, text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd);
		scan.at = Math.min(lineEnd + 1, end);
	}
}

/** Takes a here document's body up to an offset: a script where a shell reads it, and otherwise text in which variables may be expanded. */
function scanBody(scan: Scan, { command, expand }: Pick<OpenedHeredoc, "command" | "expand">, end: number): void {
	const body = { ...scan, end, depth: scan.depth + 1, heredocs: [] };
	if (scan.depth >= deepest) return;
	if (isShell(command)) scanScript(body, "");
	else if (expand) scanExpansions(body);
}

const keywords = new Set("if then elif else fi for while until do done case esac select function time in coproc { } ! [[".split(" "));
const declaring = new Set("export local declare typeset readonly alias".split(" "));
const reserved = /(?:[a-z]{2,8}|[{}!]|\[\[)(?=[\s;&|()<>]|$)/y;
const definition = /[A-Za-z_][\w.:-]*[ \t]*\([ \t]*\)/y;
const assignment = /[A-Za-z_]\w*(?:\[[^\]\s]*\])?\+?=/y;
const name = /[A-Za-z_]\w*/y;

function scanShellWord(scan: Scan, place: Place): void {
	const { expected } = place;
	const { at } = scan;
	if (expected === "target") place.expected = undefined;
	else if (expected && scanExpected(scan, place, expected)) return;
	else if (place.cases.at(-1)) {
		if (match(scan, reserved) !== "esac") return scanPlain(scan, "string");
		place.cases.pop();
		take(scan, "keyword", at, (scan.at += 4));
		place.isCommand = false;
		return;
	} else if (place.isTest) return scanTestWord(scan, place);
	else if (place.isCommand) return scanFirst(scan, place);
	else if (place.wrapper) return scanWrapped(scan, place, place.wrapper);
	else if (place.program !== undefined && declaring.has(place.program) && scanAssignment(scan)) return;
	else if (place.program === "[" && testOperator.test(wordAhead(scan))) return scanPlain(scan, "operator");
	scanPlain(scan, scan.text[at] === "-" && expected !== "target" ? "parameter" : "string");
}

/** A word as it is written, as far as it is plain. */
function wordAhead(scan: Scan): string {
	return match(scan, plainWord) ?? "";
}
const plainWord = /[^\s;&|<>()"'$`\\]+/y;
const testOperator = /^(?:\]|!?=|==|-(?:eq|ne|lt|le|gt|ge|nt|ot|ef))$/;
const isNumber = /^\d+$/;

const endsWord = (character: string): boolean => wordEnds.includes(character);
const wordEnds = " \t\n\r\v\f;&|<>()";
const endsWordInBackquotes = (character: string): boolean => character === "`" || endsWord(character);

function scanPlain(scan: Scan, kind: PieceKind): void {
	const { at, text } = scan;
	const code = text.charCodeAt(at);
	const isDigit = kind === "string" && code >= 48 && code <= 57 && isNumber.test(wordAhead(scan));
	scanWord(scan, isDigit ? "number" : kind, scan.isInBackquotes ? endsWordInBackquotes : endsWord);
	// What no word can begin with would be looked at for ever.
	if (scan.at === at) scan.at++;
}

function scanExpected(scan: Scan, place: Place, expected: Place["expected"]): boolean {
	const { at } = scan;
	const isIn = match(scan, reserved) === "in";
	place.expected = undefined;
	if (expected === "in" || expected === "subject") {
		if (expected === "subject" && !isIn) {
			place.expected = "subject";
			scanPlain(scan, "string");
			return true;
		}
		if (!isIn) return false;
		take(scan, "keyword", at, (scan.at += 2));
		if (expected === "subject") place.cases.push(true);
		return true;
	}
	const found = match(scan, expected === "function" ? definition : name) ?? match(scan, name);
	if (!found) return false;
	const end = at + (/^[\w.:-]+/.exec(found)?.[0].length ?? 0);
	take(scan, expected === "function" ? "function" : "variable", at, end, true);
	scan.at = at + found.length;
	if (expected === "function") beginCommand(place);
	else place.expected = "in";
	return true;
}

function scanTestWord(scan: Scan, place: Place): void {
	const word = wordAhead(scan);
	if (word === "]]") place.isTest = false;
	scanPlain(scan, word === "]]" || word === "!" || word === "=~" || testOperator.test(word) ? "operator" : word.startsWith("-") ? "parameter" : "string");
}

/** The first word of a command: a keyword, an assignment, a function's definition, or the program. */
function scanFirst(scan: Scan, place: Place): void {
	const { at, text } = scan;
	const word = wordAhead(scan);
	if (keywords.has(word)) return scanKeyword(scan, place, word);
	const defined = /[ \t(]/.test(text[at + word.length] ?? "") ? match(scan, definition) : undefined;
	if (defined) {
		take(scan, "function", at, at + defined.replace(/[ \t]*\([ \t]*\)$/, "").length, true);
		scan.at += defined.length;
		return;
	}
	if (!word.includes("=") || !scanAssignment(scan)) scanProgram(scan, place, word);
}

function scanKeyword(scan: Scan, place: Place, word: string): void {
	take(scan, /^[a-z]/.test(word) ? "keyword" : "operator", scan.at, (scan.at += word.length));
	place.isCommand = !/^(?:fi|done|esac|\}|for|select|case|function|in|\[\[)$/.test(word);
	if (word === "for" || word === "select") place.expected = "loop variable";
	else if (word === "case") place.expected = "subject";
	else if (word === "function") place.expected = "function";
	else if (word === "[[") place.isTest = true;
	else if (word === "esac") place.cases.pop();
}

/** `NAME=value`; false where the word is none. */
function scanAssignment(scan: Scan): boolean {
	const found = match(scan, assignment);
	if (!found) return false;
	const end = scan.at + found.length;
	const nameEnd = end - (found.endsWith("+=") ? 2 : 1);
	take(scan, "variable", scan.at, nameEnd, true);
	take(scan, "operator", nameEnd, end);
	scan.at = end;
	if (end >= scan.end) return true;
	const next = scan.text[end] ?? "";
	if (next === "(") scanArray(scan);
	else if (!endsWord(next)) scanPlain(scan, "string");
	return true;
}

function scanArray(scan: Scan): void {
	take(scan, "operator", scan.at, ++scan.at);
	while (scan.at < scan.end && scan.text[scan.at] !== ")") {
		if (/\s/.test(scan.text[scan.at] ?? "")) scan.at++;
		else if (scan.text[scan.at] === "#") scanComment(scan);
		else scanPlain(scan, "string");
	}
	if (scan.at < scan.end) take(scan, "operator", scan.at, ++scan.at);
}

function scanProgram(scan: Scan, place: Place, written: string): void {
	const program = written.slice(written.lastIndexOf("/") + 1);
	place.isCommand = false;
	place.program = program;
	scanPlain(scan, program === "[" ? "operator" : "function");
	const wrapper = findWrapper(program);
	place.wrapper = wrapper && {
		wrapper,
		name: program,
		operands: wrapper.operands ?? 0,
		hasSubcommand: wrapper.subcommand === undefined,
		takesNext: false,
	};
}

/** A word behind a program that starts another one: its own option or operand, or the other program. */
function scanWrapped(scan: Scan, place: Place, wrapping: Wrapping): void {
	const { wrapper, name } = wrapping;
	const word = wordAhead(scan);
	if (wrapping.takesNext) {
		wrapping.takesNext = false;
		return scanPlain(scan, "string");
	}
	if (word.startsWith("-") && word !== "-") {
		wrapping.takesNext = (wrapper.long?.includes(word) ?? false) || (word[1] !== "-" && (wrapper.letters?.includes(word.at(-1) ?? " ") ?? false));
		return scanPlain(scan, "parameter");
	}
	if ((name === "env" || name === "sudo") && scanAssignment(scan)) return;
	if (!wrapping.hasSubcommand) {
		if (word === wrapper.subcommand) wrapping.hasSubcommand = true;
		else place.wrapper = undefined;
		return scanPlain(scan, "string");
	}
	if (wrapping.operands > 0) {
		wrapping.operands--;
		return scanPlain(scan, "string");
	}
	scanProgram(scan, place, word);
}

/** Takes what is shown in the body of a here document that a command reads, or that Docker writes: variables where they are expanded, and all where a shell reads it. */
export function scanHeredoc(
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
	heredoc: Pick<OpenedHeredoc, "command" | "expand">,
	readBy: "docker" | "shell",
	takePiece: Scan["take"],
): void {
	scanBody(beginScan(text, { start, end }, { escape: "\\", readScript: readBy === "shell" ? scanScript : undefined, take: takePiece }), heredoc, end);
}

/** Takes the pieces of a script; gives the here documents whose bodies are not in it. */
export function scanShell(text: string, { start, end }: { readonly start: number; readonly end: number }, takePiece: Scan["take"]): readonly OpenedHeredoc[] {
	const { pieces, heredocs } = piecesOf(text.slice(start, end));
	for (const piece of pieces) takePiece(piece.kind, start + piece.start, start + piece.end, piece.isDeclaration);
	return heredocs;
}

type Piece = { readonly kind: PieceKind; readonly start: number; readonly end: number; readonly isDeclaration: boolean };

/** Those of a file of ten thousand lines fit in. */
const piecesOf = remember(400_000, (text): { readonly pieces: readonly Piece[]; readonly heredocs: readonly OpenedHeredoc[] } => {
	const pieces: Piece[] = [];
	const options = {
		escape: "\\",
		readScript: scanScript,
		take: (kind: PieceKind, start: number, end: number, isDeclaration: boolean) => void pieces.push({ kind, start, end, isDeclaration }),
	};
	const scan = beginScan(text, { start: 0, end: text.length }, options);
	scanScript(scan, "");
	return { pieces, heredocs: scan.heredocs };
});
