import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import type { Edit, Range } from "../text/text.ts";
import { type Dialect, dialectOf, isCalledSh } from "./dialect.ts";
import { type Finder, finders, type Kind } from "./bashism-finders.ts";
import { matches, runsWith } from "./named-commands.ts";
import type { ShellProcess } from "./shell-command.ts";

/** Something that Bash understands and the shell that runs it does not. */
export type Bashism = {
	readonly at: Range;
	/** What the shell is called: `dash`, BusyBox's `ash`, or `sh` where nobody knows. */
	readonly shell: string;
	/** What it would be where every shell understands it; undefined where that is not known. */
	readonly edits: readonly Edit[] | undefined;
};

/** What a file has in which there is something of that kind. */
export const needsOf = (kind: Kind): readonly string[] => finders[kind].needles;

/** What is of that kind where the shell is known not to understand it; with `everyShell`, wherever it is called `sh`. */
export function* bashismsIn(file: Dockerfile, kind: Kind, everyShell: boolean): Generator<Bashism> {
	const { needles, pattern, busybox, find }: Finder = finders[kind];
	for (const run of runsWith(file, ...needles)) {
		if ((pattern && !matches(run, pattern)) || (!everyShell && knowsAll.has(dialectOf(file, run, outermost)))) continue;
		for (const { at, process, edits, busyboxToo, isCommon } of find(file, run)) {
			const shell = isCommon
				? everyShell && isCalledSh(file, run, process)
					? "sh"
					: undefined
				: ignorantShell(file, run, process, busyboxToo ?? busybox, everyShell);
			// What is printed as it stands by the one shell, the other expands.
			if (shell) yield { at, shell, edits: shell === "sh" && kind === "echo-option" ? undefined : edits };
		}
	}
}

function ignorantShell(file: Dockerfile, run: Instruction, process: ShellProcess, knowsBusybox: boolean, everyShell: boolean): string | undefined {
	const dialect = dialectOf(file, run, process);
	if (dialect === "dash" || (dialect === "busybox" && !knowsBusybox)) return names[dialect];
	return everyShell && isCalledSh(file, run, process) ? "sh" : undefined;
}

const outermost: ShellProcess = { parent: undefined, shell: undefined };

/** Where the RUN's own shell is one of these, or nobody knows, what it calls is not looked into. */
const knowsAll = new Set<Dialect | undefined>(["bash", "zsh", "ksh", undefined]);

const names: Readonly<Partial<Record<Dialect, string>>> = { dash: "dash", busybox: "ash" };
