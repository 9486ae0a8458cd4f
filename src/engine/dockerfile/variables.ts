import { expand, type Lookup, mayExpand, unknown } from "./expand.ts";
import { globalScope, lookupIn, type Variable } from "./global-scope.ts";
import { settingsOf } from "./instructions.ts";
import { lastBelow } from "../text/search.ts";
import { rootImageOf, type Stage, stageOf, stagesOf } from "./stages.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { fact } from "../text/fact.ts";

export type { Variable };

/** The variables that are set at a point of the file. */
export type Scope = {
	get(name: string): Variable | undefined;
	/** What an expansion finds: in a stage, a name that is not set here may yet have a value from the base image. */
	readonly lookup: Lookup;
	/** In no particular order; made anew at each call. */
	entries(): readonly (readonly [name: string, variable: Variable])[];
};

/**
 * What an expansion in the instruction sees: the ARG and ENV above it in its stage, and in the stages that this one is built from. FROM, and what stands before
 * the first, sees the global scope, and behind an ENV that stands there, because no FROM is written yet, that too. What the base image sets in its environment is not known here, so a name that is absent may yet have a value.
 * A trigger, which another build runs, sees what the stage leaves in the environment.
 */
export function scopeBefore(file: Dockerfile, instruction: Instruction): Scope {
	const stage = stageOf(file, instruction);
	if (!stage && instruction.keyword !== "ARG") return scopeWithoutStage(file, instruction.startLine === 0 ? Infinity : instruction.range.start);
	if (!stage || stage.from === instruction) {
		const scope = globalScope(file);
		return { get: (name) => scope.get(name), lookup: lookupIn(scope), entries: () => [...scope] };
	}
	return instruction.startLine === 0 ? environmentOf(file, stage) : scopeAt(file, stage, instruction.range.start);
}

/** What BuildKit makes of a word of the instruction: quotes and escapes gone, variables replaced. Undefined where it refuses the word, or the file does not tell. */
export const valueOf = (file: Dockerfile, instruction: Instruction, word: Pick<Word, "text"> | undefined): string | undefined =>
	word && mayExpand(word.text) ? expand(word.text, scopeBefore(file, instruction).lookup, file.escape).text : word?.text;

/** What the stage leaves to those that are built from it. */
export const scopeAtEnd = (file: Dockerfile, stage: Stage): Scope => scopeAt(file, stage, Infinity);

/** For each name the stages that give it values, in order, with those values in order, each from an offset on. */
type History = Map<string, { readonly stage: Stage; readonly values: Setting[] }[]>;
type Setting = { readonly from: number; readonly variable: Variable };

/** Docker refuses an ENV above the first FROM; who writes one means what it would be below. */
function scopeWithoutStage(file: Dockerfile, offset: number): Scope {
	const [global, environment] = [globalScope(file), environmentWithoutStage(file)];
	const set = (name: string): Variable | undefined => lastBelow(environment.get(name) ?? [], offset, ({ from }) => from)?.variable;
	const get = (name: string): Variable | undefined => set(name) ?? global.get(name);
	const own = (): (readonly [string, Variable])[] =>
		[...environment.keys()].flatMap((name) => [set(name)].flatMap((variable) => (variable ? [[name, variable] as const] : [])));
	return { get, lookup: lookupIn({ get }), entries: () => [...new Map([...global, ...own()])] };
}

const environmentWithoutStage = fact((file: Dockerfile): ReadonlyMap<string, readonly Setting[]> => {
	const environment = new Map<string, Setting[]>();
	for (const instruction of file.instructions) {
		if (instruction.keyword === "FROM") break;
		if (instruction.keyword !== "ENV") continue;
		const from = instruction.range.start;
		const lookup = lookupIn({ get: (name) => lastBelow(environment.get(name) ?? [], from, (each) => each.from)?.variable ?? globalScope(file).get(name) });
		for (const { name, value } of settingsOf(instruction)) {
			const variable: Variable = { value: value && expand(value.text, lookup, file.escape).text, isUnset: !value, kind: "env", instruction };
			const settings = environment.get(name.text);
			if (settings) settings.push({ from, variable });
			else environment.set(name.text, [{ from, variable }]);
		}
	}
	return environment;
});

