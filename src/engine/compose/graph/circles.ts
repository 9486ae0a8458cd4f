/** Which ways between two names are part of a circle. */
export type Circles = { has(from: string, to: string): boolean };

/** By the groups of names that reach each other, found without recursion: there may be thousands, one behind the other. */
export function withinCircles(ways: ReadonlyMap<string, readonly string[]>): Circles {
	const back = new Map<string, string[]>();
	for (const [from, others] of ways) for (const to of others) if (!back.get(to)?.push(from)) back.set(to, [from]);
	const finished: string[] = [];
	const seen = new Set<string>();
	for (const first of ways.keys()) follow(first, ways, seen, (name) => finished.push(name));
	const groups = new Map<string, string>();
	const grouped = new Set<string>();
	for (const first of finished.toReversed()) follow(first, back, grouped, (name) => groups.set(name, first));
	return { has: (from, to) => groups.get(from) !== undefined && groups.get(from) === groups.get(to) };
}

/** Tells each name that can be reached and was not seen, once all behind it are told. */
function follow(first: string, ways: ReadonlyMap<string, readonly string[]>, seen: Set<string>, tell: (name: string) => void): void {
	if (seen.has(first)) return;
	seen.add(first);
	const stepTo = (name: string) => ({ name, others: (ways.get(name) ?? [])[Symbol.iterator]() });
	const way = [stepTo(first)];
	for (let last = way.at(-1); last; last = way.at(-1)) {
		const next = last.others.next();
		if (next.done === true) {
			tell(last.name);
			way.pop();
		} else if (!seen.has(next.value)) {
			seen.add(next.value);
			way.push(stepTo(next.value));
		}
	}
}
