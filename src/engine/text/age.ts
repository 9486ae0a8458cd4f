/** How long something has lasted, in its two greatest units by their symbols: `3 d 4 h`. */
export function ageText(milliseconds: number): string {
	const seconds = Math.max(0, Math.round(milliseconds / 1_000));
	const parts: readonly (readonly [number, string])[] = [
		[Math.floor(seconds / 86_400), "d"],
		[Math.floor(seconds / 3_600) % 24, "h"],
		[Math.floor(seconds / 60) % 60, "min"],
		[seconds % 60, "s"],
	];
	const first = parts.findIndex(([value]) => value > 0);
	if (first < 0) return "0 s";
	return parts
		.slice(first, first + 2)
		.filter(([value]) => value > 0)
		.map(([value, unit]) => `${value} ${unit}`)
		.join(" ");
}
