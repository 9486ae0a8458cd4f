import type { Range } from "../text/text.ts";
import { skipSpace } from "./characters.ts";
import { readHeredocs, type Body } from "./heredoc.ts";
import { readInstruction } from "./instruction.ts";
import { LogicalLine } from "./logical-line.ts";
import type { Comment, Directive, Dockerfile, Draft, Instruction, SyntaxProblem } from "./syntax.ts";

/**
 * Reads a Dockerfile as BuildKit's line parser does, and goes on where that stops. Never throws: what BuildKit would refuse is in `problems`.
 * What is right is decided by comparison with https://github.com/moby/buildkit/tree/master/frontend/dockerfile/parser.
 */
export function parse(text: string): Dockerfile {
	return new Parser(text).file();
}

/** One more byte in a line, and BuildKit's scanner gives up. */
const longestLine = 65_535;
const lineFeed = 10;
const carriageReturn = 13;
const hash = 35;

class Parser {
	readonly #text: string;
	readonly #directives: Directive[] = [];
	readonly #instructions: Instruction[] = [];
	readonly #comments: Comment[] = [];
	readonly #problems: SyntaxProblem[] = [];
	readonly #emptyContinuations: { readonly instruction: Instruction; readonly at: Range }[] = [];
	#escape: "\\" | "`" = "\\";
	#mayHoldDirective = true;
	#firstTooLong: SyntaxProblem | undefined;
	/** The escape character after which the line that is too long goes on, if it does. */
	#tooLongContinues = -1;

	/** The line under the cursor: its number from 1, where it begins, where its text ends, and where the next begins. */
	#line = 0;
	#start = 0;
	#end = 0;
	#next = 0;

	constructor(text: string) {
		this.#text = text;
	}

