import type { Path } from "./value.ts";

/** What holds for a kind of place: names that lead there, with `*` for any name and any place in a list. */
export type PlaceTable<Held> = { get(path: Path): Held | undefined };

type Step<Held> = { readonly next: Map<string, Step<Held>>; held: Held | undefined };

/** A table by places such as `services.*.ports.*`. */
export function placeTable<Held>(entries: Readonly<Record<string, Held>>): PlaceTable<Held> {
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
	return { get: (path) => find(root, path, 0) };
}

function find<Held>(step: Step<Held>, path: Path, at: number): Held | undefined {
	if (at === path.length) return step.held;
	const part = path[at];
	const named = typeof part === "string" ? step.next.get(part) : undefined;
	const found = named && find(named, path, at + 1);
	if (found !== undefined) return found;
	const any = step.next.get("*");
	return any && find(any, path, at + 1);
}
