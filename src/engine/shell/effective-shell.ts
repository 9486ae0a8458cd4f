import { baseImageOf, type Stage, stageOf } from "../dockerfile/stages.ts";
import { stateBefore } from "../dockerfile/state.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { Facts } from "../text/facts.ts";

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
export function isWindowsStage(file: Dockerfile, stage: Stage): boolean {
	let isWindows = known.get(stage);
	if (isWindows !== undefined) return isWindows;
	let first = stage;
	while (first.parent && isWindows === undefined) {
		first = first.parent;
		isWindows = known.get(first);
	}
	isWindows ??= isWindowsImage(file, first);
	for (let each: Stage | undefined = stage; each && known.get(each) === undefined; each = each.parent) known.set(each, isWindows);
	return isWindows;
}

const known = new Facts<Stage, boolean>();

function isWindowsImage(file: Dockerfile, stage: Stage): boolean {
	if (stage.platform?.text.toLowerCase().startsWith("windows")) return true;
	const written = stage.image?.text ?? "";
	return windowsImage.test(written.includes("$") ? (baseImageOf(file, stage) ?? written) : written);
}