	file(): Dockerfile {
		const text = this.#text;
		while (this.#nextLine()) {
			const from = this.#line === 1 && text.charCodeAt(0) === 0xfeff ? 1 : this.#start;
			const start = skipSpace(text, from, this.#end);
			if (start < this.#end && text.charCodeAt(start) === hash) this.#comment(start);
			else {
				this.#mayHoldDirective = false;
				if (start < this.#end) this.#instruction(start);
			}
		}
		if (this.#instructions.length === 0) {
			// The line end of the last line begins no other; before the first character there is none.
			const start = text.length < 2 ? 0 : text.lastIndexOf("\n", text.length - 2) + 1;
			this.#problems.push({ message: "file with no instructions", line: this.#line, at: { start, end: start } });
		}
		return {
			text,
			escape: this.#escape,
			directives: this.#directives,
			instructions: this.#instructions,
			comments: this.#comments,
			problems: this.#firstTooLong ? this.#problemsWithTooLong(this.#firstTooLong) : this.#problems,
			emptyContinuations: this.#emptyContinuations,
		};
	}

	#nextLine(): boolean {
		const text = this.#text;
		const start = this.#next;
		if (start >= text.length) return false;
		const feed = text.indexOf("\n", start);
		let end = feed < 0 ? text.length : feed;
		if (end - start > longestLine / 3 && !this.#firstTooLong && bytesOf(text, start, end) > longestLine) {
			this.#firstTooLong = { message: `dockerfile line greater than max allowed size of ${longestLine}`, line: this.#line, at: { start, end } };
		}
		while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
		this.#start = start;
		this.#end = end;
		this.#next = feed < 0 ? text.length : feed + 1;
		this.#line++;
		return true;
	}

	#comment(start: number): void {
		this.#comments.push({ start, end: this.#end, line: this.#line });
		if (this.#mayHoldDirective) this.#directive(start);
	}

	#directive(start: number): void {
		const match = directive.exec(this.#text.slice(skipSpace(this.#text, start + 1, this.#end), this.#end));
		const name = match?.[1]?.toLowerCase();
		if (!match || (name !== "syntax" && name !== "escape" && name !== "check")) {
			this.#mayHoldDirective = false;
			return;
		}
		const range = { start, end: this.#end };
		if (this.#directives.some((other) => other.name === name)) {
			this.#problems.push({ message: `only one ${name} parser directive can be used`, line: this.#line - 1, at: range });
			return;
		}
		const text = match[2] ?? "";
		const valueStart = this.#text.indexOf(text, this.#text.indexOf("=", start) + 1);
		this.#directives.push({ name, value: { text, start: valueStart, end: valueStart + text.length }, range });
		if (name !== "escape") return;
		if (text === "\\" || text === "`") this.#escape = text;
		else
			this.#problems.push({
				message: `invalid escape token '${text}' does not match \` or \\`,
				line: this.#line - 1,
				at: { start: valueStart, end: valueStart + text.length },
			});
	}

	#instruction(start: number): void {
		const text = this.#text;
		const startLine = this.#line;
		const pieces: number[] = [0, start];
		let emptyLines: Range[] | undefined;
		let end = this.#continuation(start);
		let logical = text.slice(start, end < 0 ? this.#end : end);
		while (end >= 0 && this.#nextLine()) {
			if (this.#firstTooLong?.at.start === this.#start) this.#tooLongContinues = end;
			const first = skipSpace(text, this.#start, this.#end);
			if (first >= this.#end) (emptyLines ??= []).push({ start: this.#start, end: this.#end });
			else if (text.charCodeAt(first) === hash) this.#comments.push({ start: first, end: this.#end, line: this.#line });
			else {
				pieces.push(logical.length, this.#start);
				end = this.#continuation(this.#start);
				logical += text.slice(this.#start, end < 0 ? this.#end : end);
			}
		}

		const line = new LogicalLine(logical, pieces);
		const instruction = readInstruction(line, 0, logical.length, this.#escape, startLine, this.#line);
		if (instruction.error) this.#problems.push(instruction.error);
		if (logical.includes("<<")) this.#heredocs(instruction);
		instruction.fullRange = { start: instruction.range.start, end: this.#end };
		if (emptyLines) for (const at of emptyLines) this.#emptyContinuations.push({ instruction, at });
		this.#instructions.push(instruction);
	}

	#heredocs(instruction: Draft): void {
		const { heredocs, error } = readHeredocs(instruction, (isTerminator) => this.#heredocBody(isTerminator));
		if (error) this.#problems.push(error);
		instruction.heredocs = heredocs;
		if (instruction.trigger) instruction.trigger = toHolder(instruction.trigger, heredocs, this.#end);
		instruction.endLine = this.#line;
		instruction.error ??= error;
	}

	/** Where the line's text ends if the line goes on after it, before the escape character; otherwise -1. */
	#continuation(start: number): number {
		const text = this.#text;
		let end = this.#end;
		while (end > start && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
		if (end === start || text[end - 1] !== this.#escape) return -1;
		return end - 1 > start && text[end - 2] === this.#escape ? -1 : end - 1;
	}

	#heredocBody(isTerminator: (line: string) => boolean): Body {
		const start = this.#next;
		while (this.#nextLine()) {
			if (isTerminator(this.#text.slice(this.#start, this.#end))) {
				return {
					content: this.#text.slice(start, this.#start),
					body: { start, end: this.#start },
					terminator: { start: this.#start, end: this.#end },
					isTerminated: true,
				};
			}
		}
		const end = this.#text.length;
		return { content: this.#text.slice(start), body: { start, end }, terminator: { start: end, end }, isTerminated: false };
	}

	/**
	 * The scanner stops at such a line, so BuildKit first says what is wrong with the text before it. Where the line continues an instruction, BuildKit
	 * takes the 64 KiB that it has read of it for an instruction of its own.
	 */
	#problemsWithTooLong(tooLong: SyntaxProblem): readonly SyntaxProblem[] {
		const { start } = tooLong.at;
		const later = this.#problems.filter(({ at }) => at.start >= start);
		const escape = this.#tooLongContinues;
		if (escape < 0) return [...parse(this.#text.slice(0, start)).problems, tooLong, ...later];
		const before = `${this.#text.slice(0, escape)} ${this.#text.slice(escape + 1, start + longestLine / 3)}`;
		return [...parse(before).problems, { ...tooLong, line: tooLong.line + 1 }, ...later];
	}
}

/** The trigger of an ONBUILD with the here documents that stand below it. */
const toHolder = (trigger: Instruction, heredocs: Instruction["heredocs"], end: number): Instruction => ({
	...trigger,
	heredocs,
	fullRange: { start: trigger.fullRange.start, end },
});

// In Go `.` matches all but "\n", and `\s` is ASCII only.
const directive = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+?)[\t\n\f\r ]*$/;

const isLineEnd = (code: number): boolean => code === carriageReturn || code === lineFeed;

function bytesOf(text: string, start: number, end: number): number {
	let bytes = 0;
	for (let index = start; index < end; index++) {
		const code = text.charCodeAt(index);
		bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
	}
	return bytes;
}
