import type { LogEntry } from "./entry.ts";
import type { Change, LogStore } from "./store.ts";

/** The entries of a store that are wanted, kept up with what is added. */
export type Selection = {
	readonly entries: readonly LogEntry[];
	/** What a change of the store leaves: the place among the entries here from which on they are others, and how many are gone in front. */
	update(change: Change): Change;
	/** Of an entry, or of the next one behind it that is here. */
	placeOf(entry: LogEntry): number;
};

export function select(store: LogStore, wants: (entry: LogEntry) => boolean): Selection {
	let entries = store.entries.filter(wants);
	const placeAt = (at: number): number => {
		let [low, high] = [0, entries.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((entries[middle]?.at ?? 0) < at) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return {
		get entries() {
			return entries;
		},
		update({ from, dropped }) {
			const first = store.entries[0];
			const gone = dropped === 0 ? 0 : first ? placeAt(first.at) : entries.length;
			if (gone > 0) entries = entries.slice(gone);
			const changed = store.entries[from];
			// What stands behind the change has other places by now, none of which is before it.
			let place = entries.length;
			while (changed && place > 0 && (entries[place - 1]?.at ?? 0) >= changed.at) place--;
			entries.length = place;
			for (let index = from; index < store.entries.length; index++) {
				const entry = store.entries[index];
				if (entry && wants(entry)) entries.push(entry);
			}
			return { from: place, dropped: gone };
		},
		placeOf: (entry) => placeAt(entry.at),
	};
}
