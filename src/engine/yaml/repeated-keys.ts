import type { YamlEntry } from "./syntax.ts";

/** Whether two keys may be the same. */
export function hasRepeatedKeys(entries: readonly YamlEntry[]): boolean {
	return entries.length > few ? repeatsAmongMany(entries) : repeatsAmongFew(entries);
}

/** So many are compared faster with each other. */
const few = 8;

function repeatsAmongFew(entries: readonly YamlEntry[]): boolean {
	let typed = 0;
	for (const [index, entry] of entries.entries()) {
		const name = nameOf(entry);
		if (mayBeTyped(entry)) typed++;
		for (let other = 0; other < index; other++) if (nameOf(entries[other]) === name) return true;
	}
	return typed > 1 && isOneValueTwice(entries);
}

function repeatsAmongMany(entries: readonly YamlEntry[]): boolean {
	const names = new Set<string | undefined>();
	let typed = 0;
	for (const entry of entries) {
		names.add(nameOf(entry));
		if (mayBeTyped(entry)) typed++;
	}
	return names.size < entries.length || (typed > 1 && isOneValueTwice(entries));
}

const nameOf = (entry: YamlEntry | undefined): string | undefined => (entry?.key.kind === "scalar" ? entry.key.source : undefined);

function mayBeTyped({ key }: YamlEntry): boolean {
	if (key.kind !== "scalar" || !key.isPlain) return false;
	const code = key.source.charCodeAt(0);
	return !(code > 0x39) || words.has(key.source);
}

/** What is not text can be written in several ways. */
function isOneValueTwice(entries: readonly YamlEntry[]): boolean {
	const typed = entries.filter(mayBeTyped).flatMap((entry) => nameOf(entry) ?? []);
	const values = typed.map((name) => (decimal.test(name) ? String(Number(name)) : (words.get(name) ?? name)));
	// Other numbers are rare.
	return new Set(values).size < values.length || typed.some((name) => otherNumber.test(name));
}

const words: ReadonlyMap<string, string> = new Map([
	...["", "~", "null", "Null", "NULL"].map((name) => [name, "null"] as const),
	...["true", "True", "TRUE"].map((name) => [name, "true"] as const),
	...["false", "False", "FALSE"].map((name) => [name, "false"] as const),
]);
const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;
const otherNumber = /^(?:[-+]?[\d.]+[eE][-+]?\d+|0[xo][\da-fA-F]+|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN))$/;
