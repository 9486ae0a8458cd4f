import type { Range } from "../text/text.ts";
import type { ShellWord } from "./shell-word.ts";

/** A file that a command reads or writes. */
export type ShellRedirect = { readonly operator: string; readonly target: ShellWord };

/** `NAME=value`. The value is undefined where it is not static. */
export type ShellAssignment = { readonly name: string; readonly value: string | undefined };

/** One program that is run. What only starts another program (`sudo`, `env`, `sh -c`) is in `wrappers` of that program's command. */
export type ShellCommand = {
	/** The program without its folder; undefined where a variable decides, and where there are only assignments. */
	readonly name: string | undefined;
	/** The program as written. */
	readonly program: ShellWord | undefined;
	readonly args: readonly ShellWord[];
	/** What stands before the program, also in an `env`. */
	readonly assignments: readonly ShellAssignment[];
	readonly redirects: readonly ShellRedirect[];
	/** The programs that start this one, outermost first. */
	readonly wrappers: readonly string[];
	/** How it is joined to what runs before it; "" for the first of a script. */
	readonly joint: "" | ";" | "&" | "&&" | "||" | "|";
	/** Whether it stands in a branch, a loop or a function, and so may run never or often. */
	readonly conditional: boolean;
	/** Whether it runs in a shell of its own: parentheses, `$(…)`, `sh -c`. */
	readonly subshell: boolean;
	/** Whether an exec form holds it: its words are JSON strings. */
	readonly exec: boolean;
	/** From the program, wrappers left out, to the last argument. */
	readonly range: Range;
};
