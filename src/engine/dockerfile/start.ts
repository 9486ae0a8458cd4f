import { fact } from "../text/fact.ts";
import { type Stage, stagesOf } from "./stages.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";

/** What a container of a stage's image runs. */
export type Start = {
	/** Undefined where the file has none; the base image may. */
	readonly entrypoint: Instruction | undefined;
	readonly cmd: Instruction | undefined;
};

/**
 * The ENTRYPOINT and CMD at the end of the stage, those of the stages it is built on included. An ENTRYPOINT drops a CMD that comes from below its own stage.
 * https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export const startOf = (file: Dockerfile, stage: Stage): Start => startsOf(file)[stage.index] ?? unset;

const unset: Start = { entrypoint: undefined, cmd: undefined };

/** By the stages' numbers. */
const startsOf = fact((file: Dockerfile): readonly Start[] => {
	const starts: Start[] = [];
	for (const { parent, instructions } of stagesOf(file)) {
		const below = (parent && starts[parent.index]) ?? unset;
		const entrypoint = instructions.findLast(({ keyword }) => keyword === "ENTRYPOINT");
		const cmd = instructions.findLast(({ keyword }) => keyword === "CMD");
		starts.push({
			entrypoint: entrypoint ?? below.entrypoint,
			cmd: cmd ?? (entrypoint ? undefined : below.cmd),
		});
	}
	return starts;
});

/** The instructions that have a say in what a container runs: the ENTRYPOINT, and the CMD unless an ENTRYPOINT in shell form ignores it. */
export const startingInstructions = (file: Dockerfile, stage: Stage): readonly Instruction[] => startingOf(stage, file);

const startingOf = fact((stage: Stage, file: Dockerfile): readonly Instruction[] => {
	const { entrypoint, cmd } = startOf(file, stage);
	const isCmdIgnored = entrypoint !== undefined && !entrypoint.json;
	return [entrypoint, isCmdIgnored ? undefined : cmd].filter((each) => each !== undefined && each.args.length > 0) as readonly Instruction[];
});
