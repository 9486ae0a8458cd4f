import { type Entry, type Mapping, type Sequence, type Value, withEntries } from "./value.ts";

/** What holds for a kind of place, and the way on to those below it. */
export type Place<Held> = { readonly held: Held | undefined; readonly names: ReadonlyMap<string, Place<Held>>; readonly any: Place<Held> | undefined };

type Step<Held> = { readonly next: Map<string, Step<Held>>; held: Held | undefined };

/** The root of a table by places such as `services.*.ports.*`, where `*` is any name and any place in a list; a name counts over `*`. */
export function placeTable<Held>(entries: Readonly<Record<string, Held>>): Place<Held> {
	const root: Step<Held> = { next: new Map(), held: undefined };
	for (const [pattern, held] of Object.entries(entries)) {
		let step = root;
		for (const part of pattern.split(".")) {
			const next = step.next.get(part) ?? { next: new Map(), held: undefined };
			step.next.set(part, next);
			step = next;
		}
		step.held = held;
	}
	return toPlace([root]) ?? { held: undefined, names: new Map(), any: undefined };
}

/** One place where several patterns lead, the first of which counts. */
function toPlace<Held>(steps: readonly Step<Held>[]): Place<Held> | undefined {
	if (steps.length === 0) return undefined;
	const below = (...names: readonly string[]): readonly Step<Held>[] => steps.flatMap(({ next }) => names.flatMap((name) => next.get(name) ?? []));
	const names = new Map<string, Place<Held>>();
	for (const name of new Set(steps.flatMap(({ next }) => [...next.keys()]))) {
		const place = name === "*" ? undefined : toPlace(below(name, "*"));
		if (place) names.set(name, place);
	}
	return { held: steps.find(({ held }) => held !== undefined)?.held, names, any: toPlace(below("*")) };
}

export const placeBelow = <Held>(place: Place<Held> | undefined, name: string): Place<Held> | undefined => place && (place.names.get(name) ?? place.any);

/** The value with others in it: what is changed is given with its place. The same value where nothing changes. */
export function mapWithin<Held>(value: Value, place: Place<Held>, change: (value: Value, place: Place<Held>) => Value): Value {
	if (value.kind === "sequence") {
		const { any } = place;
		return any ? mapItems(value, (item) => change(item, any)) : value;
	}
	if (value.kind !== "mapping") return value;
	return mapEntries(value, (held, name) => {
		const below = placeBelow(place, name);
		return below ? change(held, below) : held;
	});
}

/** The same mapping where no value changes. */
export function mapEntries(mapping: Mapping, change: (value: Value, name: string) => Value): Mapping {
	let entries: Map<string, Entry> | undefined;
	for (const [name, entry] of mapping.entries) {
		const value = change(entry.value, name);
		if (value === entry.value) continue;
		entries ??= new Map(mapping.entries);
		entries.set(name, { key: entry.key, value });
	}
	return entries ? withEntries(mapping, entries) : mapping;
}

/** The same list where no item changes. */
export function mapItems(sequence: Sequence, change: (value: Value) => Value): Sequence {
	let items: Value[] | undefined;
	for (let index = 0; index < sequence.items.length; index++) {
		const item = sequence.items[index];
		const value = item && change(item);
		if (!value || value === item) continue;
		items ??= [...sequence.items];
		items[index] = value;
	}
	return items ? { kind: "sequence", origin: sequence.origin, items } : sequence;
}
