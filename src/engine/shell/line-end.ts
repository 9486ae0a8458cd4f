/** Where the blanks behind an offset end: the line that ends a here document has none. */
export function lineEndOf(text: string, offset: number): number {
	let end = offset;
	while (text[end] === " " || text[end] === "\t") end++;
	return end;
}
