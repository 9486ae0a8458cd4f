/** Control characters but for tabs and line feeds, and characters that reorder or hide text. */
const unseen = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text with what would not be seen in it, or would turn round what is, written as JSON can: so it stays the same where it is JSON. */
export const visibleText = (text: string): string => text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
