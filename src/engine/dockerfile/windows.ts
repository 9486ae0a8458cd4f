import { fact } from "../text/fact.ts";
import { baseImageOf, rootOf, type Stage } from "./stages.ts";
import type { Dockerfile } from "./syntax.ts";

const windowsImage = /(?:^|\/)windows(?:[/:@]|$)|nanoserver|servercore/i;

/** Whether the stage is built on an image of Windows, as far as its name or platform tells. */
export const isWindowsStage = (file: Dockerfile, stage: Stage): boolean => isWindowsImage(rootOf(file, stage), file);

const isWindowsImage = fact((stage: Stage, file: Dockerfile): boolean => {
	if (stage.platform?.text.toLowerCase().startsWith("windows")) return true;
	const written = stage.image?.text ?? "";
	return windowsImage.test(written.includes("$") ? (baseImageOf(file, stage) ?? written) : written);
});
