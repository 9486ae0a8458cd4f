const longest = 80;

/** More of a text than this is never shown. */
export const longestShown = longest * 4;

/** One short line. */
export function shortened(text: string): string {
	const line = text
		.slice(0, longestShown)
		.replace(/[\s\p{Cc}]+/gu, " ")
		.replace(/[\p{Bidi_Control}\p{Cs}]/gu, "\uFFFD")
		.trim();
	const characters = [...line];
	return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line;
}
