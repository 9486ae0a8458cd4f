import type { Range } from "../text/text.ts";

/** Where something was written: in which file, by the name it was gathered by, and where in its text. */
export type Origin = { readonly file: string; readonly at: Range };

/**
 * What a Compose file says, as Compose's own tools hold it between two steps: aliases and merge keys are gone, scalars have the types that go-yaml gives them.
 * Values are never changed; a step that changes something makes others. What no file says, but Compose adds by itself, has no origin.
 */
export type Value = Scalar | Mapping | Sequence;

export type Scalar = { readonly origin: Origin | undefined } & (
	| {
			readonly kind: "string";
			readonly value: string;
			/** As it was written, with its variables, where some were replaced. */
			readonly template?: string;
			/** Where its text begins, where that stands in the file as it is: on one line, and with nothing that means something else. */
			readonly textAt?: number;
	  }
	| { readonly kind: "integer"; readonly value: bigint }
	| { readonly kind: "float"; readonly value: number }
	| { readonly kind: "boolean"; readonly value: boolean }
	| { readonly kind: "null" }
	/** A date, which JSON has not: as Go prints it. */
	| { readonly kind: "timestamp"; readonly value: string }
);

/** Entries by their names, in the order in which they were written. */
export type Mapping = { readonly kind: "mapping"; readonly origin: Origin | undefined; readonly entries: ReadonlyMap<string, Entry> };

export type Sequence = { readonly kind: "sequence"; readonly origin: Origin | undefined; readonly items: readonly Value[] };

/** A key's origin, and what it holds. */
export type Entry = { readonly key: Origin | undefined; readonly value: Value };

/** The names that lead to a value from the root; a place in a list is a number. */
export type Path = readonly (string | number)[];

/** The value of an entry; undefined where the mapping has none, and where the value is no mapping. */
export const entryOf = (value: Value | undefined, name: string): Value | undefined => (value?.kind === "mapping" ? value.entries.get(name)?.value : undefined);

/** The text of a string; undefined of anything else. */
export const textOf = (value: Value | undefined): string | undefined => (value?.kind === "string" ? value.value : undefined);

/** The entries of a mapping; none of anything else. */
export function heldIn(value: Value | undefined): readonly (readonly [name: string, held: Value])[] {
	if (value?.kind !== "mapping") return noEntries;
	const held: [string, Value][] = [];
	for (const [name, entry] of value.entries) held.push([name, entry.value]);
	return held;
}

const noEntries: readonly (readonly [string, Value])[] = [];

/** The items of a list; none of anything else. */
export const itemsIn = (value: Value | undefined): readonly Value[] => (value?.kind === "sequence" ? value.items : none);

const none: readonly Value[] = [];

/** With other entries, or one more. */
export const withEntries = ({ origin }: Mapping, entries: ReadonlyMap<string, Entry>): Mapping => ({ kind: "mapping", origin, entries });

/** What Compose adds by itself. */
export const added = {
	string: (value: string): Scalar => ({ kind: "string", value, origin: undefined }),
	boolean: (value: boolean): Scalar => ({ kind: "boolean", value, origin: undefined }),
	integer: (value: number | bigint): Scalar => ({ kind: "integer", value: BigInt(value), origin: undefined }),
	null: { kind: "null", origin: undefined } satisfies Scalar as Scalar,
	mapping: (entries: Readonly<Record<string, Value>>): Mapping => ({
		kind: "mapping",
		origin: undefined,
		entries: new Map(Object.entries(entries).map(([name, value]) => [name, { key: undefined, value }])),
	}),
	sequence: (items: readonly Value[]): Sequence => ({ kind: "sequence", origin: undefined, items }),
};
