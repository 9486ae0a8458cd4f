import { expand, type Lookup, mayExpand, unknown } from "./expand.ts";
import { globalScope, lookupIn, type Variable } from "./global-scope.ts";
import { pairsOf } from "./instructions.ts";
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
 * the first, sees the global scope. What the base image sets in its environment is not known here, so a name that is absent may yet have a value.
 * A trigger, which another build runs, sees what the stage leaves in the environment.
 */
export function scopeBefore(file: Dockerfile, instruction: Instruction): Scope {
	const stage = stageOf(file, instruction);
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

/** A name's values in one stage, in order, each from an offset on. */
type History = ReadonlyMap<string, readonly Setting[]>;
type Mutable = Map<string, Setting[]>;
type Setting = { readonly from: number; readonly variable: Variable };

function scopeAt(file: Dockerfile, stage: Stage, offset: number): Scope {
	const all = historiesOf(file);
	const get = (name: string): Variable | undefined => find(all, stage, offset, name);
	return {
		get,
		lookup: lookupOver(file, stage, get),
		entries() {
			const names = new Set<string>();
			for (let each: Stage | undefined = stage; each; each = each.parent) for (const name of all[each.index]?.keys() ?? []) names.add(name);
			return [...names].flatMap((name) => {
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

function find(all: readonly History[], stage: Stage, offset: number, name: string): Variable | undefined {
	let before = offset;
	for (let each: Stage | undefined = stage; each; each = each.parent) {
		const found = lastBelow(all[each.index]?.get(name) ?? [], before, ({ from }) => from);
		if (found) return found.variable;
		before = Infinity;
	}
	return undefined;
}

const historiesOf = fact((file: Dockerfile): readonly History[] => {
	const all: Mutable[] = [];
	for (const stage of stagesOf(file)) {
		all.push(new Map());
		readHistory(file, stage, all);
	}
	return all;
});

/** Fills the stage's own history, the last of `all`. */
function readHistory(file: Dockerfile, stage: Stage, all: readonly Mutable[]): void {
	const history = all[stage.index];
	if (!history) return;
	for (const instruction of stage.instructions) {
		if (instruction.keyword !== "ARG" && instruction.keyword !== "ENV") continue;
		const from = instruction.range.start;
		const kind = instruction.keyword === "ARG" ? "arg" : "env";
		for (const { name, value } of pairsOf(instruction)) {
			const before = (each: string): Variable | undefined => find(all, stage, kind === "env" ? from : Infinity, each);
			const global = value ? undefined : globalScope(file).get(name.text);
			// Without a value to give, an ARG leaves what there is.
			if (!value && (!global || global.isUnset) && before(name.text)) continue;
			const known = value ? expand(value.text, lookupOver(file, stage, before), file.escape).text : global?.value;
			const variable: Variable = { value: known, isUnset: !value && (global?.isUnset ?? true), kind, instruction };
			const values = history.get(name.text);
			if (values) values.push({ from, variable });
			else history.set(name.text, [{ from, variable }]);
		}
	}
}
