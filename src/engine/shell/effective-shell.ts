import { stageOf } from "../dockerfile/stages.ts";
import type { State } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { isWindowsStage } from "../dockerfile/windows.ts";

const others = /(?:^|[/\\])(?:cmd|powershell|pwsh|python[\d.]*|perl|ruby|node|fish|nu)(?:\.exe)?$/i;

/** Whether the shell form of the instruction, which runs in that state, is run by a shell like `sh` or `bash`, as far as the file tells, or is to be read so. */
export function isPosixShell(file: Dockerfile, instruction: Instruction, { shell, shellInstruction, isShellCommented }: State): boolean {
	if (file.isReadAsSh) return true;
	if (shellInstruction || isShellCommented) return !others.test(shell[0] ?? "");
	const stage = stageOf(file, instruction);
	return !(stage && isWindowsStage(file, stage));
}
