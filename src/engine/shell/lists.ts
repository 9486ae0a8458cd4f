import { sourcesOf } from "../dockerfile/sources.ts";
import { type Stage, stageOf, stageReferences, stagesOf } from "../dockerfile/stages.ts";
import type { Dockerfile, Instruction } from "../dockerfile/syntax.ts";
import { fact } from "../text/fact.ts";
import { countBelow } from "../text/search.ts";
import { aptPrograms, fetchesLists, installsFromLists } from "./apt.ts";
import { callsByRun } from "./calls.ts";
import { commandsOf } from "./commands.ts";
import { functionsIn, isHarmless } from "./harmless.ts";
import type { ShellCommand } from "./shell-command.ts";

/** Whether somebody later installs from the lists that apt has fetched: `no` only where everything that is run later is known not to. */
export type Need = "no" | "maybe" | "surely";

/** Whether something that comes after the RUN, in its stage or in one that is built on it, needs apt's package lists as the RUN leaves them. */
export const needOfLists = (file: Dockerfile, run: Instruction): Need => needAfter(run, file);

const needAfter = fact((run: Instruction, file: Dockerfile): Need => {
	const stage = stageOf(file, run);
	// What a trigger does, it does in a build that is not known.
	return !stage || run.startLine === 0 ? "maybe" : needIn(file, stage, run.range.end, new Map());
});

/** Stages on stages are followed no further than this. */
const deepest = 50;

/** `known` are the answers of one question by where they look from: stages are reached in many ways, and looked at once. */
function needIn(file: Dockerfile, stage: Stage, from: number, known: Map<number, Need>, depth = 0): Need {
	let need = known.get(from);
	if (need === undefined) {
		need = depth < deepest ? findNeed(file, stage, from, known, depth) : "maybe";
		known.set(from, need);
	}
	return need;
}

function findNeed(file: Dockerfile, stage: Stage, from: number, known: Map<number, Need>, depth: number): Need {
	let need: Need = "no";
	const { instructions } = stage;
	for (let index = countBelow(instructions, from, ({ range }) => range.start); index < instructions.length; index++) {
		const instruction = instructions[index] as Instruction;
		const { keyword } = instruction;
		if (keyword === "ONBUILD") need = "maybe";
		if (keyword !== "RUN" && keyword !== "CMD" && keyword !== "ENTRYPOINT") continue;
		// Only apt's own calls can change what is not known any more.
		if (need === "maybe" && keyword === "RUN" && !callsByRun(file, ...aptPrograms).has(instruction)) continue;
		const own = needOf(instruction, file);
		if (own === "surely") return own;
		if (own === "renewed") return need;
		if (own === "maybe") need = own;
	}
	const { children, copies } = heirsOf(file).get(stage) ?? noHeirs;
	for (const child of children) {
		const below = needIn(file, child, child.from.range.end, known, depth + 1);
		if (below === "surely") return below;
		if (below === "maybe") need = below;
	}
	for (const copy of copies) {
		const to = stageOf(file, copy);
		if (to && to.index > stage.index && needIn(file, to, copy.range.end, known, depth + 1) !== "no") need = "maybe";
	}
	return need;
}

/** The stages that are built on a stage, and the instructions that copy the lists from it, or may. */
type Heirs = { readonly children: Stage[]; readonly copies: Instruction[] };
const noHeirs: Heirs = { children: [], copies: [] };
const alone: ReadonlyMap<Stage, Heirs> = new Map();

const heirsOf = fact((file: Dockerfile): ReadonlyMap<Stage, Heirs> => {
	if (stagesOf(file).length < 2) return alone;
	const heirs = new Map<Stage, Heirs>(stagesOf(file).map((stage) => [stage, { children: [], copies: [] }]));
	for (const stage of stagesOf(file)) if (stage.parent) heirs.get(stage.parent)?.children.push(stage);
	for (const { stage, instruction } of stageReferences(file)) {
		if (!stage || instruction.keyword === "RUN") continue;
		if (sourcesOf(file, instruction).some(({ value }) => value === undefined || holdsLists(value))) heirs.get(stage)?.copies.push(instruction);
	}
	return heirs;
});

const holdsLists = (path: string): boolean => /^\/?(?:\.|\*|var(?:\/lib(?:\/apt(?:\/.*)?)?)?)?\/?\*?$/.test(path);

/** What an instruction takes of the lists that it finds; `renewed` where it fetches its own before. */
const needOf = fact((instruction: Instruction, file: Dockerfile): Need | "renewed" => {
	if (instruction.keyword !== "RUN") return startsInstallation(file, instruction) ? "surely" : "no";
	const commands = commandsOf(file, instruction);
	if (commands.length === 0) return "maybe";
	const calls = callsByRun(file, ...aptPrograms).get(instruction);
	const functions = functionsIn(commands);
	if (!calls) return commands.some((command) => readsLists(command) || !isHarmless(command, functions)) ? "maybe" : "no";
	let need: Need = "no";
	let mayRenew = false;
	let next = 0;
	for (const [index, command] of commands.entries()) {
		const call = calls[next]?.index === index ? calls[next++] : undefined;
		if (call && fetchesLists(call)) {
			if (isSure(commands, index)) return need === "no" ? "renewed" : need;
			mayRenew = true;
		} else if (call && installsFromLists(call)) return mayRenew ? "maybe" : "surely";
		else if (call ? asking.test(call.subcommand) : readsLists(command) || !isHarmless(command, functions)) need = "maybe";
	}
	return need;
});

/** Whether the command runs whatever comes of those before it, or nothing else does: in `[ … ] && update; install` there may be no update. */
function isSure(commands: readonly ShellCommand[], index: number): boolean {
	if (commands[index]?.conditional) return false;
	let first = index;
	while (first > 0 && commands[first]?.joint === "&&") first--;
	return commands.slice(first, index).every(({ name }) => settling.has(name ?? "")) || commands.slice(index + 1).every(({ joint }) => joint === "&&");
}

const settling = new Set([":", "cd", "echo", "export", "printf", "set", "true", "umask"]);

/** What is asked of the lists without installing anything. */
const asking = /^(?:list|search|show|showsrc|policy|madison|depends|rdepends|changelog|why|why-not|versions)$/;

/** Whether the command looks into the lists, or takes them along. */
const readsLists = (command: ShellCommand): boolean =>
	command.name === "apt-cache" || (taking.has(command.name ?? "") && command.args.some(({ text }) => text.includes("lib/apt")));

const taking = new Set(["cp", "mv", "tar", "rsync", "cat", "scp", "ln"]);

/** What a container does when it starts is no layer; but there, too, an installation without an update finds no lists. */
const startsInstallation = (file: Dockerfile, instruction: Instruction): boolean =>
	instruction.logical.text.includes("apt") &&
	commandsOf(file, instruction).some(({ name, args }) => /^(?:apt|apt-get|aptitude|nala)$/.test(name ?? "") && args.some(({ value }) => value === "install"));
