import { deepest, endOfAnsi, endOfArithmetic, endOfBackquotes, endOfBraces, endOfParentheses } from "./shell-brackets.ts";

/** A piece of a shell script between which white space means nothing. A word with `$(…)` in it is several. */
export type ShellToken = {
	readonly start: number;
	readonly end: number;
	/** `control` is what stands between commands: `&&`, `||`, `|`, `;`, `&`. */
	readonly kind: "word" | "operator" | "control" | "comment";
	/** How many `if`s, loops, `case`s, braces and parentheses a line would stand in that begins here. */
	readonly depth: number;
	/** What a line that begins here goes on with: a new statement or the end of a compound one, the next command of an `&&` list, the next of a pipe, or the same command. */
	readonly role: "statement" | "list" | "pipe" | "rest";
	/** Joins two commands, and may stand before or behind a line break: `&&`, `||`, `|`. */
	readonly isBinary: boolean;
	/** The tokens, by their index, with which the statement, the pipeline and the command begin that this is in. */
	readonly statement: number;
	readonly pipeline: number;
	readonly command: number;
};

type Kind = "if" | "loop" | "case" | "clause" | "brace" | "parenthesis" | "substitution" | "array" | "test";

/** What is open, with the statement and the command that it is part of. */
type Frame = { readonly kind: Kind; readonly statement: number; readonly pipeline: number; readonly command: number };

/**
 * The tokens of a script in `sh` or `bash` that stands on one line, as Docker joins it. Undefined where quotes, parentheses or the like do not match, so that nobody
 * can tell which white space means something.
 */
export function readShellTokens(text: string, start: number, end: number): readonly ShellToken[] | undefined {
	const scanner = new Scanner(text, start, end);
	return scanner.read() && scanner.isClosed() ? scanner.tokens : undefined;
}

/** The same for a script of which the end is yet to be written: what is open may stay so. */
export function readBegunTokens(text: string, start: number, end: number): readonly ShellToken[] | undefined {
	const scanner = new Scanner(text, start, end);
	return scanner.read() ? scanner.tokens : undefined;
}

class Scanner {
	readonly tokens: ShellToken[] = [];
	readonly #text: string;
	readonly #end: number;
	#at: number;
	readonly #frames: Frame[] = [];
	#substitutions = 0;
	/** Whether a command may begin here, and what came before it. */
	#position: "statement" | "list" | "pipe" | "none" = "statement";
	#statement = 0;
	#pipeline = 0;
	#command = 0;
	/** Words up to the next separator are those of `for`, `case` or a pattern. */
	#awaits: "in" | "pattern" | "words" | undefined;

	constructor(text: string, start: number, end: number) {
		this.#text = text;
		this.#at = start;
		this.#end = end;
	}

	read(): boolean {
		return this.#list(undefined);
	}

	isClosed(): boolean {
		return this.#frames.length === 0;
	}

