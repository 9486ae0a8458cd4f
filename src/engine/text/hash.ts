/** Eight hexadecimal digits that stand for a text: plenty to tell a file's problems apart, and no secret. The same for ever, since they are stored (FNV-1a by code points). */
export function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, "0");
}