function scopeAt(file: Dockerfile, stage: Stage, offset: number): Scope {
	const history = historyOf(file);
	const get = (name: string): Variable | undefined => find(file, history, stage, offset, name);
	return {
		get,
		lookup: lookupOver(file, stage, get),
		entries() {
			return [...history.keys()].flatMap((name) => {
				const variable = get(name);
				return variable ? [[name, variable] as const] : [];
			});
		},
	};
}

/** The scope of the builds for which the stage puts instructions off: they inherit its environment, and no arguments. */
function environmentOf(file: Dockerfile, stage: Stage): Scope {
	const scope = scopeAtEnd(file, stage);
	const get = (name: string): Variable | undefined => {
		const variable = scope.get(name);
		return variable?.kind === "env" ? variable : undefined;
	};
	return { get, lookup: lookupOver(file, stage, get), entries: () => scope.entries().filter(([, { kind }]) => kind === "env") };
}

function lookupOver(file: Dockerfile, stage: Stage, get: Scope["get"]): Lookup {
	const lookup = lookupIn({ get });
	return (name) => (get(name) ? lookup(name) : inherited(file, stage, name));
}

/** What comes with the base image, and the PATH that BuildKit sets where that has none. */
function inherited(file: Dockerfile, stage: Stage, name: string): ReturnType<Lookup> {
	if (rootImageOf(file, stage) !== "scratch") return unknown;
	return name === "PATH" ? defaultPath : undefined;
}

/** https://github.com/moby/buildkit/blob/master/util/system/path.go */
export const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

function find(file: Dockerfile, history: History, stage: Stage, offset: number, name: string): Variable | undefined {
	const stages = history.get(name);
	if (!stages) return undefined;
	const { enters, leaves } = familiesOf(file);
	const own = enters[stage.index] ?? 0;
	// From the last stage up: a walk from parent to parent would be a long one where thousands are built on each other.
	for (let index = stages.length - 1; index >= 0; index--) {
		const group = stages[index];
		if (!group || (enters[group.stage.index] ?? 0) > own || (leaves[group.stage.index] ?? 0) < own) continue;
		const found = group.stage === stage ? lastBelow(group.values, offset, ({ from }) => from) : group.values.at(-1);
		if (found) return found.variable;
	}
	return undefined;
}

/** Numbers of the stages, by their indexes: those of a stage and of all that are built on it run from where it is entered to where it is left. */
const familiesOf = fact((file: Dockerfile): { readonly enters: readonly number[]; readonly leaves: readonly number[] } => {
	const stages = stagesOf(file);
	const sizes = stages.map(() => 1);
	for (const { index, parent } of stages.toReversed()) if (parent) sizes[parent.index] = (sizes[parent.index] ?? 0) + (sizes[index] ?? 0);
	const enters: number[] = [];
	const leaves: number[] = [];
	/** The next free number, within each stage and outside all. */
	const free = new Map<Stage | undefined, number>();
	for (const stage of stages) {
		const enter = free.get(stage.parent) ?? 0;
		const leave = enter + (sizes[stage.index] ?? 0);
		free.set(stage.parent, leave);
		free.set(stage, enter + 1);
		enters.push(enter);
		leaves.push(leave - 1);
	}
	return { enters, leaves };
});

const historyOf = fact((file: Dockerfile): History => {
	const history: History = new Map();
	for (const stage of stagesOf(file)) readHistory(file, stage, history);
	return history;
});

function readHistory(file: Dockerfile, stage: Stage, history: History): void {
	for (const instruction of stage.instructions) {
		if (instruction.keyword !== "ARG" && instruction.keyword !== "ENV") continue;
		const from = instruction.range.start;
		const kind = instruction.keyword === "ARG" ? "arg" : "env";
		for (const { name, value } of settingsOf(instruction)) {
			const before = (each: string): Variable | undefined => find(file, history, stage, kind === "env" ? from : Infinity, each);
			const global = value ? undefined : globalScope(file).get(name.text);
			// Without a value to give, an ARG leaves what there is.
			if (!value && (!global || global.isUnset) && before(name.text)) continue;
			const known = value ? expand(value.text, lookupOver(file, stage, before), file.escape).text : global?.value;
			const variable: Variable = { value: known, isUnset: !value && (global?.isUnset ?? true), kind, instruction };
			const stages = history.get(name.text);
			const last = stages?.at(-1);
			if (last?.stage === stage) last.values.push({ from, variable });
			else if (stages) stages.push({ stage, values: [{ from, variable }] });
			else history.set(name.text, [{ stage, values: [{ from, variable }] }]);
		}
	}
}