	/** Reads up to the parenthesis that closes a substitution, which is stepped over by the caller, or to the end. */
	#list(closing: "substitution" | undefined): boolean {
		const text = this.#text;
		const floor = this.#frames.length;
		for (;;) {
			while (this.#at < this.#end && isBlank(text.charCodeAt(this.#at))) this.#at++;
			if (this.#at >= this.#end) return closing === undefined;
			const character = text[this.#at] ?? "";
			if (character === "#") {
				this.#add(this.#end, "comment", this.#roleHere());
				this.#at = this.#end;
				return closing === undefined;
			}
			if (character === ")" && closing && this.#frames.length === floor && this.#awaits !== "pattern") return true;
			if (!(this.#operator() ?? this.#word())) return false;
		}
	}

	/** Undefined where no operator stands here; false where it cannot be read. */
	#operator(): boolean | undefined {
		operator.lastIndex = this.#at;
		const found = operator.exec(this.#text)?.[0];
		if (found === undefined || this.#at + found.length > this.#end) return undefined;
		const end = this.#at + found.length;
		const frame = this.#inner();
		if (/^\d*(?:[<>]|&>)/.test(found)) {
			if (/[<>]$/.test(found) && this.#text[end] === "(" && !/\d/.test(found)) return this.#processSubstitution(end);
			this.#add(end, "operator", this.#roleHere());
			this.#position = "none";
			return true;
		}
		if (found === "(") return this.#open(end, frame);
		if (found === ")") return this.#close(end, frame);
		if (frame === "test" || frame === "array" || (this.#awaits === "pattern" && found === "|")) {
			this.#add(end, "operator", "rest");
			return true;
		}
		if (found === "&&" || found === "||" || found === "|" || found === "|&") {
			const role = found === "&&" || found === "||" ? "list" : "pipe";
			this.#add(end, "control", role, true);
			this.#position = role;
			return true;
		}
		// What ends the head of a loop or an `if` stands as deep as its beginning.
		header.lastIndex = end;
		const isHeader = (frame === "loop" || frame === "if") && header.test(this.#text);
		this.#add(end, "control", "statement", false, this.#frames.length - (isHeader ? 1 : 0));
		if (found.startsWith(";;") || found === ";&") {
			if (frame !== "clause") return false;
			this.#leave();
			this.#awaits = "pattern";
		}
		if (this.#awaits === "words") this.#awaits = undefined;
		this.#position = "statement";
		return true;
	}

	#open(end: number, frame: Kind | undefined): boolean {
		if (this.#awaits === "pattern") {
			this.#add(end, "operator", "statement");
			return true;
		}
		if (frame === "test" || frame === "array") {
			this.#add(end, "operator", "rest");
			return frame === "test";
		}
		const rest = this.#text.slice(end, this.#end);
		// `name ()` makes a function.
		const parentheses = /^[ \t]*\)/.exec(rest)?.[0];
		if (parentheses && this.#position === "none") {
			this.#add(end + parentheses.length, "operator", "rest");
			this.#position = "statement";
			return true;
		}
		const last = this.tokens.at(-1);
		if (last?.end === this.#at && this.#text[this.#at - 1] === "=") {
			this.#add(end, "operator", "rest");
			this.#enter("array");
			return true;
		}
		if (this.#position === "none") return false;
		if (rest.startsWith("(")) {
			const closed = endOfArithmetic(this.#text, end + 1, this.#end);
			if (closed < 0) return false;
			this.#add(closed, "word", this.#begin());
			this.#position = "none";
			return true;
		}
		this.#add(end, "operator", this.#begin());
		this.#enter("parenthesis");
		this.#position = "statement";
		return true;
	}

	#close(end: number, frame: Kind | undefined): boolean {
		if (this.#awaits === "pattern") {
			this.#add(end, "operator", "rest");
			this.#enter("clause");
			this.#awaits = undefined;
			this.#position = "statement";
			return true;
		}
		if (frame === "test") {
			this.#add(end, "operator", "rest");
			return true;
		}
		if (frame !== "parenthesis" && frame !== "array") return false;
		this.#leave();
		this.#add(end, "operator", frame === "array" ? "rest" : "statement");
		this.#position = "none";
		return true;
	}

	#processSubstitution(end: number): boolean {
		this.#add(end + 1, "word", this.#roleHere());
		this.#position = "none";
		return this.#substitution(end + 1) && this.#wordEnd(this.#at, this.#at + 1, false) >= 0;
	}

	/** What `$(` or its like holds. The cursor is put on the parenthesis that closes it. */
	#substitution(start: number): boolean {
		if (this.#substitutions === deepest) return false;
		const [position, awaits] = [this.#position, this.#awaits];
		this.#at = start;
		this.#substitutions++;
		this.#enter("substitution");
		[this.#position, this.#awaits] = ["statement", undefined];
		const floor = this.#frames.length;
		if (!this.#list("substitution") || this.#frames.length !== floor) return false;
		this.#leave();
		this.#substitutions--;
		[this.#position, this.#awaits] = [position, awaits];
		return true;
	}

	#word(): boolean {
		const start = this.#at;
		const before = this.tokens.length;
		const role = this.#position === "none" ? "rest" : undefined;
		const end = this.#wordEnd(start, start, false);
		if (end < 0 || this.tokens.length === before) return false;
		const isWhole = this.tokens.length === before + 1;
		if (role === undefined || isWhole) this.#mean(isWhole ? this.#text.slice(start, end) : "", before);
		return true;
	}

	/** What a word does where it stands; its token is there already, and may have to be another. */
	#mean(word: string, index: number): void {
		const frame = this.#inner();
		const wasAt = this.#position;
		const replaceToken = (changes: Partial<ShellToken>): void => {
			const token = this.tokens[index];
			if (token) this.tokens[index] = { ...token, ...changes };
		};
		if (frame === "test") {
			if (word === "]]") this.#leave();
			return;
		}
		if (frame === "array") return;
		if (this.#awaits === "in") {
			if (word === "in") [this.#awaits, this.#position] = ["pattern", "none"];
			return;
		}
		if (this.#awaits === "pattern" && word === "esac") {
			if (frame === "case") this.#leave();
			replaceToken({ depth: this.#frames.length, role: "statement" });
			this.#awaits = undefined;
			this.#position = "none";
			return;
		}
		if (this.#awaits === "pattern") {
			const isFirst = this.tokens[index - 1]?.kind === "control" || this.#text.slice(this.tokens[index - 1]?.start, this.tokens[index - 1]?.end) === "in";
			if (isFirst) replaceToken({ role: "statement" });
			return;
		}
		if (this.#awaits === "words" || wasAt === "none") return;
		this.#position = "none";
		const close = (...kinds: readonly Kind[]): void => {
			if (frame !== undefined && kinds.includes(frame)) this.#leave();
			replaceToken({ depth: this.#frames.length, role: "statement" });
		};
		const again = (): void => {
			replaceToken({ depth: this.#frames.length - 1, role: "statement" });
			this.#position = "statement";
		};
		switch (word) {
			case "if":
				this.#enter("if");
				this.#position = "statement";
				return;
			case "while":
			case "until":
				this.#enter("loop");
				this.#position = "statement";
				return;
			case "for":
			case "select":
				this.#enter("loop");
				this.#awaits = "words";
				return;
			case "case":
				this.#enter("case");
				this.#awaits = "in";
				return;
			case "then":
			case "elif":
			case "else":
				if (frame === "if") again();
				return;
			case "do":
				if (frame === "loop") again();
				return;
			case "fi":
				return close("if");
			case "done":
				return close("loop");
			case "esac":
				if (frame === "clause") this.#leave();
				if (this.#inner() === "case") this.#leave();
				replaceToken({ depth: this.#frames.length, role: "statement" });
				return;
			case "{":
				this.#enter("brace");
				this.#position = "statement";
				return;
			case "}":
				return close("brace");
			case "[[":
				this.#enter("test");
				return;
			case "!":
			case "time":
				this.#position = wasAt;
				return;
			default:
		}
	}

	/** Adds the pieces of a word that begins at `start` and is read up to `at`; gives its end, or -1 where it has none. */
	#wordEnd(start: number, at: number, isQuoted: boolean): number {
		const text = this.#text;
		let from = start;
		let quoted = isQuoted;
		for (; at < this.#end;) {
			const character = text[at] ?? "";
			if (character === "\\") at += 2;
			else if (quoted && character === '"') {
				quoted = false;
				at++;
			} else if (!quoted && (isBlank(text.charCodeAt(at)) || ";&|<>()".includes(character))) {
				if (character !== "(" || !/[@!?*+]/.test(text[at - 1] ?? "") || at - 1 < from || this.#inner() === "array") break;
				at = endOfParentheses(text, at + 1, this.#end);
				if (at < 0) return -1;
			} else if (!quoted && character === '"') {
				quoted = true;
				at++;
			} else if (!quoted && character === "'") {
				at = text.indexOf("'", at + 1) + 1;
				if (at === 0) return -1;
			} else if (character === "`") {
				at = endOfBackquotes(text, at + 1, this.#end);
				if (at < 0) return -1;
			} else if (character === "$" && text.startsWith("$((", at)) {
				const closed = endOfArithmetic(text, at + 3, this.#end);
				if (closed >= 0) at = closed;
				else if ((from = at = this.#nested(from, at + 2)) < 0) return -1;
				else at++;
			} else if (character === "$" && text[at + 1] === "(") {
				from = at = this.#nested(from, at + 2);
				if (at < 0) return -1;
				at++;
			} else if (character === "$" && text[at + 1] === "{") {
				at = endOfBraces(text, at + 2, this.#end);
				if (at < 0) return -1;
			} else if (!quoted && character === "$" && text[at + 1] === "'") {
				at = endOfAnsi(text, at + 2, this.#end);
				if (at < 0) return -1;
			} else at++;
		}
		if (quoted || at > this.#end) return -1;
		if (at === from) return -1;
		this.#at = from;
		this.#add(at, "word", from === start && text[from] !== ")" ? this.#begin() : from === start ? "rest" : "statement");
		return at;
	}

	/** A substitution in a word: the word's piece before it, what is in it, and the offset of the parenthesis that closes it. */
	#nested(from: number, start: number): number {
		this.#at = from;
		const isFirst = this.#text[from] !== ")";
		this.#add(start, "word", isFirst ? this.#begin() : "statement");
		return this.#substitution(start) ? this.#at : -1;
	}

	#inner(): Kind | undefined {
		return this.#frames.at(-1)?.kind;
	}

	#enter(kind: Kind): void {
		this.#frames.push({ kind, statement: this.#statement, pipeline: this.#pipeline, command: this.#command });
	}

	#leave(): void {
		const frame = this.#frames.pop();
		if (frame) [this.#statement, this.#pipeline, this.#command] = [frame.statement, frame.pipeline, frame.command];
	}

	/** The role of a token that begins a command, where one may begin here. */
	#begin(): ShellToken["role"] {
		if (this.#awaits !== undefined || this.#inner() === "test" || this.#inner() === "array") return "rest";
		if (this.#position === "statement") this.#statement = this.tokens.length;
		if (this.#position === "statement" || this.#position === "list") this.#pipeline = this.tokens.length;
		if (this.#position !== "none") this.#command = this.tokens.length;
		return this.#roleHere();
	}

	#roleHere(): ShellToken["role"] {
		return this.#position === "none" ? "rest" : this.#position;
	}

	#add(end: number, kind: ShellToken["kind"], role: ShellToken["role"], isBinary = false, depth = this.#frames.length): void {
		const [statement, pipeline, command] = [this.#statement, this.#pipeline, this.#command];
		this.tokens.push({ start: this.#at, end, kind, role, isBinary, depth, statement, pipeline, command });
		this.#at = end;
	}
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
const header = /[ \t]*(?:do|then)(?![\w-])/y;
const operator = /\d*(?:<<<|<<-?|<&|<>|>>|>&|>\||[<>])|&>>?|&&|\|\||\|&|;;&|;;|;&|[;&|()]/y;
