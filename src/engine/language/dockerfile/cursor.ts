import { isBlank } from "../../dockerfile/characters.ts";
import { keywords } from "../../dockerfile/instruction.ts";
import type { Comment, Directive, Dockerfile, Heredoc, Instruction } from "../../dockerfile/syntax.ts";
import { countBelow, lastBelow } from "../../text/search.ts";
import type { Range } from "../../text/text.ts";

/** What somebody is writing at an offset, whether the line is complete or only begun. */
export type Cursor = Place & {
	readonly offset: number;
	/** The word that the offset is in or touches, as far as it stands on the offset's line. Empty between words. */
	readonly range: Range;
	/** The text of the range up to the offset. */
	readonly typed: string;
};

/** An instruction that is being written: the innermost, where ONBUILD puts one off; `outer` is then the ONBUILD. */
type Within = { readonly instruction: Instruction; readonly outer: Instruction };

export type Place =
	/** Where an instruction begins: on a line of its own, or (`outer`) after ONBUILD. `isTop`: a parser directive may stand there, too. */
	| { readonly kind: "keyword"; readonly outer: Instruction | undefined; readonly isTop: boolean }
	/** The range begins with the `#`. */
	| { readonly kind: "directive" }
	| { readonly kind: "directive-value"; readonly name: Directive["name"] }
	/** The range begins with the dashes. */
	| (Within & { readonly kind: "flag" })
	| (Within & { readonly kind: "flag-value"; readonly name: string })
	/** A field of `--mount=`: its key, or the value of its key. `type` is the mount's, as far as it is written. */
	| (Within & { readonly kind: "mount-key"; readonly type: string | undefined; readonly given: readonly string[]; readonly isFollowedByValue: boolean })
	| (Within & { readonly kind: "mount-value"; readonly key: string; readonly type: string | undefined; readonly given: readonly string[] })
	/** One of the arguments, which count from 0. `words` are those before it. */
	| (Within & { readonly kind: "word"; readonly index: number; readonly words: readonly string[] })
	/** A string of a JSON array, without its quotes, or the place for one: then `isQuoted` is false. */
	| (Within & { readonly kind: "string"; readonly index: number; readonly words: readonly string[]; readonly isQuoted: boolean; readonly isClosed: boolean })
	/** The name or the value of one of the pairs of ENV, LABEL and ARG, which count from 0. */
	| (Within & { readonly kind: "name"; readonly index: number; readonly name: string })
	| (Within & { readonly kind: "value"; readonly index: number; readonly name: string })
	/** In a command that a shell runs. `isCommand`: the range is where the name of a program stands. `isFirst`: nothing stands before it. */
	| (Within & { readonly kind: "shell"; readonly isCommand: boolean; readonly isFirst: boolean; readonly heredoc: Heredoc | undefined })
	/** In the text of a here document that becomes a file. */
	| (Within & { readonly kind: "text"; readonly heredoc: Heredoc });

/** Undefined where there is nothing to be completed: in a comment, and behind the character that continues a line. */
export function cursorAt(file: Dockerfile, offset: number): Cursor | undefined {
	const comment = lastBelow(file.comments, offset, ({ start }) => start);
	if (comment && offset <= comment.end) return directiveAt(file, comment, offset);
	const instruction = instructionBefore(file, offset);
	if (!instruction) return keywordAt(file, offset, undefined);
	const heredoc = instruction.heredocs.find(({ body, terminator }) => body.start <= offset && offset < Math.max(terminator.start, body.end + 1));
	if (heredoc) return inHeredoc(file, instruction, heredoc, offset);
	if (instruction.heredocs.some(({ terminator }) => terminator.start <= offset && offset <= terminator.end && terminator.end > terminator.start))
		return undefined;
	return inInstruction(file, instruction, offset);
}

/** The instruction that what is written at the offset belongs to; undefined where it would begin one. */
function instructionBefore(file: Dockerfile, offset: number): Instruction | undefined {
	const instruction = lastBelow(file.instructions, offset + 1, ({ range }) => range.start);
	if (!instruction || offset <= instruction.fullRange.end) return instruction;
	const { logical, heredocs } = instruction;
	// At the end of the file a line may go on that is not there yet.
	const end = logical.toDocumentRange({ start: 0, end: logical.text.length }).end;
	const isOpen = heredocs.length === 0 && file.text[end] === file.escape && !/\S/.test(file.text.slice(Math.max(end + 1, instruction.fullRange.end), offset));
	const isOpenHeredoc = heredocs.some(({ terminator }) => terminator.start === terminator.end);
	return isOpen || isOpenHeredoc ? instruction : undefined;
}

