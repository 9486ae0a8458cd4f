/** package.nls.json with these texts in the place of those whose keys begin so. */
export function withStrings(strings: string, own: RegExp, derived: readonly (readonly [string, string])[]): string {
	const others = Object.entries(JSON.parse(strings) as Record<string, string>).filter(([key]) => !own.test(key));
	const all = [...others, ...derived].toSorted(([one], [other]) => (one < other ? -1 : 1));
	return `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`;
}
