import { say } from "../../text/message.ts";
import type { RefusalKind, Refuse } from "../refusal.ts";
import { goText } from "../scalar.ts";
import type { Entry, Mapping, Origin, Path, Sequence, Value } from "../value.ts";
import { type Check, checkOf } from "./check.ts";
import { definitionOf, root } from "./schema.ts";
import { remedyFor } from "./remedy.ts";
import { wordsFor } from "./words.ts";

/** What a value is wrong for, where. `depth` says how deep in the file: of several ways to read a value, the one that goes deepest is the one that was meant. */
export type Mistake = { readonly at: Origin | undefined; readonly path: Path; readonly depth: number } & (
	| { readonly kind: "type"; readonly found: Value["kind"]; readonly wanted: readonly string[] }
	| { readonly kind: "key"; readonly name: string; readonly known: readonly string[] }
	| { readonly kind: "required"; readonly name: string }
	| { readonly kind: "enum"; readonly found: string; readonly wanted: readonly string[] }
	| { readonly kind: "pattern"; readonly found: string }
	| { readonly kind: "range"; readonly minimum: number | undefined; readonly maximum: number | undefined }
	| { readonly kind: "repeated" }
	| { readonly kind: "several" }
);

const nowhere: Origin = { file: "", at: { start: 0, end: 0 } };

/** Refuses all that Compose's schema does not allow: one refusal for one mistake. Gives the value without what is wrong. */
export function validate(value: Mapping, refuse: Refuse): Mapping {
	refuseInfinite(value, refuse);
	const mistakes = mistakesIn(value, checkOf(root), [], undefined);
	for (const mistake of withoutConsequences(mistakes)) {
		const remedy = remedyFor(mistake);
		const kind = kindOf(mistake);
		const message = kind === "duration" ? say`a duration is text with a unit, as in \`10s\`` : wordsFor(mistake, remedy);
		refuse({ kind, at: mistake.at ?? nowhere, message, ...(remedy && { remedy }) });
	}
	return mistakes.length === 0 ? value : (without(value, new Set(mistakes.map(({ path }) => JSON.stringify(path))), []) as Mapping);
}

/** Without what only follows from another of them: what is empty since the line below it is not indented, or lacks a key that is misspelt. */
function withoutConsequences(mistakes: readonly Mistake[]): readonly Mistake[] {
	if (mistakes.length < 2) return mistakes;
	const above = ({ path }: Mistake): string => JSON.stringify(path.slice(0, -1));
	const unknown = mistakes.filter(({ kind }) => kind === "key");
	const besideUnknown = new Set(unknown.map(above));
	const meant = new Set(
		unknown.flatMap((mistake) => {
			const remedy = remedyFor(mistake);
			return remedy?.kind === "word" ? `${above(mistake)} ${remedy.word}` : [];
		}),
	);
	// Keys of a service whose name is missing: one line is, and not each of them.
	const misplaced = mistakes.filter(({ kind, path }) => kind === "type" && path.length === 2 && path[0] === "services" && keysOfServices.has(String(path[1])));
	return mistakes.filter((mistake) => {
		if (mistake.kind === "type" && mistake.found === "null") return !besideUnknown.has(above(mistake));
		if (mistake.kind === "required") return !meant.has(`${JSON.stringify(mistake.path)} ${mistake.name}`);
		return !misplaced.includes(mistake) || mistake === misplaced[0];
	});
}

const keysOfServices = new Set(Object.keys(definitionOf("service").properties ?? {}));

function kindOf(mistake: Mistake): RefusalKind {
	switch (mistake.kind) {
		case "key":
			// Where names are the user's own, none is known.
			if (mistake.known.length === 0) return "invalidName";
			return mistake.path.length === 1 ? "unknownTopLevelKey" : "unknownKey";
		case "required":
			return mistake.name === "capabilities" ? "gpuCapabilities" : "missingKey";
		case "repeated":
			return "repeatedItem";
		case "range":
			return "outOfRange";
		case "enum":
			return "wrongEnum";
		case "pattern":
			return "wrongForm";
		case "type":
			return isDuration(mistake.path) && mistake.found === "integer" ? "duration" : "wrongType";
		case "several":
			return "wrongForm";
	}
}

/** Numbers are refused there, for nobody can say of what. */
const durations = new Set(["interval", "timeout", "start_period", "start_interval", "stop_grace_period", "delay", "monitor", "window"]);
const isDuration = (path: Path): boolean => path[0] === "services" && durations.has(String(path.at(-1)));

/** The value without what is at the paths, which are in JSON. */
function without(value: Value, paths: ReadonlySet<string>, path: Path): Value | undefined {
	if (path.length > 0 && paths.has(JSON.stringify(path))) return undefined;
	if (value.kind === "sequence") return { ...value, items: value.items.flatMap((item, index) => without(item, paths, [...path, index]) ?? []) };
	if (value.kind !== "mapping") return value;
	const entries = new Map<string, Entry>();
	for (const [name, { key, value: held }] of value.entries) {
		const left = without(held, paths, [...path, name]);
		if (left) entries.set(name, { key, value: left });
	}
	return { ...value, entries };
}