function at(text: string, start: number, offset: number, end: number): { readonly offset: number; readonly range: Range; readonly typed: string } {
	return { offset, range: { start, end: Math.max(end, offset) }, typed: text.slice(start, offset) };
}

function keywordAt(file: Dockerfile, offset: number, word: Range | undefined, outer?: Instruction): Cursor {
	const { text, directives } = file;
	const isFirst = outer === undefined && (file.instructions[0]?.range.start ?? Infinity) >= (word?.start ?? offset);
	const lines = isFirst ? text.slice(0, offset).split("\n").length - 1 : -1;
	return { kind: "keyword", outer, isTop: lines === directives.length, ...at(text, word?.start ?? offset, offset, word?.end ?? offset) };
}

/** In a comment at the top there may be a parser directive. */
function directiveAt(file: Dockerfile, comment: Comment, offset: number): Cursor | undefined {
	const { comments, directives, text } = file;
	const index = countBelow(comments, comment.start, ({ start }) => start);
	if (comment.line !== index + 1 || (index > 0 && directives[index - 1]?.range.start !== comments[index - 1]?.start)) return undefined;
	const match = /^#[ \t]*([\w-]*)([ \t]*=[ \t]*)?/.exec(text.slice(comment.start, comment.end));
	if (!match) return undefined;
	const [whole, written = "", equals] = match;
	const nameEnd = comment.start + whole.length - (equals?.length ?? 0);
	if (offset <= nameEnd) return { kind: "directive", ...at(text, comment.start, offset, nameEnd) };
	const name = written.toLowerCase();
	const start = comment.start + whole.length;
	if (equals === undefined || offset < start || (name !== "syntax" && name !== "escape" && name !== "check")) return undefined;
	return { kind: "directive-value", name, ...at(text, start, offset, comment.end) };
}

function inHeredoc(file: Dockerfile, outer: Instruction, heredoc: Heredoc, offset: number): Cursor | undefined {
	const instruction = innermost(outer);
	const { text } = file;
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const start = wordStart(text, Math.max(lineStart, heredoc.body.start), offset, isShellWord);
	const word = at(text, start, offset, wordEnd(text, offset, isShellWord));
	if (instruction.keyword !== "RUN") return { kind: "text", instruction, outer, heredoc, ...word };
	const before = text.slice(lineStart, start);
	const isContinued = /\\\r?\n$/.test(text.slice(Math.max(heredoc.body.start, lineStart - 3), lineStart));
	return { kind: "shell", instruction, outer, heredoc, isFirst: false, isCommand: beginsCommand.test(before) && (!isContinued || /\S/.test(before)), ...word };
}

const innermost = (outer: Instruction): Instruction => {
	let instruction = outer;
	while (instruction.trigger) instruction = instruction.trigger;
	return instruction;
};

/** A joined line up to the cursor. */
type Line = {
	readonly file: Dockerfile;
	readonly outer: Instruction;
	readonly offset: number;
	/** The offset in the joined line, and where the offset's own line begins in it. */
	readonly to: number;
	readonly floor: number;
	/** Whether the offset is on a line of which nothing is in the joined one. */
	readonly isOnEmptyLine: boolean;
};

function inInstruction(file: Dockerfile, outer: Instruction, offset: number): Cursor | undefined {
	const { logical } = outer;
	const { at: to, start: floor, end } = logical.pieceBefore(offset);
	const isOnEmptyLine = offset > end && file.text.slice(end, offset).includes("\n");
	// Behind the character that continues the line.
	if (offset > end && !isOnEmptyLine) return undefined;
	return placeIn({ file, outer, offset, to, floor: isOnEmptyLine ? to : floor, isOnEmptyLine }, outer);
}

function placeIn(line: Line, instruction: Instruction): Cursor | undefined {
	const { file, outer, offset, to, isOnEmptyLine } = line;
	const { text } = outer.logical;
	const { start } = instruction.logicalRange;
	const at = plainWordEnd(text, start);
	// Behind an escape character alone on its line the instruction is yet to come.
	const isBehindBlank = isOnEmptyLine && at === to && at > start;
	if (to <= at && !isBehindBlank) {
		return keywordAt(file, offset, wordCursor(line, start, at).range, instruction === outer ? undefined : outer);
	}
	if (instruction.keyword === "ONBUILD") {
		// Docker refuses a trigger of a trigger.
		if (instruction !== outer) return undefined;
		const { trigger } = instruction;
		return trigger && trigger.logicalRange.start <= to ? placeIn(line, trigger) : keywordAt(file, offset, undefined, outer);
	}
	return keywords.has(instruction.keyword) ? behindKeyword(line, instruction, at) : undefined;
}

function skipBlanks(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && isBlank(text.charCodeAt(at))) at++;
	return at;
}

