import type { Entry, Path, Value } from "./value.ts";

/** Takes away what `!reset` and `!override` of the file above name. Items of lists stay, for Compose cannot take those away. */
export function reset(value: Value, resets: readonly Path[], path: Path = []): Value {
	if (resets.length === 0 || (value.kind !== "mapping" && value.kind !== "sequence")) return value;
	if (value.kind === "sequence") return { ...value, items: value.items.map((item, index) => reset(item, resets, [...path, index])) };
	const entries = new Map<string, Entry>();
	for (const [name, { key, value: held }] of value.entries) {
		const next = [...path, name];
		if (!resets.some((each) => isSame(each, next))) entries.set(name, { key, value: reset(held, resets, next) });
	}
	return { ...value, entries };
}

const isSame = (one: Path, other: Path): boolean => one.length === other.length && one.every((part, index) => part === other[index]);
