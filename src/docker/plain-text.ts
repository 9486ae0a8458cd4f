/** Escape sequences of terminals: CSI, OSC (ended by BEL or ST) and the two-character ones. */
const escapeSequences = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])/g;
/** Control characters, and characters that reorder or hide text on the screen. */
const invisible = /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const printable = /^[ -~]*$/;

/** A name or label as an engine reports it, safe to show in one line: anybody may have written it. At most `limit` UTF-16 units. */
export function plainText(text: unknown, limit = 256): string {
	if (typeof text !== "string") return "";
	const start = text.slice(0, limit * 4);
	// As nearly all are.
	const plain = printable.test(start) ? start : start.replace(escapeSequences, "").replace(invisible, "");
	return plain.length > limit ? `${plain.slice(0, limit - 1)}…` : plain;
}

/** A text for notifications and questions of VS Code, which makes links of `[…](command:…)` and its like, whoever has written them. */
export const withoutLinks = (text: string): string => text.replace(/\](?=\((?:https?:\/\/|command:|file:))/gi, "] ");

/** A text where VS Code draws icons of `$(name)`: pickers, the status bar, and what stands below an input. */
export const withoutIcons = (text: string): string => text.replace(/\$\((?=[\w-]+[~)])/g, "\\$&");

/** Output of a program for a terminal of ours: colours stay, all else that steers a terminal (cursor, title, clipboard) goes. */
export function colouredText(text: string): string {
	return text
		.replace(escapeSequences, (sequence) => (/^\x1b\[[\d;:]*m$/.test(sequence) ? sequence : ""))
		.replace(/[\x00-\x07\x0b-\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]/g, "");
}
