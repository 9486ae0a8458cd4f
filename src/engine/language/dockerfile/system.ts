import { baseReferenceOf, rootOf, type Stage } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { systemOfImage, type System } from "../../image/systems.ts";
import { fact } from "../../text/fact.ts";
import { programOf } from "../../shell/calls.ts";
import { commandsOf } from "../../shell/commands.ts";

export type { System };

/** What the stage's image is a system of: by the image's name, or else by the package manager that the stage or those below it run. Undefined where nothing tells. */
export const systemOf = (file: Dockerfile, stage: Stage): System | undefined => system(stage, file);

const system = fact((stage: Stage, file: Dockerfile): System | undefined => {
	if (isWindowsStage(file, stage)) return "windows";
	const reference = baseReferenceOf(file, rootOf(file, stage));
	const known = reference && systemOfImage(reference);
	if (known) return known;
	for (let each: Stage | undefined = stage; each; each = each.parent) {
		for (const run of each.instructions) {
			if (run.keyword !== "RUN") continue;
			for (const command of commandsOf(file, run)) {
				const found = managers.get(programOf(command)?.program ?? "");
				if (found) return found;
			}
		}
	}
	return undefined;
});

const managers: ReadonlyMap<string, System> = new Map([
	["apt-get", "debian"],
	["apt", "debian"],
	["apk", "alpine"],
	["dnf", "rpm"],
	["yum", "rpm"],
	["microdnf", "rpm"],
	["tdnf", "rpm"],
]);
