import type { Message } from "../../text/message.ts";
import type { Edit, Range } from "../../text/text.ts";
import type { Dockerfile, Instruction, Word } from "../syntax.ts";

/** Why Docker refuses a file whose lines it can read: BuildKit's `instructions.Parse` does, or its conversion of the instructions to a build. */
export type Refusal = {
	readonly kind: Kind;
	readonly at: Range;
	/** The line, from 1, that BuildKit names: the one where the instruction begins. 0 where it names none. */
	readonly line: number;
	/** In plain words, a clause. */
	readonly what: Message;
	/** In BuildKit's. */
	readonly said: string;
	/** What was most likely meant. */
	readonly meant: Meant | undefined;
	/** The instruction stands in an ONBUILD. Docker takes it now and refuses the builds on top of the image. */
	readonly isPutOff: boolean;
	/** Only a build that is not given the argument is refused: an ARG that has no default. */
	readonly unlessGiven: string | undefined;
};

/** What it is about, by which rules divide them. */
export type Kind = "arguments" | "array" | "flag" | "from" | "name" | "port" | "stage" | "substitution" | "trigger" | "value";

export type Meant = { readonly title: Message; readonly edits: readonly Edit[] };

/** What a reader of one instruction finds. Its line is its instruction's, unless BuildKit names none; its kind is the reader's where none is given. */
export type Found = Pick<Refusal, "at" | "what" | "said"> & {
	readonly kind?: Kind;
	readonly meant?: Meant | undefined;
	readonly line?: 0;
	readonly unlessGiven?: string | undefined;
};

/** Looks at one instruction; it gives nothing where the outcome depends on what the file does not tell. */
export type Reader = (file: Dockerfile, instruction: Instruction) => Iterable<Found>;

/** The part of a word's text from `from` to `to`, and all of the word where quotes or line ends stand between. */
export const partOf = (word: Word, from: number, to: number): Range =>
	word.end - word.start === word.text.length ? { start: word.start + from, end: word.start + to } : word;
