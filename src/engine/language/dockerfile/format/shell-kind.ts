import { stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { isPosixShell } from "../../../shell/effective-shell.ts";
import type { ShellKind } from "./snippet.ts";

/** What runs the shell form of an instruction, as far as the file tells. */
export function shellKindOf(file: Dockerfile, instruction: Instruction): ShellKind {
	const state = stateBefore(file, instruction);
	if (isPosixShell(file, instruction, state)) return "posix";
	return /(?:^|[/\\])(?:powershell|pwsh)(?:\.exe)?$/i.test(state.shell[0] ?? "") ? "powershell" : "other";
}
