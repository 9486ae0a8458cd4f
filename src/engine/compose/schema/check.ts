import { definitionOf, type Schema } from "./schema.ts";

/** A schema as it is checked by: with what it refers to, and patterns that are ready. */
export type Check = Pick<Schema, "enum" | "minimum" | "maximum" | "uniqueItems"> & {
	readonly types: readonly string[] | undefined;
	readonly pattern: RegExp | undefined;
	readonly properties: ReadonlyMap<string, Check>;
	/** All that hold for the properties that have names: their own, and those of patterns. */
	readonly checksByName: ReadonlyMap<string, readonly Check[]>;
	readonly patterns: readonly { readonly pattern: RegExp; readonly check: Check }[];
	/** What holds for other names, or whether there may be any. */
	readonly others: Check | boolean;
	readonly required: readonly string[];
	readonly items: Check | undefined;
	readonly oneOf: readonly Check[] | undefined;
};

const known = new Map<Schema, Check>();

/** Each is made once. No schema of Compose refers to itself. */
export function checkOf(written: Schema): Check {
	const schema = written.$ref === undefined ? written : definitionOf(written.$ref);
	const check = known.get(schema) ?? toCheck(schema);
	known.set(schema, check);
	return check;
}

function toCheck({ type, pattern, properties = {}, patternProperties = {}, additionalProperties = true, required = [], items, oneOf, ...rest }: Schema): Check {
	const own = new Map(Object.entries(properties).map(([name, each]) => [name, checkOf(each)]));
	const patterns = Object.entries(patternProperties).map(([each, schema]) => ({ pattern: new RegExp(each, "u"), check: checkOf(schema) }));
	return {
		...rest,
		types: typeof type === "string" ? [type] : type,
		pattern: pattern === undefined ? undefined : new RegExp(pattern, "u"),
		properties: own,
		checksByName: new Map([...own].map(([name, check]) => [name, [check, ...patterns.flatMap((each) => (each.pattern.test(name) ? each.check : []))]])),
		patterns,
		others: typeof additionalProperties === "boolean" ? additionalProperties : checkOf(additionalProperties),
		required,
		items: items && checkOf(items),
		oneOf: oneOf?.map(checkOf),
	};
}
