import type { Range } from "../text/text.ts";
import type { LogicalLine } from "./logical-line.ts";

/** A piece of an instruction. `text` is what BuildKit makes of it (continuations joined, a flag's quotes gone, a JSON string decoded); the range covers the source, quotes included. */
export type Word = Range & { readonly text: string };

/** `--name=value`. The value is absent in `--link`, and empty in `--from=`. Its range is the flag's own where it is quoted or runs over lines. */
export type Flag = Word & { readonly name: string; readonly value: Word | undefined };

/** A here document. `content` is the body as BuildKit keeps it: leading tabs still in it, line ends as in the file, without the terminator. */
export type Heredoc = {
	readonly name: string;
	/** File descriptor; 0 where none is written. */
	readonly fd: number;
	/** Whether variables in the body are expanded: no part of the name is quoted. */
	readonly expand: boolean;
	/** Whether leading tabs are taken off (`<<-`). */
	readonly chomp: boolean;
	readonly content: string;
	readonly body: Range;
	/** The line that ends the body, without its line end; empty at the end of the text where the terminator is missing. */
	readonly terminator: Range;
	/** The `<<EOF` in the instruction. */
	readonly opener: Range;
};

/** One instruction of the file. Ranges are offsets in the document even where the instruction runs over several lines. */
export type Instruction = {
	/** In capitals, known to Docker or not: `FROM`, `RUN`, `RUNN`. Empty for a line of only a continuation character. */
	readonly keyword: string;
	readonly keywordRange: Range;
	/** From the keyword to the last character that is no white space, here documents' bodies left out. */
	readonly range: Range;
	/** From the keyword to the end of the last line, here documents included, the last line end left out. */
	readonly fullRange: Range;
	/** As BuildKit counts: from 1, both included; 0 for the trigger in an ONBUILD. */
	readonly startLine: number;
	readonly endLine: number;
	readonly flags: readonly Flag[];
	/**
	 * As BuildKit splits them: ENV and LABEL give name, value, name, value …; a command in shell form is one word; an exec form gives its strings;
	 * HEALTHCHECK its type and then the command. Empty for unknown instructions and for ONBUILD, whose instruction is `trigger`.
	 */
	readonly args: readonly Word[];
	/** Everything after the flags, without white space around it. */
	readonly argsRange: Range;
	/** Whether the arguments are a JSON array that Docker accepts as one. */
	readonly json: boolean;
	/** `ENV a=b` has "=", the old `ENV a b` has "". Of no meaning elsewhere. */
	readonly separator: "=" | "";
	/** Those of a trigger are its ONBUILD's, too. */
	readonly heredocs: readonly Heredoc[];
	/** The instruction after ONBUILD. */
	readonly trigger: Instruction | undefined;
	/** The instruction's lines joined as BuildKit joins them, and the way back to the document. A trigger shares its ONBUILD's. */
	readonly logical: LogicalLine;
	/** Where the instruction, and its arguments after the flags, begin and end in `logical.text`. */
	readonly logicalRange: Range;
	readonly logicalArgs: Range;
	/** What makes BuildKit refuse the file at this instruction. */
	readonly error: SyntaxProblem | undefined;
};

/** An instruction while the parser is still at work on it. */
export type Draft = { -readonly [Key in keyof Instruction]: Instruction[Key] };

/** `# syntax=…`, `# escape=…` or `# check=…` at the top of the file; the name is in lower case. */
export type Directive = { readonly name: "syntax" | "escape" | "check"; readonly value: Word; readonly range: Range };

/** A comment from its `#` to the end of its line, line end left out. Comments inside an instruction's continuation are here too; lines of a here document are not. */
export type Comment = Range & { readonly line: number };

/** Why BuildKit refuses the file. `message` is in its words, `line` counts from 1 as it counts. */
export type SyntaxProblem = { readonly message: string; readonly line: number; readonly at: Range };

/** Everything that a Dockerfile's text says. Plain data; what is computed from it on demand (stages, variables, shell commands) is kept beside it, once a file. */
export type Dockerfile = {
	readonly text: string;
	readonly escape: "\\" | "`";
	readonly directives: readonly Directive[];
	/** In the file's order, broken ones included. */
	readonly instructions: readonly Instruction[];
	readonly comments: readonly Comment[];
	/** In the file's order. BuildKit stops at the first; we go on. */
	readonly problems: readonly SyntaxProblem[];
	/** Empty lines inside a continuation, which Docker means to refuse one day. */
	readonly emptyContinuations: readonly { readonly instruction: Instruction; readonly at: Range }[];
	/** The scripts of all shells are to be read as those of `sh`, those of PowerShell too: as hadolint does. */
	readonly isReadAsSh?: true;
};
