import type { Range } from "../text/text.ts";
import { globalScope, platformArguments, proxyArguments } from "./global-scope.ts";
import { settingsOf, scriptOf } from "./instructions.ts";
import { draftOf, type NamedDraft, type Place } from "./named.ts";
import { quotedReferencesOf } from "./quoted-references.ts";
import { referencesOf, type VariableReference } from "./references.ts";
import { type Assignment, assignmentsIn } from "./shell-assignments.ts";
import { spelledAt } from "./spelled.ts";
import { type Stage, stageOf } from "./stages.ts";
import type { Dockerfile, Instruction, Word } from "./syntax.ts";
import { type Scope, scopeAtEnd, scopeBefore } from "./variables.ts";

/** Where arguments and variables are named: first all that instructions set, then all else, each in order. What a name stands for, `variables.ts` says. */
export function variablePlaces(file: Dockerfile): readonly Place[] {
	const names: Names = { file, places: [], global: new Map(), settings: new Map(), inStages: new Map() };
	const outers = file.instructions.map((instruction): Outer => {
		let inner = instruction;
		while (inner.trigger) inner = inner.trigger;
		return { instruction: inner, outer: instruction, stage: stageOf(file, instruction) };
	});
	for (const outer of outers) if (outer.instruction.keyword === "ARG" || outer.instruction.keyword === "ENV") define(names, outer);
	for (const outer of outers) refer(names, outer);
	return names.places;
}

/** What one instruction makes of a name; for what Docker sets there may be no place. */
type Setting = { readonly named: NamedDraft; readonly place: Place | undefined };
type Settings = Map<string, Setting>;

type Names = {
	readonly file: Dockerfile;
	readonly places: Place[];
	/** Arguments above the first FROM and those that Docker sets, each as it is set last there. */
	readonly global: Settings;
	readonly settings: Map<Instruction, Settings>;
	/** Undefined: what stands above the first FROM. */
	readonly inStages: Map<Stage | undefined, InStage>;
};

/** What ONBUILDs set, what the environment has first in the stage, and what nothing sets. */
type InStage = { readonly putOff: Settings; readonly environment: Settings; readonly outside: Settings };

/** An instruction, or the innermost trigger of one, and the stage in which it stands. */
type Outer = { readonly instruction: Instruction; readonly outer: Instruction; readonly stage: Stage | undefined };

const setByDocker = new Set([...platformArguments, ...proxyArguments]);

function inStage({ inStages }: Names, stage: Stage | undefined): InStage {
	const known = inStages.get(stage);
	if (known) return known;
	const made: InStage = { putOff: new Map(), environment: new Map(), outside: new Map() };
	inStages.set(stage, made);
	return made;
}

/** An argument that there is once for all stages. */
function globalArgument({ global }: Names, name: string): NamedDraft {
	const known = global.get(name);
	if (known) return known.named;
	const named = draftOf("argument", name);
	if (setByDocker.has(name)) named.givenBy = "docker";
	global.set(name, { named, place: undefined });
	return named;
}

function define(names: Names, { instruction, outer, stage }: Outer): void {
	const settings: Settings = new Map();
	names.settings.set(instruction, settings);
	const isArgument = instruction.keyword === "ARG";
	const scope = scopeBefore(names.file, instruction);
	for (const { name: word, value } of settingsOf(instruction)) {
		const { start, end } = withoutQuotes(names.file, word);
		const name = names.file.text.slice(start, end);
		if (!isName.test(name)) continue;
		const putOff = outer === instruction ? undefined : inStage(names, stage).putOff.get(name);
		const before = settings.get(name) ?? putOff ?? settingOf(names, scope, name);
		const global = isArgument ? names.global.get(name) : undefined;
		const named = isArgument ? argumentFor(names, outer, stage, name, before, value) : environmentFor(names, outer, stage, name, before);
		const definition = value ? undefined : (before?.place ?? global?.place);
		const place: Place = { start, end, named, role: "definition", from: start, isWritten: true, instruction, definition };
		const setting = { named, place };
		names.places.push(place);
		settings.set(name, setting);
		if (isArgument && (!stage || (named.givenBy && !global?.place))) names.global.set(name, setting);
		if (outer !== instruction) inStage(names, stage).putOff.set(name, setting);
	}
}

const isName = /^[A-Za-z_]\w*$/;

