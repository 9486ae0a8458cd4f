import { baseImageOf, rootOf, type Stage, stageOf } from "../dockerfile/stages.ts";
import { stateBefore } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";

const others = /(?:^|[/\\])(?:cmd|powershell|pwsh|python[\d.]*|perl|ruby|node|fish|nu)(?:\.exe)?$/i;

/** Whether the shell form of the instruction is run by a shell like `sh` or `bash`, as far as the file tells. */
export function isPosixShell(file: Dockerfile, instruction: Instruction): boolean {
	const { shell, shellInstruction } = stateBefore(file, instruction);
	if (shellInstruction) return !others.test(shell[0] ?? "");
	const stage = stageOf(file, instruction);
	return file.escape !== "`" && !(stage && isWindowsStage(file, stage));
}

const windowsImage = /(?:^|\/)windows(?:[/:@]|$)|nanoserver|servercore/i;

/** Whether the stage is built on an image of Windows, as far as its name or platform tells. */
export const isWindowsStage = (file: Dockerfile, stage: Stage): boolean => isWindowsImage(rootOf(file, stage), file);

const isWindowsImage = fact((stage: Stage, file: Dockerfile): boolean => {
	if (stage.platform?.text.toLowerCase().startsWith("windows")) return true;
	const written = stage.image?.text ?? "";
	return windowsImage.test(written.includes("$") ? (baseImageOf(file, stage) ?? written) : written);
});
