/** Numbers stay numbers; a whole number that a double cannot hold is a bigint, so that it is shown as it was written. */
export type FieldValue = string | number | bigint | boolean | null;

/** By their paths: `req.method`, `tags.0`. In the order of the line. */
export type Fields = ReadonlyMap<string, FieldValue>;

/** Most fields that one line can have. */
export const mostFields = 256;

/** A number as logs write it, else the text itself. */
export function toValue(text: string): FieldValue {
	if (text === "true") return true;
	if (text === "false") return false;
	if (text === "null") return null;
	return numberOf(text) ?? text;
}

/** Undefined where the text is something else, such as `007`, an address or a version. */
export function numberOf(text: string): number | bigint | undefined {
	if (text.length > 40 || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
	const number = Number(text);
	if (Number.isSafeInteger(number) || !/^-?\d+$/.test(text)) return number;
	return BigInt(text);
}
