/** A column in which something begins, and the one in which it is to begin. */
export type Moved = { readonly column: number; readonly wanted: number };

/**
 * Where a comment on a line of its own is to begin. It goes with what is below it where it stands above that, and else with what is open there (`around`, outer ones
 * first) and less indented. `shift` says by how much something is to be deeper than that.
 */
export function columnOfComment(column: number, around: readonly Moved[], below: Moved | undefined, shift: (by: number) => number): number {
	if (below?.column === column) return below.wanted;
	const deeper = below && !around.some((each) => each.column === below.column) ? [below] : [];
	const known = [...around, ...deeper].toSorted((one, other) => one.column - other.column);
	const base = known.findLast((each) => each.column <= column);
	const next = known.find((each) => each.column > column);
	const wanted = base ? base.wanted + shift(column - base.column) : column;
	return next && wanted >= next.wanted && base?.column !== column ? Math.max(base?.wanted ?? 0, next.wanted - 1) : wanted;
}
