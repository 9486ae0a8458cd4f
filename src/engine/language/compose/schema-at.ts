import { definitionOf, root, type Schema } from "../../compose/schema/schema.ts";
import type { ComposeFile, ComposeNode } from "../../compose/syntax.ts";
import { meantBy, scalarText } from "./tree.ts";

/** No schema refers to itself so often. */
const deepest = 20;

/** Each way in which a value may be written, without references. */
function waysOf(schema: Schema, depth = 0): readonly Schema[] {
	if (depth > deepest) return [];
	if (schema.$ref !== undefined) return waysOf(definitionOf(schema.$ref), depth + 1);
	return schema.oneOf ? schema.oneOf.flatMap((each) => waysOf(each, depth + 1)) : [schema];
}

/** Each way in which the value at a path may be written; items of lists are `*`, other names are as they are. Empty where Compose takes none. */
export const schemasAt = (path: readonly string[]): readonly Schema[] =>
	path.reduce<readonly Schema[]>((ways, name) => ways.flatMap((way) => below(way, name)), waysOf(root));

function below(way: Schema, name: string): readonly Schema[] {
	if (name === "*" && way.items) return waysOf(way.items);
	const property = way.properties && Object.hasOwn(way.properties, name) ? way.properties[name] : undefined;
	if (property) return waysOf(property);
	if (name.startsWith("x-")) return [];
	const named = namedIn(way);
	return named ? waysOf(named) : [];
}

/** What entries are whose names are the user's own. */
function namedIn(way: Schema): Schema | undefined {
	const [, found] = Object.entries(way.patternProperties ?? {}).find(([pattern]) => pattern !== "^x-") ?? [];
	return found ?? (typeof way.additionalProperties === "object" ? way.additionalProperties : undefined);
}

type Keys = ReadonlyMap<string, { readonly ways: readonly Schema[]; readonly isDeprecated: boolean }>;

/** The keys that a mapping at the path may have, with the ways to write their values. */
export const keysAt = (path: readonly string[]): Keys => keysOf(schemasAt(path));

/** The same of a mapping that is an item of the list at the path. */
export const itemKeysAt = (path: readonly string[]): Keys => keysOf(schemasAt(path).flatMap(({ items }) => (items ? waysOf(items) : [])));

function keysOf(ways: readonly Schema[]): Keys {
	const keys = new Map<string, { ways: readonly Schema[]; isDeprecated: boolean }>();
	for (const { properties = {} } of ways)
		for (const [name, property] of Object.entries(properties))
			if (!keys.has(name)) keys.set(name, { ways: waysOf(property), isDeprecated: property.deprecated === true });
	return keys;
}

/**
 * The path as the documentation has it: names that are the user's own are `*`. Undefined where Compose knows nothing of it.
 */
export function schemaPath(path: readonly (string | number)[]): string | undefined {
	let ways = waysOf(root);
	const names: string[] = [];
	for (const name of path) {
		const isKey = typeof name === "string" && ways.some(({ properties }) => properties && Object.hasOwn(properties, name));
		ways = ways.flatMap((way) => below(way, typeof name === "number" ? "*" : name));
		if (ways.length === 0) return undefined;
		names.push(isKey ? name : "*");
	}
	return names.join(".");
}

export const hasType = ({ type }: Schema, name: string): boolean => type === name || (Array.isArray(type) && type.includes(name));

/** What a service says of its image. Texts are as they are written; what it takes from an anchor is among them. */
export function serviceAt(file: ComposeFile, name: string): { readonly image?: string; readonly context?: string; readonly dockerfile?: string } {
	const services = file.roots.map((root) => entriesOf(file, root).get("services"));
	const service = services.map((each) => entriesOf(file, each).get(name)).find((each) => each !== undefined);
	const entries = entriesOf(file, service);
	const image = scalarText(meantBy(file, entries.get("image")));
	const build = meantBy(file, entries.get("build"));
	if (!build) return image === undefined ? {} : { image };
	const parts = entriesOf(file, build);
	const context = scalarText(build) ?? scalarText(meantBy(file, parts.get("context"))) ?? ".";
	const dockerfile = `${context}/${scalarText(meantBy(file, parts.get("dockerfile"))) ?? "Dockerfile"}`;
	return { ...(image !== undefined && { image }), context, dockerfile };
}

/** Those of a mapping, what it merges included; what it has itself counts. */
function entriesOf(file: ComposeFile, node: ComposeNode | undefined, depth = 0): ReadonlyMap<string, ComposeNode> {
	const mapping = meantBy(file, node);
	const entries = new Map<string, ComposeNode>();
	if (mapping?.kind !== "mapping" || depth > deepest) return entries;
	for (const { key, value } of mapping.entries) {
		const name = scalarText(key);
		if (!value || name === undefined) continue;
		if (name !== "<<") entries.set(name, value);
		else
			for (const each of value.kind === "sequence" ? value.items : [value])
				for (const [other, held] of entriesOf(file, each, depth + 1)) if (!entries.has(other)) entries.set(other, held);
	}
	return entries;
}
