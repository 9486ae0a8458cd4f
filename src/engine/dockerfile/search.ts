/** The last item of an ascending list whose offset is below the limit; undefined where there is none. */
export function lastBelow<T>(items: readonly T[], limit: number, offsetOf: (item: T) => number): T | undefined {
	let low = -1;
	let high = items.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		const item = items[middle];
		if (item !== undefined && offsetOf(item) < limit) low = middle;
		else high = middle - 1;
	}
	return items[low];
}
