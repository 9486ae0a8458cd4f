/** A name in a picture is at most so long. */
const longest = 48;

/** What of a user's text is shown in one line: nothing in it ends the line, hides or turns round what is beside it. */
export function shown(text: string, most = longest): string {
	const plain = text.replace(/[\s\p{Cc}]+/gu, " ").replace(/[\p{Bidi_Control}\p{Cs}\p{Cf}\uFFFE\uFFFF]/gu, "\uFFFD");
	const characters = [...plain];
	return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : plain;
}
