import { stageOf } from "../../../dockerfile/stages.ts";
import { stateBefore } from "../../../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../../dockerfile/windows.ts";

/** What the instruction's shell form is handed to, as far as the file tells: SHELL's, or Docker's default for the system. */
export function shellOf(file: Dockerfile, instruction: Instruction): readonly string[] {
	const { shell, shellInstruction, isShellCommented } = stateBefore(file, instruction);
	return !shellInstruction && !isShellCommented && isWindows(file, instruction) ? ["cmd", "/S", "/C"] : shell;
}

export function isWindows(file: Dockerfile, instruction: Instruction): boolean {
	const stage = stageOf(file, instruction);
	return stage !== undefined && isWindowsStage(file, stage);
}