function wordCursor({ file, outer, offset, to, floor, isOnEmptyLine }: Line, from: number, end: number): Pick<Cursor, "offset" | "range" | "typed"> {
	if (isOnEmptyLine) return at(file.text, offset, offset, offset);
	const start = Math.max(from, floor);
	const piece = outer.logical.pieceBefore(offset);
	return at(file.text, offset - (to - start), offset, Math.min(offset + (end - to), piece.end));
}

function behindKeyword(line: Line, instruction: Instruction, keywordEnd: number): Cursor | undefined {
	const { file, outer, to, isOnEmptyLine } = line;
	const { text } = outer.logical;
	const escape = file.escape;
	const within: Within = { instruction, outer };
	let from = skipBlanks(text, keywordEnd, to);
	while (text[from] === "-" && (text[from + 1] === "-" || from + 1 >= text.length || isBlank(text.charCodeAt(from + 1)))) {
		const end = quotedWordEnd(text, from, escape);
		if (to > end || (to === end && isOnEmptyLine)) {
			// Two dashes alone end the flags, and one alone is a word.
			const flag = text.slice(from, end);
			if (flag === "-") break;
			from = skipBlanks(text, end, to);
			if (flag === "--") break;
			continue;
		}
		const equals = text.indexOf("=", from);
		if (equals < 0 || equals >= end || to <= equals) {
			const nameEnd = equals < 0 || equals > end ? end : equals;
			return { kind: "flag", ...within, ...wordCursor(line, from, nameEnd) };
		}
		const name = text.slice(from + 2, equals);
		if (name === "mount" && instruction.keyword === "RUN") return inMount(line, within, equals + 1, end);
		return { kind: "flag-value", name, ...within, ...wordCursor(line, equals + 1, end) };
	}
	return inArguments(line, within, from);
}

/** Where the word ends: at a blank that is not quoted. */
function quotedWordEnd(text: string, from: number, escape: string): number {
	let quote = "";
	let at = from;
	for (; at < text.length; at++) {
		const character = text[at] ?? "";
		if (!quote && isBlank(text.charCodeAt(at))) break;
		if (character === escape && quote !== "'") at++;
		else if (character === quote) quote = "";
		else if (!quote && (character === '"' || character === "'")) quote = character;
	}
	return Math.min(at, text.length);
}

function plainWordEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
	return at;
}

function inMount(line: Line, within: Within, from: number, end: number): Cursor {
	const { text } = within.outer.logical;
	const { to } = line;
	const fields = text.slice(from, end).split(",");
	const keyOf = (field: string): string => field.replace(/=.*$/s, "").toLowerCase();
	let start = from;
	let index = 0;
	while (index < fields.length - 1 && start + (fields[index]?.length ?? 0) < to) start += (fields[index++]?.length ?? 0) + 1;
	const field = fields[index] ?? "";
	const type = fields
		.findLast((each) => keyOf(each) === "type")
		?.slice("type=".length)
		.toLowerCase();
	const given = fields.flatMap((each, position) => (position === index || each === "" ? [] : [keyOf(each)]));
	const equals = field.indexOf("=");
	if (equals < 0 || to <= start + equals) {
		const isFollowedByValue = equals >= 0;
		return { kind: "mount-key", type, given, isFollowedByValue, ...within, ...wordCursor(line, start, start + (equals < 0 ? field.length : equals)) };
	}
	return { kind: "mount-value", key: keyOf(field), type, given, ...within, ...wordCursor(line, start + equals + 1, start + field.length) };
}

function inArguments(line: Line, within: Within, from: number): Cursor | undefined {
	const { keyword } = within.instruction;
	const { text } = within.outer.logical;
	if (jsonForms.has(keyword) && text[from] === "[" && from < line.to) return inArray(line, within, from + 1, []);
	if (shellForms.has(keyword)) return inShell(line, within, from);
	if (keyword === "HEALTHCHECK") {
		const typeEnd = plainWordEnd(text, from);
		if (line.to <= typeEnd && !(line.isOnEmptyLine && typeEnd > from && line.to === typeEnd))
			return { kind: "word", index: 0, words: [], ...within, ...wordCursor(line, from, typeEnd) };
		if (text.slice(from, typeEnd).toUpperCase() !== "CMD") return undefined;
		const start = skipBlanks(text, typeEnd, line.to);
		return text[start] === "[" && start < line.to ? inArray(line, within, start + 1, ["CMD"]) : inShell(line, within, start);
	}
	return pairs.has(keyword) ? inPairs(line, within, from) : inWords(line, within, from, (at) => plainWordEnd(text, at));
}

