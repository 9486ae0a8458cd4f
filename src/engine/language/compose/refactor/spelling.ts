import { goText, typedScalar } from "../../../compose/scalar.ts";
import type { ComposeNode } from "../../../compose/syntax.ts";

/** How a text is quoted where it stands: not at all, or by what. */
export type Quote = "" | '"' | "'";

export type ScalarNode = ComposeNode & { readonly kind: "scalar" };

/** How the scalar is quoted; undefined of one in several lines. */
export function quoteOf(text: string, { start, end, isPlain }: ScalarNode): Quote | undefined {
	if (text.slice(start, end).includes("\n")) return undefined;
	if (isPlain) return "";
	const first = text[start];
	return first === '"' || first === "'" ? first : undefined;
}

/** What stands between the quotes, as it is written. */
export const rawOf = (text: string, { start, end, isPlain }: ScalarNode): string => (isPlain ? text.slice(start, end) : text.slice(start + 1, end - 1));

/** Whether it can be written without quotes, whatever it then means. */
export function canBePlain(value: string, how: { readonly isFlow: boolean }): boolean {
	if (value === "" || /^\s|\s$|[\0-\x08\n\r\x0b-\x1f\x7f\u0085\u2028\u2029\uFEFF]|\t|: | #|:$/.test(value)) return false;
	if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|^(?:---|\.\.\.)(?:\s|$)/.test(value)) return false;
	return !how.isFlow || !/[,[\]{}]|^[-?:]|:(?=[,[\]{}])/.test(value);
}

/** Whether a value without quotes is this text in the end: itself, or a number or the like that Compose prints so. */
export function staysText(value: string): boolean {
	const typed = typedScalar(value);
	return typed.kind === "string" || (typed.kind !== "null" && typed.kind !== "timestamp" && goText({ ...typed, origin: undefined }) === value);
}

/** Whether a value without quotes is text, and nothing else even for a moment. */
export const isText = (value: string): boolean => typedScalar(value).kind === "string";

export const doubleQuoted = (value: string): string =>
	`"${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t")}"`;

export const singleQuoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
