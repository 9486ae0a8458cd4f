/** How many items of an ascending list have an offset below the limit, which is also the index of the first that has not. */
export function countBelow<T>(items: readonly T[], limit: number, offsetOf: (item: T) => number): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item !== undefined && offsetOf(item) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The last item of an ascending list whose offset is below the limit; undefined where there is none. */
export const lastBelow = <T>(items: readonly T[], limit: number, offsetOf: (item: T) => number): T | undefined => items[countBelow(items, limit, offsetOf) - 1];
