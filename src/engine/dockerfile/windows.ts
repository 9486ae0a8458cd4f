import { isWindowsImage } from "../image/windows.ts";
import { fact } from "../text/fact.ts";
import { instructionsOf } from "./instructions.ts";
import { baseImageOf, rootOf, type Stage } from "./stages.ts";
import type { Dockerfile } from "./syntax.ts";
import { valueOf } from "./variables.ts";

/** Whether the stage is built on an image of Windows, as far as its name, its platform or its shell tells. A backtick as escape character tells nothing. */
export const isWindowsStage = (file: Dockerfile, stage: Stage): boolean => isWindows(rootOf(file, stage), file);

const isWindows = fact((stage: Stage, file: Dockerfile): boolean => {
	const platform = stage.platform && valueOf(file, stage.from, stage.platform);
	if (platform !== undefined) return /^windows(?:\/|$)/i.test(platform);
	if (isWindowsImage(baseImageOf(file, stage) ?? stage.image?.text ?? "")) return true;
	return (
		instructionsOf(file, "SHELL").length > 0 &&
		stage.instructions.some(({ keyword, json, args }) => keyword === "SHELL" && json && shells.test(args[0]?.text ?? ""))
	);
});

/** PowerShell on Linux is called `pwsh`. */
const shells = /(?:^|[/\\])(?:cmd|powershell)(?:\.exe)?$/i;
