import { type Origin, textOf, type Value } from "./value.ts";

/** An entry of a mapping such as `environment`, or an item of a list in its place. */
export type Pair = {
	readonly name: string;
	/** Undefined where nothing is said, so that it comes from outside. */
	readonly value: Value | undefined;
	/** What is written behind `=`, or else the value as text. */
	readonly text: string | undefined;
	/** The key's, or the whole item's. */
	readonly origin: Origin | undefined;
};

/** What is said of names, as a mapping or as a list of `NAME=value`. */
export function pairsIn(value: Value | undefined): readonly Pair[] {
	if (value?.kind === "mapping")
		return [...value.entries].map(([name, { key, value: held }]) => ({
			name,
			value: held.kind === "null" ? undefined : held,
			text: textOf(held),
			origin: key,
		}));
	if (value?.kind !== "sequence") return [];
	return value.items.flatMap((item): readonly Pair[] => {
		if (item.kind !== "string") return [];
		const equals = item.value.indexOf("=");
		if (equals < 0) return [{ name: item.value, value: undefined, text: undefined, origin: item.origin }];
		return [{ name: item.value.slice(0, equals), value: item, text: item.value.slice(equals + 1), origin: item.origin }];
	});
}
