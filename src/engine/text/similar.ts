/** How often a rule asks in one file, where the file has both the words and the candidates: each asking compares all of them. */
export const mostAsked = 100;

/** The candidate that a mistyped word most likely means: at most `most` of its letters differ, a third where nothing is said. Letter case does not count. */
export function findSimilar(word: string, candidates: Iterable<string>, most = Math.max(1, Math.floor(Math.min(word.length, 100) / 3))): string | undefined {
	const wanted = word.toLowerCase().slice(0, 100);
	let best: string | undefined;
	let bestDistance = most + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
		const distance = editDistance(wanted, candidate.toLowerCase());
		if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
	}
	return best;
}

/** Letters to insert, remove, replace or swap with their neighbour to get from one word to the other. */
function editDistance(one: string, other: string): number {
	let [before, previous]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		for (let column = 1; column <= other.length; column++) {
			const same = one[row - 1] === other[column - 1];
			let distance = Math.min((previous?.[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous?.[column - 1] ?? 0) + (same ? 0 : 1));
			const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			if (swapped) distance = Math.min(distance, (before?.[column - 2] ?? 0) + 1);
			current.push(distance);
		}
		[before, previous] = [previous, current];
	}
	return previous?.[other.length] ?? 0;
}
