import { type Message, say } from "../../text/message.ts";
import type { RefusalKind, Refuse } from "../refusal.ts";
import { goText } from "../scalar.ts";
import type { Entry, Mapping, Origin, Path, Value } from "../value.ts";
import { definitionOf, root, type Schema } from "./schema.ts";
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
	const mistakes = mistakesIn(value, root, [], undefined);
	for (const mistake of mistakes) refuse({ kind: kindOf(mistake), at: mistake.at ?? nowhere, message: messageFor(mistake) });
	return mistakes.length === 0 ? value : (without(value, new Set(mistakes.map(({ path }) => JSON.stringify(path))), []) as Mapping);
}

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
			return "wrongType";
		case "several":
			return "wrongForm";
	}
}

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
	if (value.kind === "mapping") for (const [, { value: held }] of value.entries) refuseInfinite(held, refuse);
	if (value.kind === "float" && !Number.isFinite(value.value))
		refuse({ kind: "wrongType", at: value.origin ?? nowhere, message: say`Compose takes no number that is not finite; put it in quotes where text is meant` });
}

const messageFor = (mistake: Mistake): Message => wordsFor(mistake) ?? say`this is not allowed here`;

/** `key` is where the name of the value stands. */
function mistakesIn(value: Value, schema: Schema, path: Path, key: Origin | undefined): readonly Mistake[] {
	const resolved = schema.$ref === undefined ? schema : definitionOf(schema.$ref);
	const at = value.origin ?? key;
	const types = typeof resolved.type === "string" ? [resolved.type] : resolved.type;
	if (types && !types.some((type) => hasType(value, type)))
		return [{ kind: "type", at: value.kind === "null" ? (key ?? at) : at, path, depth: path.length, found: value.kind, wanted: types }];
	const mistakes: Mistake[] = [];
	if (resolved.enum && !resolved.enum.some((each) => isSameScalar(value, each)))
		mistakes.push({ kind: "enum", at, path, depth: path.length, found: shown(value), wanted: resolved.enum.map(String) });
	if (resolved.pattern !== undefined && value.kind === "string" && !patternOf(resolved.pattern).test(value.value))
		mistakes.push({ kind: "pattern", at, path, depth: path.length, found: value.value });
	if (
		(value.kind === "integer" || value.kind === "float") &&
		(Number(value.value) < (resolved.minimum ?? -Infinity) || Number(value.value) > (resolved.maximum ?? Infinity))
	)
		mistakes.push({ kind: "range", at, path, depth: path.length, minimum: resolved.minimum, maximum: resolved.maximum });
	if (value.kind === "sequence") mistakes.push(...inSequence(value, resolved, path));
	if (value.kind === "mapping") mistakes.push(...inMapping(value, resolved, path, key));
	if (resolved.oneOf) mistakes.push(...inAlternatives(value, resolved.oneOf, path, key));
	return mistakes;
}

function inSequence(value: Value & { readonly kind: "sequence" }, schema: Schema, path: Path): readonly Mistake[] {
	const mistakes: Mistake[] = [];
	if (schema.items) for (const [index, item] of value.items.entries()) mistakes.push(...mistakesIn(item, schema.items, [...path, index], value.origin));
	if (schema.uniqueItems) {
		const known = new Set<string>();
		for (const [index, item] of value.items.entries()) {
			const text = fingerprint(item);
			if (known.has(text)) mistakes.push({ kind: "repeated", at: item.origin ?? value.origin, path: [...path, index], depth: path.length });
			known.add(text);
		}
	}
	return mistakes;
}

function inMapping(value: Value & { readonly kind: "mapping" }, schema: Schema, path: Path, key: Origin | undefined): readonly Mistake[] {
	const mistakes: Mistake[] = [];
	const { properties = {}, patternProperties = {}, additionalProperties } = schema;
	for (const [name, entry] of value.entries) {
		const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
		const patterns = Object.entries(patternProperties).filter(([pattern]) => patternOf(pattern).test(name));
		const next = [...path, name];
		if (own) mistakes.push(...mistakesIn(entry.value, own, next, entry.key));
		for (const [, each] of patterns) mistakes.push(...mistakesIn(entry.value, each, next, entry.key));
		if (own || patterns.length > 0 || additionalProperties === undefined || additionalProperties === true) continue;
		if (additionalProperties === false)
			mistakes.push({
				kind: "key",
				at: entry.key ?? entry.value.origin ?? value.origin,
				path: next,
				depth: path.length + 1,
				name,
				known: Object.keys(properties),
			});
		else mistakes.push(...mistakesIn(entry.value, additionalProperties, next, entry.key));
	}
	for (const name of schema.required ?? [])
		if (!value.entries.has(name)) mistakes.push({ kind: "required", at: key ?? value.origin, path, depth: path.length, name });
	return mistakes;
}

/** Exactly one has to fit. Where none does, what is told is what is wrong with the one that fits best. */
function inAlternatives(value: Value, alternatives: readonly Schema[], path: Path, key: Origin | undefined): readonly Mistake[] {
	const found = alternatives.map((each) => mistakesIn(value, each, path, key));
	const fitting = found.filter((mistakes) => mistakes.length === 0).length;
	if (fitting === 1) return [];
	if (fitting > 1) return [{ kind: "several", at: value.origin ?? key, path, depth: path.length }];
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

const patterns = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
	const known = patterns.get(pattern) ?? new RegExp(pattern, "u");
	patterns.set(pattern, known);
	return known;
}
