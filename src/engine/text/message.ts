/**
 * A sentence for the user: a pattern in English, in which `{0}`, `{1}` … stand for the values, so that a translation may put them in another order. Plain data:
 * it survives JSON. What stands in backticks is code.
 */
export type Message = { readonly pattern: string; readonly values: readonly MessageValue[] };

/** What a user wrote, or a message of its own, which is translated too. */
export type MessageValue = string | number | Message;

/** Translations by their English patterns and texts. */
export type Catalogue = ReadonlyMap<string, string>;

/** Makes a message; nothing else does, so that each pattern is found by `npm run generate` and can be translated: what stands in `${}` is a value. */
export function say(strings: TemplateStringsArray, ...values: readonly MessageValue[]): Message {
	let pattern = patterns.get(strings);
	if (pattern === undefined) {
		pattern = strings.reduce((before, text, index) => `${before}{${index - 1}}${text}`);
		patterns.set(strings, pattern);
	}
	return { pattern, values };
}

/** By the place in the code that says them, which hands over the same strings each time. */
const patterns = new Map<TemplateStringsArray, string>();

/** The message as text, in English or by a catalogue; code stays in backticks. One line, also where what the user wrote and the message repeats runs over several. */
export function textOf({ pattern, values }: Message, catalogue?: Catalogue): string {
	return filled(translated(pattern, catalogue), values, (message) => textOf(message, catalogue));
}

/** As `textOf`, for places that show plain text: code stands in quotation marks. */
export function plainTextOf({ pattern, values }: Message, catalogue?: Catalogue): string {
	return filled(toPlainText(translated(pattern, catalogue)), values, (message) => plainTextOf(message, catalogue));
}

/** A text that is the same in every case, such as a rule's title, by a catalogue. */
export const translated = (english: string, catalogue?: Catalogue): string => catalogue?.get(english) ?? english;

/** The code of a text in quotation marks instead of backticks. Not for texts into which a user's own were put: those may hold backticks that mean something else. */
export const toPlainText = (text: string): string => text.replace(/`([^`]*)`/g, "“$1”");

function filled(pattern: string, values: readonly MessageValue[], convert: (message: Message) => string): string {
	const text = pattern.replace(/\{(\d+)\}/g, (_, index: string) => {
		const value = values[Number(index)];
		return typeof value === "object" ? convert(value) : String(value ?? "");
	});
	return lineBreak.test(text) ? text.replace(/\s+/g, " ") : text;
}

const lineBreak = /[\n\r\u2028\u2029]/;
