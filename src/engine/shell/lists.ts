import { type Stage, stageOf, stagesOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { countBelow } from "../text/search.ts";
import { aptPrograms, fetchesLists, installsFromLists } from "./apt.ts";
import { callsByRun } from "./calls.ts";
import { commandsOf } from "./commands.ts";
import { functionsIn, isHarmless } from "./harmless.ts";

/** Whether somebody later installs from the lists that apt has fetched: `no` only where everything that is run later is known not to. */
export type Need = "no" | "maybe" | "surely";

/** Whether something that comes after the RUN, in its stage or in one that is built on it, needs apt's package lists as the RUN leaves them. */
export const needOfLists = (file: Dockerfile, run: Instruction): Need => needAfter(run, file);

const needAfter = fact((run: Instruction, file: Dockerfile): Need => {
	const stage = stageOf(file, run);
	// What a trigger does, it does in a build that is not known.
	return !stage || run.startLine === 0 ? "maybe" : needIn(file, stage, run.range.end);
});

/** Stages on stages are followed no further than this. */
const deepest = 50;

function needIn(file: Dockerfile, stage: Stage, from: number, depth = 0): Need {
	let need: Need = depth < deepest ? "no" : "maybe";
	const { instructions } = stage;
	for (let index = countBelow(instructions, from, ({ range }) => range.start); index < instructions.length; index++) {
		const instruction = instructions[index] as Instruction;
		const { keyword } = instruction;
		if (keyword === "ONBUILD") need = "maybe";
		if (keyword !== "RUN" && keyword !== "CMD" && keyword !== "ENTRYPOINT") continue;
		const own = needOf(instruction, file);
		if (own === "surely") return own;
		if (own === "renewed") return need;
		if (own === "maybe") need = own;
	}
	for (const child of stagesOf(file)) {
		if (child.parent !== stage || depth === deepest) continue;
		const below = needIn(file, child, 0, depth + 1);
		if (below === "surely") return below;
		if (below === "maybe") need = below;
	}
	return need;
}

/** What an instruction takes of the lists that it finds; `renewed` where it fetches its own before. */
const needOf = fact((instruction: Instruction, file: Dockerfile): Need | "renewed" => {
	if (instruction.keyword !== "RUN") return startsInstallation(file, instruction) ? "surely" : "no";
	const commands = commandsOf(file, instruction);
	if (commands.length === 0) return "maybe";
	const calls = new Map(
		callsByRun(file, ...aptPrograms)
			.get(instruction)
			?.map((call) => [call.index, call]),
	);
	const functions = functionsIn(commands);
	let need: Need = "no";
	for (const [index, command] of commands.entries()) {
		const call = calls.get(index);
		if (call && fetchesLists(call) && !command.conditional) return need === "no" ? "renewed" : need;
		if (call && installsFromLists(call)) return "surely";
		if (!call && !isHarmless(command, functions)) need = "maybe";
	}
	return need;
});

/** What a container does when it starts is no layer; but there, too, an installation without an update finds no lists. */
const startsInstallation = (file: Dockerfile, instruction: Instruction): boolean =>
	instruction.logical.text.includes("apt") &&
	commandsOf(file, instruction).some(({ name, args }) => /^(?:apt|apt-get|aptitude|nala)$/.test(name ?? "") && args.some(({ value }) => value === "install"));
