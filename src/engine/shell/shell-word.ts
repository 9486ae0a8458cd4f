import { parse, type Word as WordNode, type WordPart } from "unbash";
import type { Word } from "../dockerfile/syntax.ts";
import type { Range } from "../text/text.ts";
import { simpleValue } from "./simple-value.ts";
import type { Source } from "./source.ts";

/** A word of a command. Its range in the document covers quotes; offsets are worked out when they are asked for. */
export class ShellWord implements Range {
	/** As written, quotes and expansions included; continuations joined. */
	readonly text: string;
	readonly #source: Source;
	readonly #from: number;
	#node: WordNode | undefined;
	#value: string | undefined | null = null;

	/** `node` is the word in its script's tree; without it the word is read on its own where that is needed. */
	constructor(source: Source, text: string, from: number, node?: WordNode) {
		this.#source = source;
		this.text = text;
		this.#from = from;
		this.#node = node;
	}

	/** A word that is its own value. */
	static plain(source: Source, text: string, from: number): ShellWord {
		const word = new ShellWord(source, text, from);
		word.#value = text;
		return word;
	}

	/** What the command receives, quotes and escapes gone; undefined where a variable, a substitution or a file name pattern decides. */
	get value(): string | undefined {
		if (this.#value === null) {
			const value = simpleValue(this.text);
			this.#value = value === null ? staticValue(this.#read()) : value;
		}
		return this.#value;
	}

	get start(): number {
		return this.#source.toDocument(this.#from);
	}

	/** After the word's last character, before any continuation. */
	get end(): number {
		return this.text ? this.#source.toDocument(this.#from + this.text.length - 1) + 1 : this.start;
	}

	/** What the word is made of; undefined where it is one piece. */
	get parts(): readonly WordPart[] | undefined {
		return this.#read()?.parts;
	}

	#read(): WordNode | undefined {
		return (this.#node ??= wordOf(this.text));
	}

	/** The word without its first characters, which are plain: the value in `export NAME=value`. */
	after(length: number): ShellWord {
		return new ShellWord(this.#source, this.text.slice(length), this.#from + length);
	}

	/** The word's value as shell text of its own, as in `sh -c '…'`; undefined unless it stands in the document as it is. */
	get script(): Source | undefined {
		const { value, text } = this;
		const at = value === undefined ? -1 : text.indexOf(value);
		if (value === undefined || at < 0) return undefined;
		return { text: value, toDocument: (offset) => this.#source.toDocument(this.#from + at + offset) };
	}
}

/** A string of an exec form, as a word: no shell reads it, so all of it is literal. */
export class ExecWord extends ShellWord {
	readonly #literal: string;

	constructor(word: Word, document: Source) {
		super(document, document.text.slice(word.start, word.end), word.start);
		this.#literal = word.text;
	}

	override get value(): string {
		return this.#literal;
	}

	override get parts(): undefined {
		return undefined;
	}
}

/** The tree of a word that is read on its own. */
function wordOf(text: string): WordNode | undefined {
	// Behind a blank a number sign would begin a comment; the word stands behind an equals sign.
	if (text.startsWith("#")) {
		const assigning = parse(`_=${text}`).commands[0]?.command;
		const assignment = assigning?.type === "Command" ? assigning.prefix[0] : undefined;
		return assignment?.type === "Assignment" && assignment.value.type === "Word" ? assignment.value : undefined;
	}
	const command = parse(`: ${text}`).commands[0]?.command;
	const part = command?.type === "Command" ? command.suffix[0] : undefined;
	return part?.type === "Word" ? part : undefined;
}

function staticValue(node: WordNode | undefined): string | undefined {
	if (!node || node.text.startsWith("~") || !(node.parts ?? []).every(isStatic)) return undefined;
	return node.value;
}

function isStatic(part: WordPart): boolean {
	switch (part.type) {
		case "Literal":
		case "SingleQuoted":
		case "AnsiCQuoted":
			return true;
		case "DoubleQuoted":
		case "LocaleString":
			return part.parts.every(isStatic);
		default:
			return false;
	}
}