/** JSON, by which Compose checks, has no such numbers. */
function refuseInfinite(value: Value, refuse: Refuse): void {
	if (value.kind === "sequence") for (const item of value.items) refuseInfinite(item, refuse);
	if (value.kind === "mapping") for (const { value: held } of value.entries.values()) refuseInfinite(held, refuse);
	if (value.kind === "float" && !Number.isFinite(value.value))
		refuse({ kind: "wrongType", at: value.origin ?? nowhere, message: say`Compose takes no number that is not finite; put it in quotes where text is meant` });
}

const mistakesIn = (value: Value, check: Check, path: Steps, key: Origin | undefined): readonly Mistake[] => {
	const mistakes: Mistake[] = [];
	findMistakes(value, check, path, key, mistakes);
	return mistakes;
};

/** The path of the value that is looked at, which changes on the way. */
type Steps = (string | number)[];

/** `key` is where the name of the value stands. */
function findMistakes(value: Value, check: Check, path: Steps, key: Origin | undefined, mistakes: Mistake[]): void {
	const { types, pattern, minimum, maximum } = check;
	const at = value.origin ?? key;
	if (types && !mayBe(value, types)) {
		mistakes.push({ kind: "type", at: value.kind === "null" ? (key ?? at) : at, ...placeAt(path), found: value.kind, wanted: types });
		return;
	}
	if (check.enum && !check.enum.some((each) => isSameScalar(value, each)))
		mistakes.push({ kind: "enum", at, ...placeAt(path), found: shown(value), wanted: check.enum.map(String) });
	if (pattern && value.kind === "string" && !pattern.test(value.value)) mistakes.push({ kind: "pattern", at, ...placeAt(path), found: value.value });
	if ((value.kind === "integer" || value.kind === "float") && (Number(value.value) < (minimum ?? -Infinity) || Number(value.value) > (maximum ?? Infinity)))
		mistakes.push({ kind: "range", at, ...placeAt(path), minimum, maximum });
	if (value.kind === "sequence") findInSequence(value, check, path, mistakes);
	if (value.kind === "mapping") findInMapping(value, check, path, key, mistakes);
	if (check.oneOf) findInAlternatives(value, check.oneOf, path, key, mistakes);
}

const placeAt = (path: Steps): { readonly path: Path; readonly depth: number } => ({ path: [...path], depth: path.length });

function mayBe(value: Value, types: readonly string[]): boolean {
	for (const type of types) if (hasType(value, type)) return true;
	return false;
}

function findInSequence(value: Sequence, { items, uniqueItems }: Check, path: Steps, mistakes: Mistake[]): void {
	if (items) for (const [index, item] of value.items.entries()) findBelow(index, item, items, path, undefined, mistakes);
	if (uniqueItems !== true || value.items.length < 2) return;
	const repeated = value.items.length <= short ? equalToEarlier(value.items) : alikeEarlier(value.items);
	for (const index of repeated) mistakes.push({ kind: "repeated", at: value.items[index]?.origin ?? value.origin, path: [...path, index], depth: path.length });
}

/** The places of items that stand in the list already. */
const equalToEarlier = (items: readonly Value[]): readonly number[] =>
	items.flatMap((item, index) => (items.slice(0, index).some((earlier) => isEqual(item, earlier)) ? index : []));

function alikeEarlier(items: readonly Value[]): readonly number[] {
	const known = new Set<string>();
	return items.flatMap((item, index) => {
		const text = fingerprint(item);
		const isKnown = known.has(text);
		known.add(text);
		return isKnown ? index : [];
	});
}

/** Each item of so short a list is compared with each before it. */
const short = 20;

/** A number is equal to an earlier text that means it, and not the other way round: https://github.com/santhosh-tekuri/jsonschema/blob/v6.0.1/util.go#L322 */
function isEqual(later: Value, earlier: Value): boolean {
	if (later.kind === "sequence")
		return (
			earlier.kind === "sequence" &&
			earlier.items.length === later.items.length &&
			later.items.every((item, index) => {
				const other = earlier.items[index];
				return other !== undefined && isEqual(item, other);
			})
		);
	if (later.kind === "mapping")
		return (
			earlier.kind === "mapping" &&
			earlier.entries.size === later.entries.size &&
			[...later.entries].every(([name, { value }]) => {
				const other = earlier.entries.get(name)?.value;
				return other !== undefined && isEqual(value, other);
			})
		);
	if (earlier.kind === "sequence" || earlier.kind === "mapping") return false;
	if (later.kind !== "integer" && later.kind !== "float") return later.kind === earlier.kind && goText(later) === goText(earlier);
	const text = goText(earlier);
	return text === goText(later) || (/^[-+]?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/.test(text) && Number(text) === Number(later.value));
}

