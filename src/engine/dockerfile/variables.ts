import { expand } from "./expand.ts";
import { globalScope, type Variable } from "./global-scope.ts";
import { pairsOf } from "./instructions.ts";
import { lastBelow } from "../text/search.ts";
import { type Stage, stageOf, stagesOf } from "./stages.ts";
import type { Dockerfile, Instruction } from "./syntax.ts";
import { fact } from "../text/fact.ts";

export type { Variable };

/** The variables that are set at a point of the file. */
export type Scope = {
	get(name: string): Variable | undefined;
	/** In no particular order; made anew at each call. */
	entries(): readonly (readonly [name: string, variable: Variable])[];
};

/**
 * What an expansion in the instruction sees: the ARG and ENV above it in its stage, and in the stages that this one is built from. FROM, and what stands before
 * the first, sees the global scope. What the base image sets in its environment is not known here, so a name that is absent may yet have a value.
 */
export function scopeBefore(file: Dockerfile, instruction: Instruction): Scope {
	const stage = stageOf(file, instruction);
	if (!stage || stage.from === instruction) {
		const scope = globalScope(file);
		return { get: (name) => scope.get(name), entries: () => [...scope] };
	}
	return scopeAt(file, stage, instruction.range.start);
}

/** What the stage leaves to those that are built from it. */
export const scopeAtEnd = (file: Dockerfile, stage: Stage): Scope => scopeAt(file, stage, Infinity);

/** A name's values in one stage, in order, each from an offset on. */
type History = ReadonlyMap<string, readonly Setting[]>;
type Mutable = Map<string, Setting[]>;
type Setting = { readonly from: number; readonly variable: Variable };

function scopeAt(file: Dockerfile, stage: Stage, offset: number): Scope {
	const all = historiesOf(file);
	return {
		get: (name) => find(all, stage, offset, name),
		entries() {
			const names = new Set<string>();
			for (let each: Stage | undefined = stage; each; each = each.parent) for (const name of all[each.index]?.keys() ?? []) names.add(name);
			return [...names].flatMap((name) => {
				const variable = find(all, stage, offset, name);
				return variable ? [[name, variable] as const] : [];
			});
		},
	};
}

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
			const known = value
				? valueOf(value.text, (each) => find(all, stage, kind === "env" ? from : Infinity, each)?.value, file)
				: globalScope(file).get(name.text)?.value;
			const variable: Variable = { value: known, kind, instruction };
			const values = history.get(name.text);
			if (values) values.push({ from, variable });
			else history.set(name.text, [{ from, variable }]);
		}
	}
}

function valueOf(text: string, lookup: (name: string) => string | undefined, { escape }: Dockerfile): string | undefined {
	const { text: expanded, missing, error } = expand(text, lookup, escape);
	return missing.length > 0 || error ? undefined : expanded;
}
