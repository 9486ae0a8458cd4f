import type { Range } from "../text/text.ts";
import type { ShellWord } from "./shell-word.ts";
import type { Source } from "./source.ts";

/** A file that a command reads or writes. */
export type ShellRedirect = { readonly operator: string; readonly target: ShellWord };

/** `NAME=value`. The value is undefined where it is not static; the word, where there is none of its own. */
export type ShellAssignment = { readonly name: string; readonly value: string | undefined; readonly word?: ShellWord };

/** A process of a shell. What `cd`, assignments and `set` change in it lasts to its end, and its children begin with it. */
export type ShellProcess = {
	readonly parent: ShellProcess | undefined;
	/** The shell's name where the script chooses it, as `bash -c` does; undefined where it is the instruction's. */
	readonly shell: string | undefined;
};

/**
 * A part of a script that may run never, or more than once: `or` is what stands behind `||` and runs when something fails (behind a test, that is an `if`),
 * `exit` what a trap runs at the end, `signal` what one runs at other times. A loop over words has its variable and them.
 */
export type Branch = {
	readonly kind: "or" | "if" | "while" | "for" | "function" | "exit" | "signal";
	readonly parent: Branch | undefined;
	/** The function's name, or the loop's variable. */
	readonly name?: string | undefined;
	/** What a loop runs over. */
	readonly words?: readonly ShellWord[];
	/** The same for all arms of an `if` or a `case`, of which one runs. */
	readonly choice?: object;
};

/** Where a command stands in its script. */
export type CommandPlace = {
	readonly source: Source;
	/** The programs that start the command, outermost first. */
	readonly wrappers: readonly string[];
	/** Who the command runs as where that is not who runs the instruction: by `sudo` or `doas` as root, or as somebody else, or not known. */
	readonly runBy: "sudo" | "doas" | "other" | undefined;
	readonly branch: Branch | undefined;
	readonly process: ShellProcess;
	/** Whether nobody waits for it. */
	readonly isBackground: boolean;
};

/** One program that is run. What only starts another program (`sudo`, `env`, `sh -c`) is in `wrappers` of that program's command. */
export type ShellCommand = {
	/** The program without its folder; undefined where a variable decides which it is, and where there are only assignments. */
	readonly name: string | undefined;
	/** The program as written. */
	readonly program: ShellWord | undefined;
	readonly args: readonly ShellWord[];
	/** What stands before the program, also in an `env`. */
	readonly assignments: readonly ShellAssignment[];
	readonly redirects: readonly ShellRedirect[];
	/** The here documents that it reads, without those of its wrappers. */
	readonly inputs: readonly string[];
	/** The programs that start this one, outermost first. */
	readonly wrappers: readonly string[];
	readonly place: CommandPlace;
	/** How it is joined to what runs before it; "" for the first of a script. */
	readonly joint: "" | ";" | "&" | "&&" | "||" | "|";
	/** Whether it stands in a branch, a loop or a function or behind `||`, and so may run never or often. */
	readonly conditional: boolean;
	/** Whether it runs in a shell of its own: parentheses, `$(…)`, `sh -c`. */
	readonly subshell: boolean;
	/** Whether the instruction fails when it fails. */
	readonly isFatal: boolean;
	/** Whether an exec form holds it: its words are JSON strings. */
	readonly exec: boolean;
	/** From the program, wrappers left out, to the last argument. */
	readonly range: Range;
};
