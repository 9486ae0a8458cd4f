import type { LintedCompose } from "../compose/linted.ts";
import { partsAround } from "../compose/rewrite/parts.ts";
import type { Fix } from "../lint/rule.ts";
import { secretValuesIn } from "../text/secret-values.ts";
import { holdsPassword, isHarmlessValue, isSecretName } from "../text/secrets.ts";
import { say } from "../text/message.ts";
import { type Range, replace } from "../text/text.ts";
import type { ServiceVariable } from "./compose-variables.ts";

/** Why a value is a secret: by its name, by its shape (then whose it is), or for a password in a link or a connection. */
export type SecretKind = "name" | "shape" | "password";

export function secretKind(name: string, value: string): SecretKind | undefined {
	if (secretValuesIn(value).length > 0) return "shape";
	if (isSecretName(name)) return isHarmlessValue(name, value) ? undefined : "name";
	return holdsPassword(value) ? "password" : undefined;
}

/** What one variable holds of secrets; undefined where it is taken from outside. */
export const secretOf = ({ name, value, isFixed }: ServiceVariable): SecretKind | undefined =>
	value === undefined || value === "" || !isFixed ? undefined : secretKind(name, value);

/** Takes the value from a variable of the same name, without which Compose then starts nothing. */
export function fromVariable(file: LintedCompose, { name, at, valueAt, isItem }: ServiceVariable): Fix | undefined {
	if (!at || !valueAt || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
	const title = say`Take it from the variable \`${name}\`, which has to be set then`;
	const reference = `\${${name}:?}`;
	if (!isItem) return isOneLine(file.text, valueAt) ? { title, edits: [replace(valueAt, `"${reference}"`)], safe: false } : undefined;
	const part = partsAround(file, at).at(-1);
	// Braces mean something in brackets, where no quotes stand around them.
	const isBare = !/^["']/.test(file.text.slice(at.start, at.end));
	const inBrackets = part?.kind === "item" && part.within.isFlow && isBare;
	return { title, edits: [inBrackets ? replace(at, `"${name}=${reference}"`) : replace(valueAt, reference)], safe: false };
}

const isOneLine = (text: string, { start, end }: Range): boolean => !/[\r\n]/.test(text.slice(start, end)) && !/^[*&!|>]/.test(text.slice(start, end));