const jsonForms: ReadonlySet<string> = new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME"]);
const shellForms: ReadonlySet<string> = new Set(["CMD", "ENTRYPOINT", "RUN"]);
const pairs: ReadonlySet<string> = new Set(["ARG", "ENV", "LABEL"]);

function inWords(line: Line, within: Within, from: number, endOfWord: (start: number) => number): Cursor {
	const { words, start, end } = splitWords(line, within, from, endOfWord);
	return { kind: "word", index: words.length, words, ...within, ...wordCursor(line, start, end) };
}

/** The words before the cursor's, and where that is in the joined line. */
function splitWords(line: Line, { outer }: Within, from: number, endOfWord: (start: number) => number): Range & { readonly words: readonly string[] } {
	const { text } = outer.logical;
	const { to, isOnEmptyLine } = line;
	const words: string[] = [];
	for (let start = from; ;) {
		const end = endOfWord(start);
		if (to < end || (to === end && !(isOnEmptyLine && end > start)) || end >= text.length) {
			const isBehind = to > end || (to === end && isOnEmptyLine && end > start);
			if (isBehind && end > start) words.push(text.slice(start, end));
			return { words, start: Math.min(isBehind ? to : start, to), end: isBehind ? to : end };
		}
		words.push(text.slice(start, end));
		start = skipBlanks(text, end, to);
	}
}

function inPairs(line: Line, within: Within, from: number): Cursor {
	const { text } = within.outer.logical;
	const { words, ...word } = splitWords(line, within, from, (start) => quotedWordEnd(text, start, line.file.escape));
	const index = words.length;
	const found = { index, ...within, ...wordCursor(line, word.start, word.end) };
	const { typed, range, offset } = found;
	const { keyword } = within.instruction;
	const [first] = words;
	// The old form: everything behind the name is its value.
	if (keyword !== "ARG" && first !== undefined && !first.includes("=")) return { ...found, kind: "value", index: 0, name: first };
	// The word may have begun in a line above.
	const above = text.slice(word.start, Math.max(word.start, line.floor));
	if (above.includes("=")) return { ...found, kind: "value", name: above.slice(0, above.indexOf("=")) };
	const equals = typed.indexOf("=");
	if (equals < 0) {
		const after = line.file.text.slice(range.start, range.end).indexOf("=");
		return { ...found, kind: "name", name: typed, range: { start: range.start, end: after < 0 ? range.end : range.start + after } };
	}
	const start = range.start + equals + 1;
	return { kind: "value", index, name: typed.slice(0, equals), ...within, offset, range: { start, end: range.end }, typed: typed.slice(equals + 1) };
}

function inArray(line: Line, within: Within, from: number, before: readonly string[]): Cursor | undefined {
	const { text } = within.outer.logical;
	const { to } = line;
	const words = [...before];
	let index = before.length;
	for (let at = from; at < to; at++) {
		const character = text[at];
		if (character === "]") return undefined;
		if (character === ",") index++;
		if (character !== '"') continue;
		const start = at + 1;
		let end = start;
		while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
		end = Math.min(end, text.length);
		if (to <= end) {
			const isClosed = text[end] === '"';
			// A string that is not closed yet ends where the next thing of the array begins.
			const stop = isClosed ? end : to + (/^[^,\]\s]*/.exec(text.slice(to))?.[0].length ?? 0);
			return { kind: "string", index, words, isQuoted: true, isClosed, ...within, ...wordCursor(line, start, stop) };
		}
		words.push(text.slice(start, end));
		at = end;
	}
	return { kind: "string", index, words, isQuoted: false, isClosed: false, ...within, ...wordCursor(line, to, to) };
}

function inShell(line: Line, within: Within, from: number): Cursor {
	const { text } = within.outer.logical;
	const { to } = line;
	const start = wordStart(text, Math.min(from, to), to, isShellWord);
	const before = text.slice(Math.min(from, start), start);
	const word = wordCursor(line, start, wordEnd(text, to, isShellWord));
	return { kind: "shell", isFirst: before.trim() === "", isCommand: beginsCommand.test(before), heredoc: undefined, ...within, ...word };
}

/** What stands before the name of a program, at the end of a text: nothing, or what separates commands. */
const beginsCommand = /(?:^|[;|&({]|(?:^|\s)(?:then|do|else|!))[ \t]*$/;

const isShellWord = (code: number): boolean =>
	(code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45 || code === 46 || code === 43;

function wordStart(text: string, floor: number, offset: number, isWord: (code: number) => boolean): number {
	let start = offset;
	while (start > floor && isWord(text.charCodeAt(start - 1))) start--;
	return start;
}

function wordEnd(text: string, offset: number, isWord: (code: number) => boolean): number {
	let end = offset;
	while (end < text.length && isWord(text.charCodeAt(end))) end++;
	return end;
}
