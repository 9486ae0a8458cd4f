import { countBelow, lastBelow } from "../text/search.ts";
import { type ShellComment, shellCommentsOf } from "./shell-comments.ts";
import { baseImageOf, type Stage, stageOf, stagesOf } from "./stages.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";
import { valueOf } from "./variables.ts";
import { fact } from "../text/fact.ts";

/** What SHELL, USER and WORKDIR have made of a stage at some point. */
export type State = {
	/** The command that a shell form is handed to, such as `["/bin/sh", "-c"]`. */
	readonly shell: readonly string[];
	/** The SHELL in force; undefined where it is Docker's default, or what a comment says. */
	readonly shellInstruction: Instruction | undefined;
	/** Whether it is a comment that says which shell it is, and no SHELL after it. */
	readonly isShellCommented: boolean;
	/** The USER in force; undefined where it is the base image's. */
	readonly user: Instruction | undefined;
	/** The WORKDIR in force; undefined where it is the base image's. */
	readonly workdirInstruction: Instruction | undefined;
	/** Absolute and without variables; undefined where the file alone does not tell it. */
	readonly workdir: string | undefined;
};

/** The state in which the instruction runs. For a trigger it is the state at its ONBUILD, though it will run in another build. */
export function stateBefore(file: Dockerfile, instruction: Instruction): State {
	const stage = stageOf(file, instruction);
	if (!stage) return initial;
	const changes = changesOf(file)[stage.index] ?? [];
	// The first holds from the stage's beginning, and mostly there is no other.
	return (changes.length === 1 ? changes[0] : lastBelow(changes, instruction.range.start + 1, ({ from }) => from))?.state ?? initial;
}

/** The state of the image that the stage makes. */
export const stateAtEnd = (file: Dockerfile, stage: Stage): State => changesOf(file)[stage.index]?.at(-1)?.state ?? initial;

const defaultShell: readonly string[] = ["/bin/sh", "-c"];
const initial: State = {
	shell: defaultShell,
	shellInstruction: undefined,
	isShellCommented: false,
	user: undefined,
	workdirInstruction: undefined,
	workdir: undefined,
};

/** States of a stage, each from an offset on; the first holds from the stage's beginning. */
type Changes = readonly { readonly from: number; readonly state: State }[];

const changesOf = fact((file: Dockerfile): readonly Changes[] => {
	const all: Changes[] = [];
	const comments = [...shellCommentsOf(file)];
	const stages = stagesOf(file);
	let first = initial;
	// What stands above all stages is about each of them.
	for (const { shell } of takeAbove(comments, stages[0]?.from)) first = { ...first, shell, isShellCommented: true };
	for (const stage of stages) {
		const start = stage.parent ? (all[stage.parent.index]?.at(-1)?.state ?? initial) : initialOf(file, stage, first);
		all.push(readChanges(file, stage, start, comments));
	}
	return all;
});

const initialOf = (file: Dockerfile, stage: Stage, first: State): State => (baseImageOf(file, stage) === "scratch" ? { ...first, workdir: "/" } : first);

/** The comments that stand above the instruction, which are taken out of the list. */
const takeAbove = (comments: ShellComment[], instruction: Instruction | undefined): readonly ShellComment[] =>
	comments.splice(
		0,
		countBelow(comments, instruction?.range.start ?? Infinity, ({ start }) => start),
	);

function readChanges(file: Dockerfile, stage: Stage, start: State, comments: ShellComment[]): Changes {
	let state = start;
	for (const { shell } of takeAbove(comments, stage.from)) state = { ...state, shell, shellInstruction: undefined, isShellCommented: true };
	const changes = [{ from: stage.from.range.start, state }];
	for (const instruction of stage.instructions) {
		for (const { start: from, shell } of takeAbove(comments, instruction)) {
			state = { ...state, shell, shellInstruction: undefined, isShellCommented: true };
			changes.push({ from, state });
		}
		const after = stateAfter(file, instruction, state);
		if (after === state) continue;
		state = after;
		changes.push({ from: instruction.range.end, state });
	}
	return changes;
}

function stateAfter(file: Dockerfile, instruction: Instruction, before: State): State {
	const { keyword } = instruction;
	if (keyword !== "WORKDIR" && keyword !== "USER" && (keyword !== "SHELL" || !instruction.json)) return before;
	let { shell, shellInstruction, isShellCommented, user, workdirInstruction, workdir } = before;
	if (keyword === "SHELL") [shell, shellInstruction, isShellCommented] = [instruction.args.map(({ text }) => text), instruction, false];
	else if (keyword === "USER") user = instruction;
	else [workdir, workdirInstruction] = [resolve(file, instruction, workdir), instruction];
	return { shell, shellInstruction, isShellCommented, user, workdirInstruction, workdir };
}

function resolve(file: Dockerfile, instruction: Instruction, current: string | undefined): string | undefined {
	const path = valueOf(file, instruction, instruction.args[0]);
	return path === undefined ? undefined : joinPaths(current, path);
}

/** A path in the image, taken relative to a working directory; undefined where it is relative and that is not known. */
export function joinPaths(workdir: string | undefined, path: string): string | undefined {
	if (isAbsolute(path)) return /^[/]/.test(path) ? normalize(path) : path;
	if (workdir === undefined) return undefined;
	return workdir.startsWith("/") ? normalize(`${workdir}/${path}`) : `${workdir.replace(/[\\/]+$/, "")}\\${path}`;
}

/** Whether a path begins at a root, on Linux or on Windows. */
export const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:)/.test(path);

function normalize(path: string): string {
	if (!/\/(?:[/.]|$)/.test(path)) return path;
	const parts: string[] = [];
	for (const part of path.split("/")) {
		if (part === "..") parts.pop();
		else if (part && part !== ".") parts.push(part);
	}
	return `/${parts.join("/")}`;
}