function withoutQuotes({ text }: Dockerfile, { start, end }: Word): Range {
	const isQuoted = end - start > 1 && /["']/.test(text[start] ?? "") && text[start] === text[end - 1];
	return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function environmentFor(names: Names, outer: Instruction, stage: Stage | undefined, name: string, before: Setting | undefined): NamedDraft {
	if (before?.named.kind === "environment") return before.named;
	const named = draftOf("environment", name);
	const { environment } = inStage(names, stage);
	if (!outer.trigger && !environment.has(name)) environment.set(name, { named, place: undefined });
	return named;
}

/** An ARG behind an ENV of the same name is about the same variable: what it is given takes its place. */
function argumentFor(
	names: Names,
	outer: Instruction,
	stage: Stage | undefined,
	name: string,
	before: Setting | undefined,
	value: Word | undefined,
): NamedDraft {
	if (setByDocker.has(name) || !stage) return globalArgument(names, name);
	const global = value || outer.trigger ? undefined : names.global.get(name)?.named;
	if (global && globalScope(names.file).get(name)?.isUnset === false) return global;
	return before?.named ?? global ?? draftOf("argument", name);
}

function settingOf({ settings }: Names, scope: Scope, name: string): Setting | undefined {
	const setBy = scope.get(name)?.instruction;
	return setBy && settings.get(setBy)?.get(name);
}

function refer(names: Names, at: Outer): void {
	const { file } = names;
	const { instruction, outer } = at;
	const assignments = isScript(instruction.keyword) ? assignmentsOf(file, outer, instruction) : none;
	const references = instruction.logical.text.includes("$") || outer.heredocs.length > 0 ? allReferencesOf(file, outer) : none;
	if (assignments.length + references.length === 0) return;
	const find = finder(names, at);
	/** Variables of the script alone, by name; which of the assignments counts for the references behind it. */
	const local = new Map<string, { readonly named: NamedDraft; readonly assigned: Place[]; last: number }>();
	for (const { name, start, end } of assignments) {
		const setting = find(name);
		const own = setting ? undefined : (local.get(name) ?? { named: draftOf("variable", name), assigned: [], last: 0 });
		const named = setting?.named ?? own?.named;
		if (!named) continue;
		const role = own?.assigned.length === 0 ? "definition" : "assignment";
		const isWritten = file.text.slice(start, end) === name;
		const place: Place = { start, end, named, role, from: start, isWritten, instruction, definition: setting?.place ?? own?.assigned[0] };
		names.places.push(place);
		own?.assigned.push(place);
		if (own) local.set(name, own);
	}
	for (const reference of references) {
		const { name } = reference;
		const setting = find(name, reference.start);
		const own = setting ? undefined : local.get(name);
		while (own && (own.assigned[own.last + 1]?.start ?? Infinity) < reference.start) own.last++;
		const named = setting?.named ?? own?.named ?? outsideAt(names, at, name);
		names.places.push(referencePlace(file, reference, instruction, named, setting?.place ?? own?.assigned[own.last]));
	}
}

const none: readonly never[] = [];
const isScript = (keyword: string): boolean => keyword === "RUN" || isRunTime(keyword);
const isRunTime = (keyword: string): boolean => keyword === "CMD" || keyword === "ENTRYPOINT" || keyword === "HEALTHCHECK";

function allReferencesOf(file: Dockerfile, outer: Instruction): readonly VariableReference[] {
	const quoted = quotedReferencesOf(file, outer);
	return quoted.length > 0 ? [...referencesOf(file, outer), ...quoted] : referencesOf(file, outer);
}

/** Finds where a name that the instruction uses was set, as far as the file tells. */
function finder(names: Names, { instruction, outer, stage }: Outer): (name: string, offset?: number) => Setting | undefined {
	const before = scopeBefore(names.file, instruction);
	const putOff = outer === instruction ? undefined : inStage(names, stage).putOff;
	const own = instruction.keyword === "ARG" ? names.settings.get(instruction) : undefined;
	const isLater = isRunTime(instruction.keyword) || outer !== instruction;
	return (name, offset = 0) => {
		const setOff = putOff?.get(name);
		if (setOff?.place && setOff.place.start < offset) return setOff;
		// What an ARG says first on its line counts for the rest of it.
		const first = own?.get(name);
		if (first?.place && first.place.end < offset) return first;
		const found = settingOf(names, before, name);
		if (!isLater || !stage || found?.named.kind === "environment") return found;
		// What runs later has the environment as the stage leaves it. An argument it has not; who writes its name means it all the same.
		const last = settingOf(names, scopeAtEnd(names.file, stage), name);
		return last?.named.kind === "environment" ? last : (found ?? settingOf(names, scopeBefore(names.file, outer), name));
	};
}

function outsideAt(names: Names, { instruction: { keyword }, stage }: Outer, name: string): NamedDraft {
	const given = keyword === "FROM" || !stage ? platformArguments : proxyArguments;
	if (given.includes(name)) return globalArgument(names, name);
	// To FROM it is the same in all of them, and no ENV is known.
	const isBase = keyword === "FROM";
	const { environment, outside } = inStage(names, isBase ? undefined : stage);
	// Before an ENV changes it, it is what the base image has by that name.
	const later = isBase ? undefined : environment.get(name)?.named;
	if (later) later.givenBy = "image";
	const named = later ?? outside.get(name)?.named ?? draftOf("outside", name);
	if (!later && named.kind === "outside") outside.set(name, { named, place: undefined });
	return named;
}

function referencePlace(file: Dockerfile, reference: VariableReference, instruction: Instruction, named: NamedDraft, definition: Place | undefined): Place {
	const { start: from, end, name } = reference;
	const written = spelledAt(file, spelledAt(file, from + 1, "{")?.end ?? from + 1, name);
	return { start: from, end, ...written, named, role: "reference", from, isWritten: written !== undefined, instruction, definition };
}

/** The assignments of an instruction's shell form, and of the here document that is its script. */
function assignmentsOf(file: Dockerfile, outer: Instruction, { logical, logicalArgs, json }: Instruction): readonly Assignment[] {
	if (json) return none;
	const script = scriptOf(outer);
	if (script) return /^\s*#!(?!.*sh\b)/.test(script.content) ? none : assignmentsIn(file.text, script.body.start, script.body.end);
	return assignmentsIn(logical.text, logicalArgs.start, logicalArgs.end).map(({ name, start, end }) => ({ name, ...logical.rangeAt(start, end) }));
}
