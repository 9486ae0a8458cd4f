import { baseReferenceOf, rootOf, type Stage, stageOf } from "../../dockerfile/stages.ts";
import type { Dockerfile } from "../../dockerfile/syntax.ts";
import { isWindowsStage } from "../../dockerfile/windows.ts";
import { systemOfImage, type System } from "../../image/systems.ts";
import { fact } from "../../text/fact.ts";
import { callsOf } from "../../shell/calls.ts";
import type { ProgramName } from "../../shell/programs/programs.ts";

export type { System };

/** What the stage's image is a system of: by the image's name, or else by the package manager that the stage or those below it run. Undefined where nothing tells. */
export const systemOf = (file: Dockerfile, stage: Stage): System | undefined => system(stage, file);

const system = fact((stage: Stage, file: Dockerfile): System | undefined => {
	if (isWindowsStage(file, stage)) return "windows";
	const reference = baseReferenceOf(file, rootOf(file, stage));
	const known = reference && systemOfImage(reference);
	if (known) return known;
	const stages = new Set<Stage | undefined>();
	for (let each: Stage | undefined = stage; each; each = each.parent) stages.add(each);
	for (const [system, ...programs] of managers) if (callsOf(file, ...programs).some(({ instruction }) => stages.has(stageOf(file, instruction)))) return system;
	return undefined;
});

const managers: readonly (readonly [System, ProgramName, ...ProgramName[]])[] = [
	["debian", "apt-get", "apt"],
	["alpine", "apk"],
	["rpm", "dnf", "yum", "microdnf", "tdnf"],
];