function findBelow(name: string | number, value: Value, check: Check, path: Steps, key: Origin | undefined, mistakes: Mistake[]): void {
	path.push(name);
	findMistakes(value, check, path, key, mistakes);
	path.pop();
}

function findInMapping(value: Mapping, check: Check, path: Steps, key: Origin | undefined, mistakes: Mistake[]): void {
	const { properties, checksByName, patterns, others } = check;
	for (const [name, entry] of value.entries) {
		const checks = checksByName.get(name);
		if (checks) {
			for (const each of checks) findBelow(name, entry.value, each, path, entry.key, mistakes);
			continue;
		}
		let isKnown = false;
		for (const each of patterns) {
			if (!each.pattern.test(name)) continue;
			isKnown = true;
			findBelow(name, entry.value, each.check, path, entry.key, mistakes);
		}
		if (isKnown || others === true) continue;
		if (others) findBelow(name, entry.value, others, path, entry.key, mistakes);
		else
			mistakes.push({
				kind: "key",
				at: entry.key ?? entry.value.origin ?? value.origin,
				path: [...path, name],
				depth: path.length + 1,
				name,
				known: [...properties.keys()],
			});
	}
	for (const name of check.required) {
		if (value.entries.has(name)) continue;
		const [first] = typeof path.at(-1) === "number" ? value.entries.values() : [];
		mistakes.push({ kind: "required", at: first?.key ?? key ?? value.origin, ...placeAt(path), name });
	}
}

/** Exactly one has to fit. */
function findInAlternatives(value: Value, alternatives: readonly Check[], path: Steps, key: Origin | undefined, mistakes: Mistake[]): void {
	let fitting = 0;
	const meant: (readonly Mistake[] | undefined)[] = [];
	for (const each of alternatives) {
		// Most differ by their types, which need no further look.
		const found = !each.types || mayBe(value, each.types) ? mistakesIn(value, each, path, key) : undefined;
		if (found?.length === 0) fitting++;
		meant.push(found);
	}
	if (fitting === 1) return;
	if (fitting > 1) mistakes.push({ kind: "several", at: value.origin ?? key, ...placeAt(path) });
	else mistakes.push(...bestOf(alternatives.map((each, index) => meant[index] ?? mistakesIn(value, each, path, key))));
}

/** What is wrong with the alternative that fits best. */
function bestOf(found: readonly (readonly Mistake[])[]): readonly Mistake[] {
	const deepest = (mistakes: readonly Mistake[]): number => Math.max(...mistakes.map(({ depth }) => depth));
	const most = Math.max(...found.map(deepest));
	const best = found.filter((mistakes) => deepest(mistakes) === most);
	const types = best.flatMap((mistakes) => (mistakes.length === 1 && mistakes[0]?.kind === "type" ? [mistakes[0]] : []));
	const [first] = types;
	// Where only the types differ, each of them would have been right.
	if (first && types.length === best.length) return [{ ...first, wanted: [...new Set(types.flatMap(({ wanted }) => wanted))] }];
	return best.find((mistakes) => !(mistakes.length === 1 && mistakes[0]?.kind === "type")) ?? [];
}

function hasType(value: Value, type: string): boolean {
	switch (type) {
		case "object":
			return value.kind === "mapping";
		case "array":
			return value.kind === "sequence";
		case "string":
			// A date is text in JSON.
			return value.kind === "string" || value.kind === "timestamp";
		case "number":
			return value.kind === "integer" || value.kind === "float";
		case "integer":
			return value.kind === "integer" || (value.kind === "float" && Number.isInteger(value.value));
		default:
			return value.kind === type;
	}
}

const isSameScalar = (value: Value, wanted: string | number | boolean | null): boolean =>
	value.kind === "null"
		? wanted === null
		: value.kind === "mapping" || value.kind === "sequence"
			? false
			: value.kind === "string"
				? value.value === wanted
				: value.kind === "boolean"
					? value.value === wanted
					: typeof wanted === "number" && Number(value.value) === wanted;

const shown = (value: Value): string => (value.kind === "mapping" || value.kind === "sequence" ? "" : goText(value));

/** Equal for values that JSON has for equal. */
function fingerprint(value: Value): string {
	if (value.kind === "sequence") return `[${value.items.map(fingerprint).join(",")}]`;
	if (value.kind === "mapping")
		return `{${[...value.entries]
			.map(([name, entry]) => `${JSON.stringify(name)}:${fingerprint(entry.value)}`)
			.sort()
			.join(",")}}`;
	const kind = value.kind === "integer" || value.kind === "float" ? "number" : value.kind;
	return `${kind} ${goText(value)}`;
}
